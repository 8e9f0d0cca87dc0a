using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>Float weights by row with the sums of AdaGrad; rows are whole vectors of four numbers.</summary>
internal sealed class GradientRows
{
    private readonly int _classes;
    private readonly int _stride;
    private readonly float _rate;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _pull;
    private readonly double[] _sums;
    private int _averaged;

    public GradientRows(int classes, int[] counts, float rate, float pull)
    {
        _classes = classes;
        _stride = (classes + 3) & ~3;
        _rate = rate;
        _weights = new float[counts.Length * _stride];
        _squares = new float[counts.Length * _stride];
        _sums = new double[counts.Length * _stride];

        // A feature is pulled when it is met; divided by how often that is, the pull of a round is the same for all.
        _pull = Array.ConvertAll(counts, c => pull / Math.Max(1, c));
    }

    /// <summary>Adds the weights of rows to <paramref name="scores"/>, which has room for whole vectors.</summary>
    public void Add(ReadOnlySpan<int> rows, Span<float> scores)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        for (int c = 0; c < _stride; c += 4)
        {
            Vector128<float> sum = Vector128.Create<float>(scores.Slice(c, 4));
            foreach (int row in rows)
            {
                sum += Vector128.LoadUnsafe(ref weights, (nuint)((row * _stride) + c));
            }

            sum.CopyTo(scores[c..]);
        }
    }

    /// <summary>One AdaGrad step of each row; <paramref name="slope"/> points uphill.</summary>
    public void Step(ReadOnlySpan<int> rows, ReadOnlySpan<float> slope)
    {
        Vector128<float> tiny = Vector128.Create(1e-4f);
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref float squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        for (int c = 0; c < _stride; c += 4)
        {
            Vector128<float> uphill = Vector128.Create(slope.Slice(c, 4));
            if (Vector128.LessThanAll(Vector128.Abs(uphill), tiny))
            {
                continue;
            }

            foreach (int row in rows)
            {
                nuint at = (nuint)((row * _stride) + c);
                Vector128<float> old = Vector128.LoadUnsafe(ref weights, at);
                Vector128<float> step = uphill - (old * _pull[row]);
                Vector128<float> square = Vector128.LoadUnsafe(ref squares, at) + (step * step);
                square.StoreUnsafe(ref squares, at);
                (old + (step * _rate / (Vector128.Sqrt(square) + tiny))).StoreUnsafe(ref weights, at);
            }
        }
    }

    /// <summary>Takes the weights as they are into the mean.</summary>
    public void Average()
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _sums[i] += _weights[i];
        }

        _averaged++;
    }

    /// <summary>The mean of the weights.</summary>
    public LinearWeights Export(uint[] keys)
    {
        List<uint> kept = [];
        List<int> starts = [0];
        List<byte> columns = [];
        List<float> values = [];
        for (int row = 0; row < keys.Length; row++)
        {
            for (int c = 0; c < _classes; c++)
            {
                float value = (float)(_sums[(row * _stride) + c] / _averaged);
                if (value != 0)
                {
                    columns.Add((byte)c);
                    values.Add(value);
                }
            }

            if (columns.Count > starts[^1])
            {
                kept.Add(keys[row]);
                starts.Add(columns.Count);
            }
        }

        return new LinearWeights(_classes, [.. kept], [.. starts], [.. columns], [.. values]);
    }
}
