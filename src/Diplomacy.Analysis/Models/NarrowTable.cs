using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// The 8-bit sections of <see cref="LinearTable"/>, kept in memory as narrow as on disk: a row is one cache line (half of one
/// up to 27 classes) that holds weights, shift and key, and is found through buckets of eight slots, one vector. A tagger waits for
/// memory more than for anything else; this is half of what it has to fetch.
/// <code>
/// int count = table.Find(features, rows);                     // those the model knows
/// table.Add(rows[..count], sums);                             // 16-bit sums that stay at their bounds, or exact 32-bit ones
/// </code>
/// Sums are integers added in the order of the rows: every instruction set gives the same bits. Immutable; any number of threads.
/// </summary>
internal sealed partial class NarrowTable
{
    private const int RowBits = 20;
    private const uint RowMask = (1u << RowBits) - 1;
    private const int MostShift = 8;

    // Behind the weights of a row: its shift, then its key.
    internal const int Tail = 1 + sizeof(uint);

    // Slots that are looked at together: one vector. At a third of the slots in use hardly a bucket overflows into the next.
    private const int Bucket = 8;

    private readonly AlignedBytes _slots;
    private readonly AlignedBytes _rows;
    private readonly uint _lastBucket;

    private NarrowTable(int classes, AlignedBytes slots, AlignedBytes rows)
    {
        Classes = classes;
        Width = WidthOf(classes);
        _slots = slots;
        _rows = rows;
        _lastBucket = (uint)(slots.Length / (Bucket * sizeof(uint))) - 1;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        WeightFile.Check(keys.Length + 1 < 1 << RowBits, $"table '{name}' is too large");
        var slots = new AlignedBytes((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2)) * sizeof(uint));
        var rows = new AlignedBytes((keys.Length + 1) * width);
        Span<uint> places = MemoryMarshal.Cast<byte, uint>(slots.Span);
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
            int slot = (int)key & (places.Length - 1) & ~(Bucket - 1);
            while (places[slot] != 0)
            {
                slot = (slot + 1) & (places.Length - 1);
            }

            places[slot] = (key & ~RowMask) | (uint)(i + 1);
        }

        WeightFile.Check(at == columns.Length, $"table '{name}' has weights that no row claims");
        return new NarrowTable(classes, slots, rows);
    }

    /// <summary>Finds the rows of <paramref name="features"/> and leaves out those the model does not know; returns their number.</summary>
    /// <param name="features">Hashed features.</param>
    /// <param name="rows">Room for as many rows.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<uint> features, Span<int> rows)
    {
        if (rows.Length < features.Length)
        {
            throw new ArgumentException("There is not enough room for the rows.", nameof(rows));
        }

        // Three passes, so that all fetches from memory of one pass are under way together.
        foreach (uint feature in features)
        {
            _slots.Prefetch(Home(feature));
        }

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

    // Offset of the bucket in which the search for a feature begins.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Home(uint feature) => (int)((feature / Bucket) & _lastBucket) * (Bucket * sizeof(uint));

    // The row of the bucket's first slot that agrees in the upper bits of the key: one in a thousand is wrong. 0 is never wrong.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Guess(uint feature)
    {
        ref uint first = ref Unsafe.As<byte, uint>(ref _slots.At(Home(feature)));
        Vector256<uint> slots = Vector256.LoadUnsafe(ref first);
        uint agree = Vector256.Equals(slots & Vector256.Create(~RowMask), Vector256.Create(feature & ~RowMask)).ExtractMostSignificantBits();
        if (agree == 0)
        {
            // A bucket is filled from the front; only a full one sends on to the next.
            return slots.GetElement(Bucket - 1) == 0 ? 0 : Search(feature);
        }

        return (int)(Unsafe.Add(ref first, BitOperations.TrailingZeroCount(agree)) & RowMask);
    }

    private int Search(uint feature)
    {
        ReadOnlySpan<uint> slots = MemoryMarshal.Cast<byte, uint>(_slots.Span);
        for (int slot = Home(feature) / sizeof(uint); ; slot = (slot + 1) & (slots.Length - 1))
        {
            int row = (int)(slots[slot] & RowMask);
            if (row == 0 || KeyOf(row) == feature)
            {
                return row;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint KeyOf(int row) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref RowAt(row), Width - sizeof(uint)));

    private static int WidthOf(int classes) => (classes + Tail + 31) & ~31;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte RowAt(int row) => ref _rows.At(row * Width);
}
