using Diplomacy.Analysis.ML.Clusters;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>Logistic regression with dropout: with many overlapping features of one word, each must learn to do without the others.</summary>
internal sealed class CueLearner(GradientRows rows, float dropout, SplitMix random)
{
    private readonly int[] _kept = new int[256];

    /// <summary>One step; returns the loss.</summary>
    public double Step(CueExample example)
    {
        int count = FrameLearner.Keep(example.Rows, _kept, dropout, random);
        Span<float> score = stackalloc float[4];
        score.Clear();
        rows.Add(_kept.AsSpan(0, count), score);
        float p = 1 / (1 + MathF.Exp(-score[0] / (1 - dropout)));
        Span<float> slope = stackalloc float[4];
        slope.Clear();
        slope[0] = (example.Gold ? 1 : 0) - p;
        rows.Step(_kept.AsSpan(0, count), slope);
        return -Math.Log(Math.Max(1e-9, example.Gold ? p : 1 - p));
    }
}
