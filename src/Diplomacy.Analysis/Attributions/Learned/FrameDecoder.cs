using System.Runtime.CompilerServices;

namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>Finds the best labelling of a window (Viterbi). Memory is kept between windows.</summary>
internal sealed partial class FrameDecoder
{
    private const int L = FrameModel.Labels;

    private readonly double[] _emission = new double[FrameWindow.Longest * L];
    private readonly double[] _transition = new double[FrameWindow.Longest * L * L];
    private readonly byte[] _back = new byte[FrameWindow.Longest * L];

    /// <summary>The best labels, one a token of the window.</summary>
    public FrameLabel[] Labels { get; } = new FrameLabel[FrameWindow.Longest];

    /// <summary>Scores the window with the model and decodes it.</summary>
    [SkipLocalsInit]
    public void Decode(FrameModel model, FrameWindow window)
    {
        Span<uint> room = stackalloc uint[FeatureSink.Most];
        Span<int> scores = stackalloc int[16];
        double emissionScale = model.Emission.Scale;
        double transitionScale = model.Transition.Scale;
        for (int i = window.First; i < window.End; i++)
        {
            int k = i - window.First;
            var sink = new FeatureSink(room);
            window.Emission(i, ref sink);
            model.Emission.Score(sink.Features, scores);
            for (int l = 0; l < L; l++)
            {
                _emission[(k * L) + l] = scores[l] * emissionScale;
            }

            if (k > 0)
            {
                sink = new FeatureSink(room);
                window.Transition(i, ref sink);
                model.Transition.Score(sink.Features, scores);
                for (int l = 0; l < L * L; l++)
                {
                    _transition[(k * L * L) + l] = scores[l] * transitionScale;
                }
            }
        }

        Viterbi(window.Count);
    }

    private void Viterbi(int count)
    {
        Span<double> best = stackalloc double[L];
        Span<double> next = stackalloc double[L];
        _emission.AsSpan(0, L).CopyTo(best);
        for (int k = 1; k < count; k++)
        {
            for (int to = 0; to < L; to++)
            {
                int from = 0;
                double top = double.NegativeInfinity;
                for (int f = 0; f < L; f++)
                {
                    double score = best[f] + _transition[(k * L * L) + (f * L) + to];
                    if (score > top)
                    {
                        top = score;
                        from = f;
                    }
                }

                next[to] = top + _emission[(k * L) + to];
                _back[(k * L) + to] = (byte)from;
            }

            next.CopyTo(best);
        }

        int label = 0;
        for (int l = 1; l < L; l++)
        {
            label = best[l] > best[label] ? l : label;
        }

        for (int k = count - 1; k >= 0; k--)
        {
            Labels[k] = (FrameLabel)label;
            label = k > 0 ? _back[(k * L) + label] : label;
        }
    }
}
