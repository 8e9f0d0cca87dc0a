using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Diplomacy.Analysis.Parsing;

internal sealed partial class DependencyParser
{
    /// <summary>The hidden units: the bias and the rows of slots and facts summed, negative ones set to zero.</summary>
    private void Activate(ReadOnlySpan<short> slotRows, ReadOnlySpan<int> slots, ReadOnlySpan<int> facts, Span<short> hidden)
    {
        nuint width = (nuint)hidden.Length;
        foreach (int slot in slots)
        {
            // One compare a row buys the unchecked loads below; the facts' rows are right by construction of their table.
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)slot + (uint)width, (uint)slotRows.Length, nameof(slots));
        }

        foreach (int fact in facts)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)fact, (uint)TransitionFeatures.Rows, nameof(facts));
        }

        ref short slotStart = ref MemoryMarshal.GetReference(slotRows);
        ref short factStart = ref MemoryMarshal.GetArrayDataReference(_model.FactRows);
        ref short bias = ref MemoryMarshal.GetArrayDataReference(_model.HiddenBias);
        ref short target = ref MemoryMarshal.GetReference(hidden);
        for (nuint at = 0; at < width; at += 16)
        {
            Vector256<short> sum = Vector256.LoadUnsafe(ref bias, at);
            foreach (int slot in slots)
            {
                sum = Vector256.AddSaturate(sum, Vector256.LoadUnsafe(ref slotStart, (nuint)slot + at));
            }

            foreach (int fact in facts)
            {
                sum = Vector256.AddSaturate(sum, Vector256.LoadUnsafe(ref factStart, ((nuint)fact * width) + at));
            }

            Vector256.Max(sum, Vector256<short>.Zero).StoreUnsafe(ref target, at);
        }
    }

    /// <summary>The sum of rows of the input matrix; cannot overflow.</summary>
    private void SumRows(ReadOnlySpan<int> rows, Span<short> input)
    {
        nuint width = (nuint)input.Length;
        ref sbyte start = ref MemoryMarshal.GetArrayDataReference(_model.Rows);
        ref short target = ref MemoryMarshal.GetReference(input);
        int last = (_model.Rows.Length / input.Length) - 1;
        foreach (int row in rows)
        {
            // One compare a row buys the unchecked loads below.
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)row, (uint)last, nameof(rows));
        }

        for (nuint at = 0; at < width; at += 16)
        {
            Vector256<short> sum = Vector256<short>.Zero;
            foreach (int row in rows)
            {
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref start, ((nuint)row * width) + at).ToVector256Unsafe());
            }

            sum.StoreUnsafe(ref target, at);
        }
    }

    /// <summary>Sets negative numbers to zero; the length is a multiple of 16.</summary>
    private static void Rectify(Span<short> values)
    {
        ref short value = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < (nuint)values.Length; i += 16)
        {
            Vector256.Max(Vector256.LoadUnsafe(ref value, i), Vector256<short>.Zero).StoreUnsafe(ref value, i);
        }
    }

    /// <summary>The score of a move.</summary>
    private int Move(int move, ReadOnlySpan<short> hidden)
    {
        ReadOnlySpan<short> weights = _model.MoveWeights.AsSpan(move * hidden.Length, hidden.Length);
        return unchecked(_model.MoveBias[move] + (Avx2.IsSupported ? DotVector(weights, hidden) : DotScalar(weights, hidden)));
    }

    /// <summary>The plain loop; a test holds the vector path to its bits.</summary>
    internal static int DotScalar(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        int sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum = unchecked(sum + (a[i] * b[i]));
        }

        return sum;
    }

    /// <summary>The sum of products; the length is a multiple of 16.</summary>
    internal static int DotVector(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, a.Length, nameof(b));
        ref short left = ref MemoryMarshal.GetReference(a), right = ref MemoryMarshal.GetReference(b);
        Vector256<int> sum = default;
        for (nuint i = 0; i < (nuint)a.Length; i += 16)
        {
            sum += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref left, i), Vector256.LoadUnsafe(ref right, i));
        }

        return Vector256.Sum(sum);
    }
}
