using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.ML.Clusters;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>A conditional random field of four labels whose steps have features too, trained by AdaGrad with dropout of features.</summary>
internal sealed class FrameLearner(GradientRows emission, GradientRows transition, float dropout, SplitMix random)
{
    private const int L = FrameModel.Labels;
    private const int Pairs = L * L;

    private readonly int[] _keptEmission = new int[FrameWindow.Longest * FeatureSink.Most];
    private readonly int[] _keptTransition = new int[FrameWindow.Longest * FeatureSink.Most];
    private readonly int[] _emissionEnds = new int[FrameWindow.Longest + 1];
    private readonly int[] _transitionEnds = new int[FrameWindow.Longest + 1];
    private readonly float[] _e = new float[FrameWindow.Longest * L];
    private readonly float[] _t = new float[FrameWindow.Longest * Pairs];
    private readonly double[] _alpha = new double[FrameWindow.Longest * L];
    private readonly double[] _beta = new double[FrameWindow.Longest * L];

    /// <summary>Copies a random part of <paramref name="rows"/>; returns how many.</summary>
    public static int Keep(int[] rows, Span<int> kept, float dropout, SplitMix random)
    {
        int count = 0;
        uint limit = (uint)(dropout * uint.MaxValue);
        foreach (int row in rows)
        {
            if ((uint)random.Next() >= limit)
            {
                kept[count++] = row;
            }
        }

        return count;
    }

    /// <summary>One step; returns the loss.</summary>
    public double Step(FrameExample frame)
    {
        int n = frame.Labels.Length;
        float scale = 1 / (1 - dropout);
        for (int k = 0; k < n; k++)
        {
            _emissionEnds[k + 1] = _emissionEnds[k] + Keep(frame.Emission[k], _keptEmission.AsSpan(_emissionEnds[k]), dropout, random);
            _transitionEnds[k + 1] = _transitionEnds[k] + (k > 0 ? Keep(frame.Transition[k], _keptTransition.AsSpan(_transitionEnds[k]), dropout, random) : 0);
            Sum(emission, Emission(k), _e.AsSpan(k * L, L), scale);
            Sum(transition, Transition(k), _t.AsSpan(k * Pairs, Pairs), scale);
        }

        double all = Forward(n);
        Backward(n);
        return all - Update(frame, n, all);
    }

    private ReadOnlySpan<int> Emission(int k) => _keptEmission.AsSpan(_emissionEnds[k].._emissionEnds[k + 1]);

    private ReadOnlySpan<int> Transition(int k) => _keptTransition.AsSpan(_transitionEnds[k].._transitionEnds[k + 1]);

    private static void Sum(GradientRows rows, ReadOnlySpan<int> features, Span<float> scores, float scale)
    {
        scores.Clear();
        rows.Add(features, scores);
        foreach (ref float score in scores)
        {
            score *= scale;
        }
    }

    private double Forward(int n)
    {
        Span<double> terms = stackalloc double[L];
        for (int l = 0; l < L; l++)
        {
            _alpha[l] = _e[l];
        }

        for (int k = 1; k < n; k++)
        {
            for (int to = 0; to < L; to++)
            {
                for (int from = 0; from < L; from++)
                {
                    terms[from] = _alpha[((k - 1) * L) + from] + _t[(k * Pairs) + (from * L) + to];
                }

                _alpha[(k * L) + to] = LogSum(terms) + _e[(k * L) + to];
            }
        }

        return LogSum(_alpha.AsSpan((n - 1) * L, L));
    }

    private void Backward(int n)
    {
        Span<double> terms = stackalloc double[L];
        _beta.AsSpan((n - 1) * L, L).Clear();
        for (int k = n - 2; k >= 0; k--)
        {
            for (int from = 0; from < L; from++)
            {
                for (int to = 0; to < L; to++)
                {
                    terms[to] = _t[((k + 1) * Pairs) + (from * L) + to] + _e[((k + 1) * L) + to] + _beta[((k + 1) * L) + to];
                }

                _beta[(k * L) + from] = LogSum(terms);
            }
        }
    }

    /// <summary>Moves the weights; returns the score of the right labels.</summary>
    private double Update(FrameExample frame, int n, double all)
    {
        double gold = 0;
        Span<float> slope = stackalloc float[Pairs];
        for (int k = 0; k < n; k++)
        {
            int label = frame.Labels[k];
            gold += _e[(k * L) + label];
            for (int l = 0; l < L; l++)
            {
                slope[l] = (l == label ? 1 : 0) - (float)Math.Exp(_alpha[(k * L) + l] + _beta[(k * L) + l] - all);
            }

            emission.Step(Emission(k), slope);
            if (k == 0)
            {
                continue;
            }

            int before = frame.Labels[k - 1];
            gold += _t[(k * Pairs) + (before * L) + label];
            for (int from = 0; from < L; from++)
            {
                for (int to = 0; to < L; to++)
                {
                    double p = Math.Exp(_alpha[((k - 1) * L) + from] + _t[(k * Pairs) + (from * L) + to] + _e[(k * L) + to] + _beta[(k * L) + to] - all);
                    slope[(from * L) + to] = (from == before && to == label ? 1 : 0) - (float)p;
                }
            }

            transition.Step(Transition(k), slope);
        }

        return gold;
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double most = double.NegativeInfinity;
        foreach (double term in terms)
        {
            most = Math.Max(most, term);
        }

        double sum = 0;
        foreach (double term in terms)
        {
            sum += Math.Exp(term - most);
        }

        return most + Math.Log(sum);
    }
}
