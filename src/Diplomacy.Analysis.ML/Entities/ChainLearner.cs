using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.ML.Clusters;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>
/// A linear-chain conditional random field with allowed sets of labels, trained by AdaGrad with dropout of features. The
/// dropout is what makes clusters and context learn their part: without it each known name is learned by heart.
/// </summary>
internal sealed class ChainLearner
{
    private const int Labels = EntityLabel.Count;

    /// <summary>Numbers a row: the labels, padded to whole vectors.</summary>
    public const int Stride = 24;

    private static readonly bool[] Starts = Make(label => EntityLabel.MayFollow(EntityLabel.Outside, label));
    private static readonly bool[] Ends = Make(label => !EntityLabel.IsOpen(label));

    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _moves = new float[Labels * Stride];
    private readonly float[] _moveSquares = new float[Labels * Stride];
    private readonly float[] _pull;
    private readonly SplitMix _random;
    private readonly float[] _expMoves = new float[Labels * Stride];
    private readonly float[] _pairs = new float[Labels * Stride];
    private float[] _potentials = [];
    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _gradient = [];
    private int[][] _kept = [];

    public ChainLearner(int features, int seed)
    {
        _weights = new float[features * Stride];
        _squares = new float[features * Stride];
        _pull = new float[features];
        _random = new SplitMix(seed);
    }

    /// <summary>Part of the features left out at each step.</summary>
    public float Dropout { get; init; } = 0.5f;

    /// <summary>Part of the steps in which the document tells nothing, as in the first pass.</summary>
    public float Forgetting { get; init; } = 0.35f;

    /// <summary>Step width.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Strength of the pull to zero (L2).</summary>
    public float Pull { get; init; } = 1f;

    /// <summary>Weights, <see cref="Stride"/> a feature.</summary>
    public float[] Weights => _weights;

    /// <summary>Weights of transitions, <see cref="Stride"/> a label.</summary>
    public float[] Moves => _moves;

    /// <summary>Trains for so many rounds; weights are averaged over the rounds of the second half.</summary>
    public void Train(List<ChainExample> examples, int rounds, Action<string>? log = null)
    {
        int[] counts = new int[_pull.Length];
        foreach (ChainExample example in examples)
        {
            for (int i = 0; i < example.Length; i++)
            {
                Count(counts, example.Local[i]);
                Count(counts, example.Remembered?[i] ?? []);
            }
        }

        for (int i = 0; i < counts.Length; i++)
        {
            // A feature is pulled when it is met; divided by how often that is, the pull of a round is the same for all.
            _pull[i] = Pull / Math.Max(1, counts[i]);
        }

        double[] sums = new double[_weights.Length];
        double[] moveSums = new double[_moves.Length];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int averaged = 0;
        for (int round = 0; round < rounds; round++)
        {
            _random.Shuffle<int>(order);
            double likelihood = 0;
            foreach (int i in order)
            {
                likelihood += Step(examples[i]);
            }

            log?.Invoke(FormattableString.Invariant($"round {round + 1}: log-likelihood {likelihood:F0}"));
            if (round * 2 >= rounds - 1)
            {
                averaged++;
                Accumulate(_weights, sums);
                Accumulate(_moves, moveSums);
            }
        }

        for (int i = 0; i < sums.Length; i++)
        {
            _weights[i] = (float)(sums[i] / averaged);
        }

        for (int i = 0; i < moveSums.Length; i++)
        {
            _moves[i] = (float)(moveSums[i] / averaged);
        }
    }

