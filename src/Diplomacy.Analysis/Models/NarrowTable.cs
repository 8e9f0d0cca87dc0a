using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// The 8-bit sections of <see cref="LinearTable"/>, kept in memory as narrow as on disk: a row is one cache line (half of one
/// up to 27 classes) that holds weights, shift and key. The rows stand in the order of their keys; the upper bits of a key choose
/// a group of about six, and a byte a row, its lowest, tells which of the group it can be. A tagger waits for memory more than
/// for anything else: the groups are one fetch of 16 bytes each, and small enough to stay near the processor.
/// <code>
/// int count = table.Find(features, rows);                     // those the model knows
/// table.Add(rows[..count], sums);                             // 16-bit sums that stay at their bounds, or exact 32-bit ones
/// </code>
/// Sums are integers added in the order of the rows: every instruction set gives the same bits. Immutable; any number of threads.
/// </summary>
internal sealed partial class NarrowTable
{
    private const int MostShift = 8;

    // Behind the weights of a row: its shift, then its key.
    internal const int Tail = 1 + sizeof(uint);

    // Rows of a group, on average; that more fall into one than there are bytes for is rare.
    private const int Group = 6;
    private const int GroupSize = 16;
    private const int MostOfGroup = 12;

    // Row n is the n-th feature, counted from 1; row 0 is the zero row. A group holds the lowest bytes of the keys of its rows, then
    // the number of its first row times 16 plus the number of its rows, which is one too many where there are more than 12.
    private readonly AlignedBytes _groups;
    private readonly int _groupCount;
    private readonly AlignedBytes _rows;

    private NarrowTable(int classes, AlignedBytes groups, AlignedBytes rows)
    {
        Classes = classes;
        Width = WidthOf(classes);
        _groups = groups;
        _groupCount = (groups.Length / GroupSize) - 1;
        _rows = rows;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>
    /// Number of sums to give room for. Those from <see cref="Classes"/> on mean nothing; the last five are not even zero.
    /// </summary>
    public int Width { get; }

    /// <summary>Number of rows, the zero row included.</summary>
    public int Rows => _rows.Length / Width;

    /// <summary>Reads the table that <see cref="LinearTable.Write"/> put under <paramref name="name"/> with 8 bits a weight.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be such a table.</exception>
    public static NarrowTable Read(WeightFile file, string name)
    {
        ReadOnlySpan<int> shape = file.Int32s($"{name}.shape");
        ReadOnlySpan<float> scale = file.Singles($"{name}.scale");
        ReadOnlySpan<uint> keys = file.UInt32s($"{name}.keys");
        ReadOnlySpan<byte> counts = file.Bytes($"{name}.counts");
        ReadOnlySpan<byte> columns = file.Bytes($"{name}.columns");
        ReadOnlySpan<sbyte> weights = file.SBytes($"{name}.weights");
        ReadOnlySpan<byte> shifts = file.Bytes($"{name}.shifts");
        WeightFile.Check(shape.Length == 1 && shape[0] is > 0 and <= 255 - Tail, $"table '{name}' claims an impossible number of classes");
        WeightFile.Check(scale.Length == 1 && float.IsFinite(scale[0]) && scale[0] > 0, $"table '{name}' has no scale");
        WeightFile.Check(counts.Length == keys.Length && columns.Length == weights.Length && shifts.Length == keys.Length, $"the parts of table '{name}' have lengths that do not agree");
        int classes = shape[0];
        int width = WidthOf(classes);
        WeightFile.Check((keys.Length + 1L) * width < Array.MaxLength - AlignedBytes.Line, $"table '{name}' is too large");
        WeightFile.Check(keys.Length < int.MaxValue / GroupSize, $"table '{name}' is too large");
        int groupCount = (keys.Length / Group) + 1;
        var groups = new AlignedBytes((groupCount + 1) * GroupSize);
        var rows = new AlignedBytes((keys.Length + 1) * width);
        int at = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            uint key = keys[i];
            WeightFile.Check(i == 0 ? key != 0 : key > keys[i - 1], $"the features of table '{name}' are not in order");
            int end = at + counts[i];
            WeightFile.Check(end <= columns.Length, $"the rows of table '{name}' are longer than its weights");
            WeightFile.Check(shifts[i] <= MostShift, $"table '{name}' has an impossible shift");
            Span<byte> row = rows.Span.Slice((i + 1) * width, width);
            for (; at < end; at++)
            {
                WeightFile.Check(columns[at] < classes, $"table '{name}' has a weight for a class that is not there");
                row[columns[at]] = (byte)weights[at];
            }

            row[width - Tail] = shifts[i];
            Unsafe.WriteUnaligned(ref row[width - sizeof(uint)], key);
        }

        WeightFile.Check(at == columns.Length, $"table '{name}' has weights that no row claims");
        FillGroups(groups.Span, groupCount, keys);
        return new NarrowTable(classes, groups, rows);
    }

