using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// The few dense kernels that training needs. Each output is summed over its terms one after the other by fused multiply-adds,
/// lanes being different outputs: the width of the machine's vectors does not change a bit of the result.
/// </summary>
internal static class MatrixMath
{
    private const int Lanes = 16;

    /// <summary>C = A * B, or C += A * B; A is rows x terms, B terms x columns, all row-major and dense.</summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int columns, int terms, bool add) =>
        Multiply(a, terms, 1, b, c, rows, columns, terms, add);

    /// <summary>C += transpose(A) * B; A is terms x rows. The gradient of weights from inputs and the outputs' gradient.</summary>
    public static void AddTransposed(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int columns, int terms) =>
        Multiply(a, 1, rows, b, c, rows, columns, terms, add: true);

    /// <summary>target = transpose of source.</summary>
    public static void Transpose(ReadOnlySpan<float> source, int rows, int columns, Span<float> target)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                target[(column * rows) + row] = source[(row * columns) + column];
            }
        }
    }

    /// <summary>target += source.</summary>
    public static void Add(Span<float> target, ReadOnlySpan<float> source)
    {
        ref float to = ref MemoryMarshal.GetReference(target);
        ref float from = ref MemoryMarshal.GetReference(source[..target.Length]);
        int i = 0;
        for (; i + Lanes <= target.Length; i += Lanes)
        {
            (Vector512.LoadUnsafe(ref to, (nuint)i) + Vector512.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }

    /// <summary>target += factor * source.</summary>
    public static void Add(Span<float> target, float factor, ReadOnlySpan<float> source)
    {
        ref float to = ref MemoryMarshal.GetReference(target);
        ref float from = ref MemoryMarshal.GetReference(source[..target.Length]);
        int i = 0;
        for (; i + Lanes <= target.Length; i += Lanes)
        {
            Vector512.FusedMultiplyAdd(Vector512.Create(factor), Vector512.LoadUnsafe(ref from, (nuint)i), Vector512.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] = MathF.FusedMultiplyAdd(factor, source[i], target[i]);
        }
    }

    /// <summary>target *= source, element by element.</summary>
    public static void Scale(Span<float> target, ReadOnlySpan<float> source)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] *= source[i];
        }
    }

    /// <summary>Element (row, term) of A stands at <c>row * rowStep + term * termStep</c>. Columns must be a multiple of 16.</summary>
    private static void Multiply(ReadOnlySpan<float> a, int rowStep, int termStep, ReadOnlySpan<float> b, Span<float> c, int rows, int columns, int terms, bool add)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Lanes, 0, nameof(columns));
        ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, rows * terms, nameof(a));
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, terms * columns, nameof(b));
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, rows * columns, nameof(c));
        int column = 0;
        for (; column + (2 * Lanes) <= columns; column += 2 * Lanes)
        {
            int row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                FourRows(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), row * rowStep), rowStep, termStep, ref Unsafe.Add(ref MemoryMarshal.GetReference(b), column), ref Unsafe.Add(ref MemoryMarshal.GetReference(c), (row * columns) + column), columns, terms, add);
            }

            for (; row < rows; row++)
            {
                OneRow(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), row * rowStep), termStep, ref Unsafe.Add(ref MemoryMarshal.GetReference(b), column), ref Unsafe.Add(ref MemoryMarshal.GetReference(c), (row * columns) + column), columns, terms, add);
                OneRow(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), row * rowStep), termStep, ref Unsafe.Add(ref MemoryMarshal.GetReference(b), column + Lanes), ref Unsafe.Add(ref MemoryMarshal.GetReference(c), (row * columns) + column + Lanes), columns, terms, add);
            }
        }

        for (; column < columns; column += Lanes)
        {
            for (int row = 0; row < rows; row++)
            {
                OneRow(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), row * rowStep), termStep, ref Unsafe.Add(ref MemoryMarshal.GetReference(b), column), ref Unsafe.Add(ref MemoryMarshal.GetReference(c), (row * columns) + column), columns, terms, add);
            }
        }
    }

    /// <summary>Four rows by 32 columns in registers: six loads for eight multiplications of a vector.</summary>
    private static void FourRows(ref float a, int rowStep, int termStep, ref float b, ref float c, int columns, int terms, bool add)
    {
        ref float c1 = ref Unsafe.Add(ref c, columns), c2 = ref Unsafe.Add(ref c1, columns), c3 = ref Unsafe.Add(ref c2, columns);
        Vector512<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        if (add)
        {
            (s00, s01) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, Lanes));
            (s10, s11) = (Vector512.LoadUnsafe(ref c1), Vector512.LoadUnsafe(ref c1, Lanes));
            (s20, s21) = (Vector512.LoadUnsafe(ref c2), Vector512.LoadUnsafe(ref c2, Lanes));
            (s30, s31) = (Vector512.LoadUnsafe(ref c3), Vector512.LoadUnsafe(ref c3, Lanes));
        }

        for (int term = 0; term < terms; term++)
        {
            Vector512<float> low = Vector512.LoadUnsafe(ref b), high = Vector512.LoadUnsafe(ref b, Lanes);
            Vector512<float> x = Vector512.Create(a);
            s00 = Vector512.FusedMultiplyAdd(x, low, s00);
            s01 = Vector512.FusedMultiplyAdd(x, high, s01);
            x = Vector512.Create(Unsafe.Add(ref a, rowStep));
            s10 = Vector512.FusedMultiplyAdd(x, low, s10);
            s11 = Vector512.FusedMultiplyAdd(x, high, s11);
            x = Vector512.Create(Unsafe.Add(ref a, 2 * rowStep));
            s20 = Vector512.FusedMultiplyAdd(x, low, s20);
            s21 = Vector512.FusedMultiplyAdd(x, high, s21);
            x = Vector512.Create(Unsafe.Add(ref a, 3 * rowStep));
            s30 = Vector512.FusedMultiplyAdd(x, low, s30);
            s31 = Vector512.FusedMultiplyAdd(x, high, s31);
            a = ref Unsafe.Add(ref a, termStep);
            b = ref Unsafe.Add(ref b, columns);
        }

        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref c, Lanes);
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref c1, Lanes);
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref c2, Lanes);
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref c3, Lanes);
    }

    private static void OneRow(ref float a, int termStep, ref float b, ref float c, int columns, int terms, bool add)
    {
        Vector512<float> sum = add ? Vector512.LoadUnsafe(ref c) : default;
        for (int term = 0; term < terms; term++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(a), Vector512.LoadUnsafe(ref b), sum);
            a = ref Unsafe.Add(ref a, termStep);
            b = ref Unsafe.Add(ref b, columns);
        }

        sum.StoreUnsafe(ref c);
    }
}