    /// <summary>Adds the weights of another chain over the same features.</summary>
    public void Add(ChainLearner other)
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] += other._weights[i];
        }

        for (int i = 0; i < _moves.Length; i++)
        {
            _moves[i] += other._moves[i];
        }
    }

    /// <summary>Divides all weights by a number.</summary>
    public void Divide(int number)
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] /= number;
        }

        for (int i = 0; i < _moves.Length; i++)
        {
            _moves[i] /= number;
        }
    }

    /// <summary>Scores of an example's words, <see cref="Stride"/> a word.</summary>
    public void Score(ChainExample example, bool remembered, Span<float> scores)
    {
        for (int i = 0; i < example.Length; i++)
        {
            Span<float> row = scores.Slice(i * Stride, Stride);
            row.Clear();
            Add(example.Local[i], row);
            if (remembered && example.Remembered is { } more)
            {
                Add(more[i], row);
            }
        }
    }

    /// <summary>The best labels for scores.</summary>
    public void Decode(ReadOnlySpan<float> scores, Span<byte> labels)
    {
        Span<float> reached = stackalloc float[Labels];
        Span<float> next = stackalloc float[Labels];
        byte[] back = new byte[labels.Length * Labels];
        for (int i = 0; i < labels.Length; i++)
        {
            for (byte to = 0; to < Labels; to++)
            {
                float best = i == 0 && Starts[to] ? 0 : float.NegativeInfinity;
                for (byte from = 0; i > 0 && from < Labels; from++)
                {
                    if (EntityLabel.MayFollow(from, to) && reached[from] + _moves[(from * Stride) + to] > best)
                    {
                        best = reached[from] + _moves[(from * Stride) + to];
                        back[(i * Labels) + to] = from;
                    }
                }

                next[to] = best + scores[(i * Stride) + to];
            }

            next.CopyTo(reached);
        }

        int last = 0;
        for (int label = 1; label < Labels; label++)
        {
            last = Ends[label] && reached[label] > reached[last] ? label : last;
        }

        for (int i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[(i * Labels) + last];
        }
    }

    private static bool[] Make(Func<byte, bool> holds)
    {
        bool[] flags = new bool[Labels];
        for (byte label = 0; label < Labels; label++)
        {
            flags[label] = holds(label);
        }

        return flags;
    }

    private static void Count(int[] counts, int[] features)
    {
        foreach (int feature in features)
        {
            counts[feature]++;
        }
    }

    private static void Accumulate(float[] values, double[] sums)
    {
        for (int i = 0; i < values.Length; i++)
        {
            sums[i] += values[i];
        }
    }

    private void Add(ReadOnlySpan<int> features, Span<float> row)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref float target = ref MemoryMarshal.GetReference(row);
        Vector256<float> a = Vector256.LoadUnsafe(ref target), b = Vector256.LoadUnsafe(ref target, 8), c = Vector256.LoadUnsafe(ref target, 16);
        foreach (int feature in features)
        {
            nuint at = (nuint)(feature * Stride);
            a += Vector256.LoadUnsafe(ref weights, at);
            b += Vector256.LoadUnsafe(ref weights, at + 8);
            c += Vector256.LoadUnsafe(ref weights, at + 16);
        }

        a.StoreUnsafe(ref target);
        b.StoreUnsafe(ref target, 8);
        c.StoreUnsafe(ref target, 16);
    }

    private double Step(ChainExample example)
    {
        int n = example.Length;
        Size(n);
        bool remembered = example.Remembered is not null && _random.NextDouble() >= Forgetting;
        float scale = 1 / (1 - Dropout);
        for (int i = 0; i < n; i++)
        {
            _kept[i] = Keep(example.Local[i], remembered ? example.Remembered![i] : []);
            Span<float> row = _potentials.AsSpan(i * Stride, Stride);
            row.Clear();
            Add(_kept[i], row);
            float most = 0;
            for (int y = 0; y < Labels; y++)
            {
                row[y] *= scale;
                most = Math.Max(most, row[y]);
            }

            for (int y = 0; y < Stride; y++)
            {
                row[y] = y < Labels ? MathF.Exp(Math.Max(-40, row[y] - most)) : 0;
            }
        }

        for (int from = 0; from < Labels; from++)
        {
            for (int to = 0; to < Labels; to++)
            {
                int at = (from * Stride) + to;
                _expMoves[at] = EntityLabel.MayFollow((byte)from, (byte)to) ? MathF.Exp(_moves[at]) : 0;
            }
        }

        Array.Clear(_gradient, 0, n * Stride);
        Array.Clear(_pairs);
        double gold = Expect(n, example.Masks, 1);
        double all = Expect(n, null, -1);
        if (double.IsNaN(gold) || double.IsNaN(all))
        {
            return 0;
        }

        Update(n, example.Weight);
        return gold - all;
    }

    private int[] Keep(int[] local, int[] remembered)
    {
        int[] kept = new int[local.Length + remembered.Length];
        int count = 0;
        uint limit = (uint)(Dropout * uint.MaxValue);
        foreach (int feature in local)
        {
            if ((uint)_random.Next() >= limit)
            {
                kept[count++] = feature;
            }
        }

        foreach (int feature in remembered)
        {
            if ((uint)_random.Next() >= limit)
            {
                kept[count++] = feature;
            }
        }

        return kept[..count];
    }

    /// <summary>Forward-backward; adds signed expectations of labels and transitions, returns the log of the sum.</summary>
    private double Expect(int n, uint[]? masks, float sign)
    {
        double logarithm = 0;
        Span<float> column = stackalloc float[Stride];
        for (int i = 0; i < n; i++)
        {
            uint mask = masks?[i] ?? ~0u;
            Span<float> here = _forward.AsSpan(i * Stride, Stride);
            here.Clear();
            if (i > 0)
            {
                for (int from = 0; from < Labels; from++)
                {
                    float mass = _forward[((i - 1) * Stride) + from];
                    if (mass != 0)
                    {
                        AddScaled(here, _expMoves.AsSpan(from * Stride, Stride), mass);
                    }
                }
            }

            float sum = 0;
            for (int y = 0; y < Labels; y++)
            {
                float value = i == 0 ? (Starts[y] ? 1 : 0) : here[y];
                here[y] = (mask >> y & 1) == 0 || (i == n - 1 && !Ends[y]) ? 0 : value * _potentials[(i * Stride) + y];
                sum += here[y];
            }

            if (!(sum > 0) || float.IsInfinity(sum))
            {
                return double.NaN;
            }

            for (int y = 0; y < Labels; y++)
            {
                here[y] /= sum;
            }

            logarithm += Math.Log(sum);
        }

        for (int i = n - 1; i >= 0; i--)
        {
            Span<float> here = _backward.AsSpan(i * Stride, Stride);
            if (i == n - 1)
            {
                here[..Labels].Fill(1);
            }
            else
            {
                Column(i + 1, masks, column);
                for (int from = 0; from < Labels; from++)
                {
                    here[from] = SphericalKMeans.Dot(_expMoves.AsSpan(from * Stride, Stride), column);
                }
            }

            float sum = 0;
            for (int y = 0; y < Labels; y++)
            {
                sum += _forward[(i * Stride) + y] * here[y];
            }

            for (int y = 0; y < Labels; y++)
            {
                here[y] /= sum;
                _gradient[(i * Stride) + y] += sign * _forward[(i * Stride) + y] * here[y];
            }
        }

        for (int i = 1; i < n; i++)
        {
            Column(i, masks, column);
            float sum = 0;
            for (int from = 0; from < Labels; from++)
            {
                sum += _forward[((i - 1) * Stride) + from] * SphericalKMeans.Dot(_expMoves.AsSpan(from * Stride, Stride), column);
            }

            for (int from = 0; from < Labels && sum > 0; from++)
            {
                float mass = sign * _forward[((i - 1) * Stride) + from] / sum;
                for (int to = 0; mass != 0 && to < Labels; to++)
                {
                    _pairs[(from * Stride) + to] += mass * _expMoves[(from * Stride) + to] * column[to];
                }
            }
        }

        return logarithm;
    }

    // What lies ahead of each label of word i: its potential times the backward mass, where the mask allows it.
    private void Column(int i, uint[]? masks, Span<float> column)
    {
        uint mask = masks?[i] ?? ~0u;
        column.Clear();
        for (int y = 0; y < Labels; y++)
        {
            if ((mask >> y & 1) != 0)
            {
                column[y] = _potentials[(i * Stride) + y] * _backward[(i * Stride) + y];
            }
        }
    }

    private static void AddScaled(Span<float> target, ReadOnlySpan<float> values, float scale)
    {
        for (int y = 0; y < Stride; y += 8)
        {
            (Vector256.Create<float>(target.Slice(y, 8)) + (Vector256.Create<float>(values.Slice(y, 8)) * scale)).CopyTo(target[y..]);
        }
    }

    private void Update(int n, float weight)
    {
        Vector256<float> tiny = Vector256.Create(1e-4f);
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref float squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        for (int i = 0; i < n; i++)
        {
            for (int y = 0; y < Stride; y += 8)
            {
                Vector256<float> slope = Vector256.LoadUnsafe(ref _gradient[(i * Stride) + y]) * weight;
                foreach (int feature in _kept[i])
                {
                    nuint at = (nuint)((feature * Stride) + y);
                    Vector256<float> old = Vector256.LoadUnsafe(ref weights, at);
                    Vector256<float> step = slope - (old * _pull[feature]);
                    step = Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Abs(step), tiny), step, Vector256<float>.Zero);
                    Vector256<float> square = Vector256.LoadUnsafe(ref squares, at) + (step * step);
                    square.StoreUnsafe(ref squares, at);
                    (old + (step * Rate / (Vector256.Sqrt(square) + tiny))).StoreUnsafe(ref weights, at);
                }
            }
        }

        for (int at = 0; at < _moves.Length; at++)
        {
            float step = weight * _pairs[at];
            if (step != 0)
            {
                _moveSquares[at] += step * step;
                _moves[at] += step * Rate / (MathF.Sqrt(_moveSquares[at]) + 1e-4f);
            }
        }
    }

    private void Size(int n)
    {
        if (_kept.Length < n)
        {
            _kept = new int[n * 2][];
            _potentials = new float[n * 2 * Stride];
            _forward = new float[n * 2 * Stride];
            _backward = new float[n * 2 * Stride];
            _gradient = new float[n * 2 * Stride];
        }
    }
}