    // Behind the last group stands an empty one, whose first row is where a search in the last group ends.
    private static void FillGroups(Span<byte> groups, int groupCount, ReadOnlySpan<uint> keys)
    {
        int next = 0;
        for (int group = 0; group <= groupCount; group++)
        {
            int first = next;
            Span<byte> record = groups.Slice(group * GroupSize, GroupSize);
            for (; next < keys.Length && GroupOf(keys[next], groupCount) == group; next++)
            {
                if (next - first < MostOfGroup)
                {
                    record[next - first] = (byte)keys[next];
                }
            }

            Unsafe.WriteUnaligned(ref record[MostOfGroup], ((uint)(first + 1) << 4) | (uint)Math.Min(next - first, MostOfGroup + 1));
        }
    }

    /// <summary>Finds the rows of <paramref name="features"/> and leaves out those the model does not know; returns their number.</summary>
    /// <param name="features">Hashed features.</param>
    /// <param name="rows">Room for as many rows.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public int Find(ReadOnlySpan<uint> features, Span<int> rows)
    {
        if (rows.Length < features.Length)
        {
            throw new ArgumentException("There is not enough room for the rows.", nameof(rows));
        }

        // Two passes, so that all fetches from memory are under way together.
        int count = 0;
        for (int i = 0; i < features.Length; i++)
        {
            int row = Guess(features[i]);
            _rows.Prefetch(row * Width);
            rows[i] = row;
        }

        for (int i = 0; i < features.Length; i++)
        {
            int row = rows[i];
            if (KeyOf(row) != features[i] & row != 0)
            {
                row = Search(features[i]);
            }

            rows[count] = row;
            count += row != 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The row of a hashed feature; 0, the zero row, where the model does not know it.</summary>
    public int Find(uint feature)
    {
        int row = Guess(feature);
        return row == 0 || KeyOf(row) == feature ? row : Search(feature);
    }

    // The first row of the group that agrees in the lowest byte: one in forty is wrong. 0 is never wrong.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Guess(uint feature)
    {
        Vector128<byte> group = Vector128.LoadUnsafe(ref _groups.At(GroupOf(feature, _groupCount) * GroupSize));
        uint tail = group.AsUInt32().GetElement(3);
        int count = (int)(tail & 15);
        if (count > MostOfGroup)
        {
            return Search(feature);
        }

        uint agree = Vector128.Equals(group, Vector128.Create((byte)feature)).ExtractMostSignificantBits() & ((1u << count) - 1);

        // Without a branch: it would be wrong as often as right, and each time the fetches behind it would wait for this one.
        int any = (int)(agree | (0 - agree)) >> 31;
        return ((int)(tail >> 4) + BitOperations.TrailingZeroCount(agree)) & any;
    }

    private int Search(uint feature)
    {
        int group = GroupOf(feature, _groupCount);
        int end = FirstOf(group + 1);
        for (int row = FirstOf(group); row < end; row++)
        {
            if (KeyOf(row) == feature)
            {
                return row;
            }
        }

        return 0;
    }

    private int FirstOf(int group) => (int)(Unsafe.ReadUnaligned<uint>(ref _groups.At((group * GroupSize) + MostOfGroup)) >> 4);

    // Keys are hashes, so their upper bits fall into all groups alike; and the order of the groups is that of the keys.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int GroupOf(uint feature, int groups) => (int)(((ulong)feature * (uint)groups) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint KeyOf(int row) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref RowAt(row), Width - sizeof(uint)));

    private static int WidthOf(int classes) => (classes + Tail + 31) & ~31;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte RowAt(int row) => ref _rows.At(row * Width);
}
