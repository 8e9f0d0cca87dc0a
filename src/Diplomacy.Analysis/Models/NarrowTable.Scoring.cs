using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.Models;

internal sealed partial class NarrowTable
{
    /// <summary>Adds rows that <see cref="Find(uint)"/> gave to 16-bit sums, which stay at their bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">There is not enough room for the sums.</exception>
    public void Add(ReadOnlySpan<int> rows, Span<short> sums)
    {
        Check(rows, sums.Length);
        if (!Vector256.IsHardwareAccelerated)
        {
            AddScalar(rows, sums);
            return;
        }

        ref short target = ref MemoryMarshal.GetReference(sums);
        for (int at = 0; at < Width; at += 32)
        {
            // The outer loop runs over 32 classes, so that their sums stay in two registers.
            Vector256<short> low = Vector256.LoadUnsafe(ref target, (nuint)at);
            Vector256<short> high = Vector256.LoadUnsafe(ref target, (nuint)at + 16);
            foreach (int row in rows)
            {
                (Vector256<short> lower, Vector256<short> upper) = Weights(ref RowAt(row), Width, at);
                low = Vector256.AddSaturate(low, lower);
                high = Vector256.AddSaturate(high, upper);
            }

            low.StoreUnsafe(ref target, (nuint)at);
            high.StoreUnsafe(ref target, (nuint)at + 16);
        }
    }

    /// <summary>Adds rows that <see cref="Find(uint)"/> gave to 32-bit sums.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">There is not enough room for the sums.</exception>
    public void Add(ReadOnlySpan<int> rows, Span<int> sums)
    {
        Check(rows, sums.Length);
        if (!Vector256.IsHardwareAccelerated)
        {
            AddScalar(rows, sums);
            return;
        }

        ref int target = ref MemoryMarshal.GetReference(sums);
        for (int at = 0; at < Width; at += 32)
        {
            Vector256<int> sum0 = Vector256.LoadUnsafe(ref target, (nuint)at);
            Vector256<int> sum1 = Vector256.LoadUnsafe(ref target, (nuint)at + 8);
            Vector256<int> sum2 = Vector256.LoadUnsafe(ref target, (nuint)at + 16);
            Vector256<int> sum3 = Vector256.LoadUnsafe(ref target, (nuint)at + 24);
            foreach (int row in rows)
            {
                (Vector256<short> lower, Vector256<short> upper) = Weights(ref RowAt(row), Width, at);
                (Vector256<int> part0, Vector256<int> part1) = Vector256.Widen(lower);
                (Vector256<int> part2, Vector256<int> part3) = Vector256.Widen(upper);
                sum0 += part0;
                sum1 += part1;
                sum2 += part2;
                sum3 += part3;
            }

            sum0.StoreUnsafe(ref target, (nuint)at);
            sum1.StoreUnsafe(ref target, (nuint)at + 8);
            sum2.StoreUnsafe(ref target, (nuint)at + 16);
            sum3.StoreUnsafe(ref target, (nuint)at + 24);
        }
    }

    /// <summary>The plain loop; a test holds the vector path to its bits.</summary>
    internal void AddScalar(ReadOnlySpan<int> rows, Span<short> sums)
    {
        foreach (int row in rows)
        {
            ref byte first = ref RowAt(row);
            int shift = Unsafe.Add(ref first, Width - Tail);
            for (int i = 0; i < Width; i++)
            {
                sums[i] = (short)Math.Clamp(sums[i] + ((sbyte)Unsafe.Add(ref first, i) << shift), short.MinValue, short.MaxValue);
            }
        }
    }

    /// <inheritdoc cref="AddScalar(ReadOnlySpan{int}, Span{short})"/>
    internal void AddScalar(ReadOnlySpan<int> rows, Span<int> sums)
    {
        foreach (int row in rows)
        {
            ref byte first = ref RowAt(row);
            int shift = Unsafe.Add(ref first, Width - Tail);
            for (int i = 0; i < Width; i++)
            {
                sums[i] += (sbyte)Unsafe.Add(ref first, i) << shift;
            }
        }
    }

    /// <summary>32 weights of a row that holds 8-bit weights and a shift, from weight <paramref name="at"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector256<short> Lower, Vector256<short> Upper) Weights(ref byte row, int width, int at)
    {
        int shift = Unsafe.Add(ref row, width - Tail);
        (Vector256<short> lower, Vector256<short> upper) = Vector256.Widen(Vector256.LoadUnsafe(ref row, (nuint)at).AsSByte());
        return (Vector256.ShiftLeft(lower, shift), Vector256.ShiftLeft(upper, shift));
    }

    // One compare a row buys the unchecked loads.
    private void Check(ReadOnlySpan<int> rows, int room)
    {
        if (room < Width)
        {
            throw new ArgumentException("There is not enough room for the sums.", nameof(room));
        }

        uint count = (uint)Rows;
        foreach (int row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, count, nameof(rows));
        }
    }
}
