using System.Runtime.CompilerServices;
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

    /// <summary>Rounds a sum into its line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int sum, ReadOnlySpan<short> values)
    {
        Span<byte> line = _lines.Span.Slice(sum * AlignedBytes.Line, AlignedBytes.Line);
        int largest = 0;
        for (int i = 0; i < PennTags.Count; i++)
        {
            largest = Math.Max(largest, Math.Abs((int)values[i]));
        }

        int shift = 0;
        while ((largest + (1 << shift >> 1)) >> shift > 127)
        {
            shift++;
        }

        for (int i = 0; i < PennTags.Count; i++)
        {
            line[i] = (byte)((values[i] + (1 << shift >> 1)) >> shift);
        }

        line[AlignedBytes.Line - NarrowTable.Tail] = (byte)shift;
    }
}
