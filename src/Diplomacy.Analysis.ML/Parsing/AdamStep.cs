namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>The numbers of one step of Adam (Kingma and Ba 2015).</summary>
internal readonly struct AdamStep
{
    public const float FirstDecay = 0.9f;

    /// <summary>Lower than the usual 0.999: batches of some 500 words differ much, and the shorter memory learns faster.</summary>
    public const float SecondDecay = 0.98f;

    /// <param name="number">Ordinal of the step, from 1.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="scale">By what the gradients are multiplied: clipping.</param>
    public AdamStep(int number, float rate, float scale)
    {
        Rate = rate / (1 - MathF.Pow(FirstDecay, number));
        SecondCorrection = 1 / (1 - MathF.Pow(SecondDecay, number));
        Scale = scale;
    }

    public float Rate { get; }

    public float SecondCorrection { get; }

    public float Scale { get; }
}
