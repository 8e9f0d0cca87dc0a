using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// Sums of feature weights, each a cache line: a byte a tag and a shift for all, as in <see cref="NarrowTable"/>. The rounding
/// (a hundredth of what parts two tags) is the same wherever a sum is made, so it does not matter which are kept.
/// </summary>
internal readonly struct WordSums
{
    /// <summary>Sums of 16 bits: the tags, filled up to whole vectors.</summary>
    public const int Width = AlignedBytes.Line;

    private readonly AlignedBytes _lines;

    /// <summary>Makes room for so many sums.</summary>
    public WordSums(int count) => _lines = new AlignedBytes(count * AlignedBytes.Line);

    /// <summary>The line of a sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte At(int sum) => ref _lines.At(sum * AlignedBytes.Line);

    /// <summary>Asks the processor for the line of a sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int sum) => _lines.Prefetch(sum * AlignedBytes.Line);

    /// <summary>Rounds a sum into its line. What stands behind the tags is cleared.</summary>
    public void Set(int sum, Span<short> values)
    {
        values = values[..Width];
        values[PennTags.Count..].Clear();
        ref short first = ref MemoryMarshal.GetReference(values);
        Vector256<short> most = Vector256<short>.Zero, least = Vector256<short>.Zero;
        for (nuint at = 0; at < Width; at += 16)
        {
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref first, at));
            least = Vector256.Min(least, Vector256.LoadUnsafe(ref first, at));
        }

        int largest = 0;
        for (int i = 0; i < Vector256<short>.Count; i++)
        {
            largest = Math.Max(largest, Math.Max((int)most[i], -least[i]));
        }

        int shift = 0;
        while ((largest + (1 << shift >> 1)) >> shift > 127)
        {
            shift++;
        }

        ref byte line = ref At(sum);
        for (nuint at = 0; at < Width; at += 32)
        {
            Vector256.Narrow(Round(Vector256.LoadUnsafe(ref first, at), shift), Round(Vector256.LoadUnsafe(ref first, at + 16), shift)).AsByte().StoreUnsafe(ref line, at);
        }

        Unsafe.Add(ref line, Width - NarrowTable.Tail) = (byte)shift;
    }

    // Divides by a power of two and rounds halves up; the sum with the half would leave 16 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Round(Vector256<short> values, int shift) =>
        shift == 0 ? values : (values >> shift) + ((values >> (shift - 1)) & Vector256<short>.One);
}
