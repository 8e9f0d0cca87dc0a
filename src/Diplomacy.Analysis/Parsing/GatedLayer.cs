using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// A recurrent layer that reads the sentence from both ends, in 16-bit fixed point. What is costly (three matrix products) does not
/// depend on the neighbours and is done for all tokens at once; what runs along the sentence is a handful of additions:
/// <code>
/// c[t] = f * c[t-1] + (1 - f) * z        h[t] = o * c[t]
/// </code>
/// with f and o between 0 and 1 and z between -1 and 1 (a quasi-recurrent network with pooling: Bradbury et al. 2017).
/// The squashing function is <c>x - x|x|/4</c> on [-2, 2]: a parabola looks like tanh and costs one multiplication.
/// </summary>
internal sealed class GatedLayer
{
    /// <summary>Bits behind the point in states and outputs: 1.0 is 8192.</summary>
    public const int Fraction = 13;

    /// <summary>Lanes of one gate vector.</summary>
    public const int Lanes = 16;

    private const short SquashLimit = 2 << Fraction;
    private const short AlmostOne = (1 << Fraction) - 1;
    private const short One = 1 << Fraction;

    private readonly DenseLayer _gates;

    /// <summary>
    /// Makes the layer. The outputs of <paramref name="gates"/> are, for each direction, f, z and o of <see cref="Width"/> numbers each:
    /// z as it is, f and o halved (the logistic function is the squashing function at half its argument).
    /// </summary>
    public GatedLayer(DenseLayer gates)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(gates.Outputs % (6 * Lanes), 0, nameof(gates));
        _gates = gates;
        Width = gates.Outputs / 6;
    }

    /// <summary>Size of the state of one direction.</summary>
    public int Width { get; }

    /// <summary>Number of inputs a token.</summary>
    public int Inputs => _gates.Inputs;

    /// <summary>Number of outputs a token: both directions side by side.</summary>
    public int Outputs => 2 * Width;

    /// <summary>Reads <paramref name="tokens"/> tokens.</summary>
    /// <param name="inputs"><see cref="Inputs"/> numbers a token.</param>
    /// <param name="tokens">Number of tokens.</param>
    /// <param name="gates">Room for 6 * <see cref="Width"/> numbers a token.</param>
    /// <param name="outputs">Receives <see cref="Outputs"/> numbers a token.</param>
    public void Apply(ReadOnlySpan<short> inputs, int tokens, Span<short> gates, Span<short> outputs)
    {
        gates = gates[..(tokens * 6 * Width)];
        outputs = outputs[..(tokens * Outputs)];
        _gates.Apply(inputs, tokens, gates);
        if (Avx2.IsSupported)
        {
            ScanVector(tokens, gates, outputs);
        }
        else
        {
            ScanScalar(tokens, gates, outputs);
        }
    }

    /// <summary>The plain loop; a test holds the vector path to its bits.</summary>
    internal void ScanScalar(int tokens, ReadOnlySpan<short> gates, Span<short> outputs)
    {
        for (int direction = 0; direction < 2; direction++)
        {
            for (int lane = 0; lane < Width; lane++)
            {
                int state = 0;
                for (int i = 0; i < tokens; i++)
                {
                    int token = direction == 0 ? i : tokens - 1 - i;
                    ReadOnlySpan<short> gate = gates[(((token * 2) + direction) * 3 * Width)..];
                    int z = Squash(gate[Width + lane]);
                    state = (short)(z + Multiply((short)(state - z), Logistic(gate[lane])));
                    outputs[(((token * 2) + direction) * Width) + lane] = (short)Multiply(state, Logistic(gate[(2 * Width) + lane]));
                }
            }
        }
    }

    internal void ScanVector(int tokens, ReadOnlySpan<short> gates, Span<short> outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gates.Length, tokens * 6 * Width, nameof(gates));
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs.Length, tokens * 2 * Width, nameof(outputs));
        nint width = Width;
        for (int direction = 0; direction < 2; direction++)
        {
            nint step = direction == 0 ? 1 : -1;
            nint start = ((direction == 0 ? 0 : tokens - 1) * 2) + direction;
            for (nint lane = 0; lane < width; lane += Lanes)
            {
                ref short gate = ref Unsafe.Add(ref MemoryMarshal.GetReference(gates), (start * 3 * width) + lane);
                ref short output = ref Unsafe.Add(ref MemoryMarshal.GetReference(outputs), (start * width) + lane);
                Vector256<short> state = default;
                for (int i = 0; i < tokens; i++)
                {
                    Vector256<short> z = Squash(Vector256.LoadUnsafe(ref gate, (nuint)width));
                    state = z + Avx2.MultiplyHighRoundScale(state - z, Logistic(Vector256.LoadUnsafe(ref gate)));
                    Avx2.MultiplyHighRoundScale(state, Logistic(Vector256.LoadUnsafe(ref gate, (nuint)(2 * width)))).StoreUnsafe(ref output);
                    gate = ref Unsafe.Add(ref gate, step * 6 * width);
                    output = ref Unsafe.Add(ref output, step * 2 * width);
                }
            }
        }
    }

    /// <summary>The product of two numbers with 15 bits behind the point in one of them, rounded: <c>vpmulhrsw</c>.</summary>
    private static int Multiply(int a, int b) => ((a * b) + 0x4000) >> 15;

    private static int Squash(int x)
    {
        x = Math.Clamp(x, -SquashLimit, SquashLimit);
        return x - Multiply(x, Math.Abs(x));
    }

    /// <summary>(1 + squash) / 2, with 15 bits behind the point, a hair below 1 at most.</summary>
    private static int Logistic(int x) => (Math.Min(Squash(x), AlmostOne) + One) * 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Squash(Vector256<short> x)
    {
        x = Vector256.Max(Vector256.Min(x, Vector256.Create(SquashLimit)), Vector256.Create((short)-SquashLimit));
        return x - Avx2.MultiplyHighRoundScale(x, Vector256.Abs(x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Logistic(Vector256<short> x)
    {
        Vector256<short> y = Vector256.Min(Squash(x), Vector256.Create(AlmostOne)) + Vector256.Create(One);
        return y + y;
    }
}
