using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Entities;

internal sealed partial class EntityTrainer
{
    // A class of margins is this wide, in the units of training.
    private const float MarginStep = 0.25f;
    private const int MarginClasses = 64;

    private byte[] Write(ChainLearner learner, (string Word, byte Kind)[] kinds, List<(float Margin, bool Right)> margins)
    {
        float[] weights = learner.Weights;
        List<uint> keys = [];
        List<int> starts = [0];
        List<byte> columns = [];
        List<float> values = [];
        foreach ((uint feature, int row) in _rows)
        {
            ReadOnlySpan<float> line = weights.AsSpan(row * ChainLearner.Stride, EntityLabel.Count);
            float most = 0;
            foreach (float value in line)
            {
                most = Math.Max(most, Math.Abs(value));
            }

            if (most < _options.MinRow)
            {
                continue;
            }

            keys.Add(feature);
            for (byte label = 0; label < EntityLabel.Count; label++)
            {
                if (Math.Abs(line[label]) >= _options.MinWeight)
                {
                    columns.Add(label);
                    values.Add(line[label]);
                }
            }

            starts.Add(columns.Count);
        }

        _log?.Invoke($"{keys.Count} features and {values.Count} weights of {_rows.Count} features are kept");
        var writer = new WeightFileWriter();
        var table = new LinearWeights(EntityLabel.Count, [.. keys], [.. starts], [.. columns], [.. values]);

        // One step of the table must be the same for the transitions, which stand beside it in 16 bits.
        const int limit = 8000;
        LinearTable.Write(writer, "scores", table, bits: 8, limit);
        float scale = values.Count == 0 ? 1 : values.Max(Math.Abs) / limit;
        short[] moves = new short[EntityLabel.Count * EntityLabel.Count];
        for (int from = 0; from < EntityLabel.Count; from++)
        {
            for (int to = 0; to < EntityLabel.Count; to++)
            {
                moves[(from * EntityLabel.Count) + to] = (short)Math.Clamp(MathF.Round(learner.Moves[(from * ChainLearner.Stride) + to] / scale), short.MinValue, short.MaxValue);
            }
        }

        EntityModel.Write(writer, moves, _inner, _alone, _options.Groups, Math.Max(1, (int)MathF.Round(MarginStep / scale)), Confidences(margins));
        NameTypes.Write(writer, kinds);
        return writer.ToArray();
    }

    /// <summary>
    /// How many of a hundred names with a margin of each class are right, on the parts of the corpus that the labelling chain
    /// had not seen; made to rise with the margin (neighbours that fall are pooled).
    /// </summary>
    private static byte[] Confidences(List<(float Margin, bool Right)> margins)
    {
        List<(double Right, double All, int Classes)> pools = [];
        for (int c = 0; c < MarginClasses; c++)
        {
            double right = 1, all = 2;
            foreach ((float margin, bool isRight) in margins)
            {
                if (Math.Clamp((int)(margin / MarginStep) + EntityModel.ConfidenceZero, 0, MarginClasses - 1) == c)
                {
                    right += isRight ? 1 : 0;
                    all++;
                }
            }

            pools.Add((right, all, 1));
            while (pools.Count > 1 && pools[^2].Right / pools[^2].All >= pools[^1].Right / pools[^1].All)
            {
                (double r, double a, int n) = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (pools[^1].Right + r, pools[^1].All + a, pools[^1].Classes + n);
            }
        }

        byte[] percent = new byte[MarginClasses];
        int at = 0;
        foreach ((double right, double all, int classes) in pools)
        {
            for (int i = 0; i < classes; i++)
            {
                percent[at++] = (byte)Math.Round(100 * right / all);
            }
        }

        return percent;
    }
}
