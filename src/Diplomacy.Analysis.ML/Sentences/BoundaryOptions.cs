namespace Diplomacy.Analysis.ML.Sentences;

/// <summary>How the model of sentence boundaries is trained.</summary>
internal sealed record BoundaryOptions
{
    /// <summary>Passes over the gaps.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>Orders the gaps.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>First step of AdaGrad.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Pull of each weight towards zero.</summary>
    public float Decay { get; init; } = 1e-5f;

    /// <summary>What a gap of a text without annotation counts.</summary>
    public float PlainWeight { get; init; } = 0.3f;

    /// <summary>Numbers of features (from 1) that are left out, for ablations; such weights can be measured, not shipped.</summary>
    public IReadOnlySet<int> Without { get; init; } = new HashSet<int>();
}
