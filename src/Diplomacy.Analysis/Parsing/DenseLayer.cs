using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// A fully connected layer in integers: 16-bit inputs and weights, 32-bit sums, 16-bit outputs
/// (<c>saturate((bias + Σ weight * input + half) &gt;&gt; shift)</c>). Integer sums do not depend on their order, so every instruction set
/// gives the same bits; the pairing of neighbours is that of <c>vpmaddwd</c>, the fastest multiplication that AVX2 has.
/// </summary>
internal sealed class DenseLayer
{
    private readonly short[] _pairs;
    private readonly int[] _bias;
    private readonly int _shift;

    /// <summary>Makes the layer.</summary>
    /// <param name="weights">Row-major, a row an input: <c>weights[input * outputs + output]</c>.</param>
    /// <param name="bias">A number an output, in units of the sums.</param>
    /// <param name="shift">By how many bits the sums are shifted right; at least 1.</param>
    public DenseLayer(ReadOnlySpan<short> weights, ReadOnlySpan<int> bias, int shift)
    {
        Outputs = bias.Length;
        Inputs = weights.Length / Outputs;
        ArgumentOutOfRangeException.ThrowIfNotEqual(Outputs % 16, 0, nameof(bias));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Inputs % 2, 0, nameof(weights));
        ArgumentOutOfRangeException.ThrowIfNotEqual(shift is > 0 and < 31, true, nameof(shift));
        _shift = shift;
        _bias = new int[Outputs];
        _pairs = new short[weights.Length];
        for (int output = 0; output < Outputs; output++)
        {
            _bias[output] = bias[output] + (1 << (shift - 1));
            for (int input = 0; input < Inputs; input++)
            {
                _pairs[Place(input, output)] = weights[(input * Outputs) + output];
            }
        }
    }

    /// <summary>
    /// Whether no inputs up to <paramref name="largestInput"/> can make a sum leave 32 bits; asked of weights from a file, so that a
    /// damaged one is refused instead of giving nonsense.
    /// </summary>
    public static bool CannotOverflow(ReadOnlySpan<short> weights, ReadOnlySpan<int> bias, int shift, int largestInput)
    {
        long[] sums = new long[bias.Length];
        for (int i = 0; i < weights.Length; i += sums.Length)
        {
            for (int output = 0; output < sums.Length; output++)
            {
                sums[output] += Math.Abs((int)weights[i + output]);
            }
        }

        for (int output = 0; output < sums.Length; output++)
        {
            if ((sums[output] * largestInput) + Math.Abs((long)bias[output]) + (1L << shift) > int.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Number of inputs; even.</summary>
    public int Inputs { get; }

    /// <summary>Number of outputs; a multiple of 16.</summary>
    public int Outputs { get; }

    /// <summary>Computes the outputs of <paramref name="rows"/> rows of inputs, which stand one behind the other.</summary>
    public void Apply(ReadOnlySpan<short> inputs, int rows, Span<short> outputs) => Apply(inputs, rows, Inputs, outputs);

    /// <summary>The same for rows that begin <paramref name="step"/> numbers apart and may overlap: windows on a longer stretch.</summary>
    public void Apply(ReadOnlySpan<short> inputs, int rows, int step, Span<short> outputs)
    {
        if (Avx2.IsSupported)
        {
            ApplyVector(inputs, rows, step, outputs);
        }
        else
        {
            ApplyScalar(inputs, rows, step, outputs);
        }
    }

    /// <summary>The plain loop; a test holds the vector path to its bits.</summary>
    internal void ApplyScalar(ReadOnlySpan<short> inputs, int rows, int step, Span<short> outputs)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<short> from = inputs.Slice(row * step, Inputs);
            Span<short> to = outputs.Slice(row * Outputs, Outputs);
            for (int output = 0; output < to.Length; output++)
            {
                int sum = _bias[output];
                for (int input = 0; input < from.Length; input++)
                {
                    sum = unchecked(sum + (from[input] * _pairs[Place(input, output)]));
                }

                to[output] = (short)Math.Clamp(sum >> _shift, short.MinValue, short.MaxValue);
            }
        }
    }

    internal void ApplyVector(ReadOnlySpan<short> inputs, int rows, int step, Span<short> outputs)
    {
        // These two compares buy the unchecked loads below.
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Length, rows == 0 ? 0 : ((rows - 1) * step) + Inputs, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs.Length, rows * Outputs, nameof(outputs));
        ref short input = ref MemoryMarshal.GetReference(inputs);
        ref short output = ref MemoryMarshal.GetReference(outputs);
        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            FourRows(ref Unsafe.Add(ref input, row * step), step, ref Unsafe.Add(ref output, row * Outputs));
        }

        // What is left, with rows that are done already to make up four or two: cheaper than one by one.
        if (rows - row == 3 && rows >= 4)
        {
            row = rows - 4;
            FourRows(ref Unsafe.Add(ref input, row * step), step, ref Unsafe.Add(ref output, row * Outputs));
            return;
        }

        for (; rows - row >= 2; row += 2)
        {
            TwoRows(ref Unsafe.Add(ref input, row * step), step, ref Unsafe.Add(ref output, row * Outputs));
        }

        if (row < rows && rows >= 2)
        {
            row = rows - 2;
            TwoRows(ref Unsafe.Add(ref input, row * step), step, ref Unsafe.Add(ref output, row * Outputs));
        }
        else if (row < rows)
        {
            OneRow(ref input, ref output);
        }
    }

    /// <summary>Four rows at once, so that a weight is loaded once for four uses; their 64 sums stay in eight registers.</summary>
    private void FourRows(ref short input, nint step, ref short output)
    {
        nint inputs = Inputs, outputs = Outputs;
        ref short weights = ref MemoryMarshal.GetArrayDataReference(_pairs);
        for (nint column = 0; column < outputs; column += 16)
        {
            ref int bias = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bias), column);
            Vector256<int> a0 = Vector256.LoadUnsafe(ref bias), a1 = Vector256.LoadUnsafe(ref bias, 8);
            Vector256<int> b0 = a0, b1 = a1, c0 = a0, c1 = a1, d0 = a0, d1 = a1;
            ref short a = ref input, b = ref Unsafe.Add(ref input, step), c = ref Unsafe.Add(ref input, 2 * step), d = ref Unsafe.Add(ref input, 3 * step);
            for (nint i = 0; i < inputs; i += 2)
            {
                Vector256<short> w0 = Vector256.LoadUnsafe(ref weights), w1 = Vector256.LoadUnsafe(ref weights, 16);
                weights = ref Unsafe.Add(ref weights, 32);
                Vector256<short> x = Pair(ref Unsafe.Add(ref a, i));
                a0 += Avx2.MultiplyAddAdjacent(w0, x);
                a1 += Avx2.MultiplyAddAdjacent(w1, x);
                x = Pair(ref Unsafe.Add(ref b, i));
                b0 += Avx2.MultiplyAddAdjacent(w0, x);
                b1 += Avx2.MultiplyAddAdjacent(w1, x);
                x = Pair(ref Unsafe.Add(ref c, i));
                c0 += Avx2.MultiplyAddAdjacent(w0, x);
                c1 += Avx2.MultiplyAddAdjacent(w1, x);
                x = Pair(ref Unsafe.Add(ref d, i));
                d0 += Avx2.MultiplyAddAdjacent(w0, x);
                d1 += Avx2.MultiplyAddAdjacent(w1, x);
            }

            ref short target = ref Unsafe.Add(ref output, column);
            Store(a0, a1, ref target);
            Store(b0, b1, ref Unsafe.Add(ref target, outputs));
            Store(c0, c1, ref Unsafe.Add(ref target, 2 * outputs));
            Store(d0, d1, ref Unsafe.Add(ref target, 3 * outputs));
        }
    }

    private void TwoRows(ref short input, nint step, ref short output)
    {
        nint inputs = Inputs, outputs = Outputs;
        ref short weights = ref MemoryMarshal.GetArrayDataReference(_pairs);
        for (nint column = 0; column < outputs; column += 16)
        {
            ref int bias = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bias), column);
            Vector256<int> a0 = Vector256.LoadUnsafe(ref bias), a1 = Vector256.LoadUnsafe(ref bias, 8);
            Vector256<int> b0 = a0, b1 = a1;
            ref short a = ref input, b = ref Unsafe.Add(ref input, step);
            for (nint i = 0; i < inputs; i += 2)
            {
                Vector256<short> w0 = Vector256.LoadUnsafe(ref weights), w1 = Vector256.LoadUnsafe(ref weights, 16);
                weights = ref Unsafe.Add(ref weights, 32);
                Vector256<short> x = Pair(ref Unsafe.Add(ref a, i));
                a0 += Avx2.MultiplyAddAdjacent(w0, x);
                a1 += Avx2.MultiplyAddAdjacent(w1, x);
                x = Pair(ref Unsafe.Add(ref b, i));
                b0 += Avx2.MultiplyAddAdjacent(w0, x);
                b1 += Avx2.MultiplyAddAdjacent(w1, x);
            }

            ref short target = ref Unsafe.Add(ref output, column);
            Store(a0, a1, ref target);
            Store(b0, b1, ref Unsafe.Add(ref target, outputs));
        }
    }

    /// <summary>One row, two panels at once where there are two, so that the sums do not wait for each other.</summary>
    private void OneRow(ref short input, ref short output)
    {
        nint inputs = Inputs, outputs = Outputs, column = 0;
        for (; column + 32 <= outputs; column += 32)
        {
            ref short weights = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pairs), column * inputs);
            ref short others = ref Unsafe.Add(ref weights, 16 * inputs);
            ref int bias = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bias), column);
            Vector256<int> a0 = Vector256.LoadUnsafe(ref bias), a1 = Vector256.LoadUnsafe(ref bias, 8);
            Vector256<int> b0 = Vector256.LoadUnsafe(ref bias, 16), b1 = Vector256.LoadUnsafe(ref bias, 24);
            for (nint i = 0; i < inputs; i += 2)
            {
                Vector256<short> x = Pair(ref Unsafe.Add(ref input, i));
                a0 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights), x);
                a1 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 16), x);
                b0 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref others), x);
                b1 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref others, 16), x);
                weights = ref Unsafe.Add(ref weights, 32);
                others = ref Unsafe.Add(ref others, 32);
            }

            Store(a0, a1, ref Unsafe.Add(ref output, column));
            Store(b0, b1, ref Unsafe.Add(ref output, column + 16));
        }

        for (; column < outputs; column += 16)
        {
            ref short weights = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pairs), column * inputs);
            ref int bias = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bias), column);
            Vector256<int> a0 = Vector256.LoadUnsafe(ref bias), a1 = Vector256.LoadUnsafe(ref bias, 8);
            for (nint i = 0; i < inputs; i += 2)
            {
                Vector256<short> x = Pair(ref Unsafe.Add(ref input, i));
                a0 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights), x);
                a1 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 16), x);
                weights = ref Unsafe.Add(ref weights, 32);
            }

            Store(a0, a1, ref Unsafe.Add(ref output, column));
        }
    }

    /// <summary>Panels of 16 outputs; in a panel pair after pair of inputs; in a pair the two weights of each output side by side.</summary>
    private int Place(int input, int output) => ((output & ~15) * Inputs) + ((input >> 1) * 32) + ((output & 15) * 2) + (input & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(ref short first) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref first))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Vector256<int> low, Vector256<int> high, ref short target) =>
        Vector256.NarrowWithSaturation(low >> _shift, high >> _shift).StoreUnsafe(ref target);
}
