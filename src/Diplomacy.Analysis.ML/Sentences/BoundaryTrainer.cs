using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Sentences;

namespace Diplomacy.Analysis.ML.Sentences;

/// <summary>
/// Trains the model of sentence boundaries: a logistic regression over hashed features by AdaGrad. Where a text has no
/// annotation the rules' cuts teach, with less weight: they hold the model back in plain prose, of which the treebanks
/// have little.
/// </summary>
internal sealed class BoundaryTrainer
{
    private readonly BoundaryOptions _options;
    private readonly int[] _kept;
    private float[] _weights = [];

    public BoundaryTrainer(BoundaryOptions options)
    {
        _options = options;
        _kept = [.. Enumerable.Range(0, BoundaryFeatures.Count).Where(f => !options.Without.Contains(f + 1))];
    }

    /// <summary>The weight file. The same documents and options give the same bytes.</summary>
    public byte[] Train(IEnumerable<BoundaryDocument> documents, Action<string>? log = null)
    {
        (uint[] features, bool[] starts, float[] worth) = Examples(documents);
        float[] weights = _weights = new float[BoundaryModel.Size];
        float[] squares = new float[BoundaryModel.Size];
        int[] order = [.. Enumerable.Range(0, starts.Length)];
        for (int round = 0; round < _options.Rounds; round++)
        {
            Shuffle(order, (uint)(_options.Seed + round));
            int wrong = 0;
            foreach (int example in order)
            {
                ReadOnlySpan<uint> active = features.AsSpan(example * _kept.Length, _kept.Length);
                float sum = Sum(active);
                wrong += sum > 0 != starts[example] ? 1 : 0;
                float gradient = ((starts[example] ? 1 : 0) - (1 / (1 + MathF.Exp(-sum)))) * worth[example];
                foreach (uint feature in active)
                {
                    uint at = feature & (BoundaryModel.Size - 1);
                    float step = gradient - (_options.Decay * weights[at]);
                    squares[at] += step * step;
                    weights[at] += _options.Rate * step / (1e-3f + MathF.Sqrt(squares[at]));
                }
            }

            log?.Invoke($"round {round + 1}: {wrong} of {starts.Length} gaps wrong");
        }

        var writer = new WeightFileWriter();
        BoundaryModel.Write(writer, weights);
        return writer.ToArray();
    }

    /// <summary>How many gaps of other documents the trained weights get wrong, before and after they are made bytes.</summary>
    public string Gaps(IEnumerable<BoundaryDocument> documents)
    {
        var writer = new WeightFileWriter();
        BoundaryModel.Write(writer, _weights);
        BoundaryModel bytes = BoundaryModel.Read(WeightFile.Open(new MemoryStream(writer.ToArray())));
        (uint[] features, bool[] starts, _) = Examples(documents);
        int wrong = 0, wrongInBytes = 0;
        for (int example = 0; example < starts.Length; example++)
        {
            ReadOnlySpan<uint> active = features.AsSpan(example * _kept.Length, _kept.Length);
            wrong += Sum(active) > 0 != starts[example] ? 1 : 0;
            wrongInBytes += bytes.Score(active) > 0 != starts[example] ? 1 : 0;
        }

        return $"{wrong} of {starts.Length} gaps wrong, in bytes {wrongInBytes}";
    }

    private float Sum(ReadOnlySpan<uint> active)
    {
        float sum = 0;
        foreach (uint feature in active)
        {
            sum += _weights[feature & (BoundaryModel.Size - 1)];
        }

        return sum;
    }

    private static void Shuffle(int[] order, uint seed)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            seed = StableHash.Combine(seed, (uint)i);
            int j = (int)(seed % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    private (uint[] Features, bool[] Starts, float[] Worth) Examples(IEnumerable<BoundaryDocument> documents)
    {
        var features = new List<uint>();
        var starts = new List<bool>();
        var worth = new List<float>();
        foreach (BoundaryDocument document in documents)
        {
            SentenceSplitter.Visit(document.Text, document.Starts, (gap, start) =>
            {
                foreach (int feature in _kept)
                {
                    features.Add(gap[feature]);
                }

                starts.Add(start);
                worth.Add(document.Starts is null ? _options.PlainWeight : 1);
            });
        }

        return ([.. features], [.. starts], [.. worth]);
    }
}
