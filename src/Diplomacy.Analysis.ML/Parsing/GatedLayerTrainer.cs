using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// The recurrent layer of <see cref="Diplomacy.Analysis.Parsing.GatedLayer"/> in floating point, with its gradient. Same functions, same
/// layout of the gates: for each direction f, z, o.
/// </summary>
internal sealed class GatedLayerTrainer
{
    private const int Lanes = 16;

    private readonly int _inputs;
    private readonly int _width;
    private float[] _input = [];
    private float[] _gates = [];
    private float[] _states = [];

    public GatedLayerTrainer(int inputs, int width, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % Lanes, 0, nameof(width));
        _inputs = inputs;
        _width = width;
        Weights = new Parameter(inputs, 6 * width).Randomise(random, inputs, width);
        Bias = new Parameter(1, 6 * width);
        for (int direction = 0; direction < 2; direction++)
        {
            // Begins with a memory of several words: f somewhat above a half.
            Bias.Weights.AsSpan(direction * 3 * width, width).Fill(0.5f);
        }
    }

    public Parameter Weights { get; }

    public Parameter Bias { get; }

    public int Outputs => 2 * _width;

    /// <summary>Reads the sentences that stand side by side in <paramref name="input"/>.</summary>
    /// <param name="tape">Where the values live.</param>
    /// <param name="input">A row a token.</param>
    /// <param name="starts">Index of the first token of each sentence, and the number of tokens at the end.</param>
    public float[] Forward(Tape tape, float[] input, ReadOnlySpan<int> starts)
    {
        int tokens = starts[^1];
        _input = input;
        _gates = tape.Take(tokens * 6 * _width);
        _states = tape.Take(tokens * Outputs);
        float[] outputs = tape.Take(tokens * Outputs);
        for (int token = 0; token < tokens; token++)
        {
            Bias.Weights.CopyTo(_gates, token * 6 * _width);
        }

        MatrixMath.Multiply(input, Weights.Weights, _gates, tokens, 6 * _width, _inputs, add: true);
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            Scan(starts[i], starts[i + 1], 0, outputs);
            Scan(starts[i], starts[i + 1], 1, outputs);
        }

        return outputs;
    }

    /// <summary>From the gradient of the outputs to that of the inputs; adds to the gradients of the weights.</summary>
    public float[] Backward(Tape tape, float[] outputs, ReadOnlySpan<int> starts)
    {
        int tokens = starts[^1];
        float[] gates = tape.Take(tokens * 6 * _width);
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            ScanBack(starts[i], starts[i + 1], 0, outputs, gates);
            ScanBack(starts[i], starts[i + 1], 1, outputs, gates);
        }

        for (int token = 0; token < tokens; token++)
        {
            MatrixMath.Add(Bias.Gradients, gates.AsSpan(token * 6 * _width, 6 * _width));
        }

        MatrixMath.AddTransposed(_input, gates, Weights.Gradients, _inputs, 6 * _width, tokens);
        float[] transposed = tape.Take(_inputs * 6 * _width);
        MatrixMath.Transpose(Weights.Weights, _inputs, 6 * _width, transposed);
        float[] inputs = tape.Take(tokens * _inputs);
        MatrixMath.Multiply(gates, transposed, inputs, tokens, _inputs, 6 * _width, add: false);
        return inputs;
    }

    private void Scan(int start, int end, int direction, float[] outputs)
    {
        ref float gates = ref MemoryMarshal.GetArrayDataReference(_gates), states = ref MemoryMarshal.GetArrayDataReference(_states), output = ref MemoryMarshal.GetArrayDataReference(outputs);
        for (int lane = 0; lane < _width; lane += Lanes)
        {
            Vector512<float> state = default;
            for (int i = start; i < end; i++)
            {
                int token = direction == 0 ? i : start + end - 1 - i;
                nuint gate = (nuint)((((token * 2) + direction) * 3 * _width) + lane);
                nuint place = (nuint)((((token * 2) + direction) * _width) + lane);
                Vector512<float> f = Logistic(Vector512.LoadUnsafe(ref gates, gate));
                Vector512<float> z = Squash(Vector512.LoadUnsafe(ref gates, gate + (nuint)_width));
                Vector512<float> o = Logistic(Vector512.LoadUnsafe(ref gates, gate + (nuint)(2 * _width)));
                state = z + ((state - z) * f);
                f.StoreUnsafe(ref gates, gate);
                z.StoreUnsafe(ref gates, gate + (nuint)_width);
                o.StoreUnsafe(ref gates, gate + (nuint)(2 * _width));
                state.StoreUnsafe(ref states, place);
                (o * state).StoreUnsafe(ref output, place);
            }
        }
    }

    private void ScanBack(int start, int end, int direction, float[] outputs, float[] gradients)
    {
        ref float gates = ref MemoryMarshal.GetArrayDataReference(_gates), states = ref MemoryMarshal.GetArrayDataReference(_states);
        ref float output = ref MemoryMarshal.GetArrayDataReference(outputs), gradient = ref MemoryMarshal.GetArrayDataReference(gradients);
        nuint width = (nuint)_width;
        for (int lane = 0; lane < _width; lane += Lanes)
        {
            Vector512<float> carried = default;
            for (int i = end - 1; i >= start; i--)
            {
                int token = direction == 0 ? i : start + end - 1 - i;
                int before = direction == 0 ? token - 1 : token + 1;
                nuint gate = (nuint)((((token * 2) + direction) * 3 * _width) + lane);
                nuint place = (nuint)((((token * 2) + direction) * _width) + lane);
                Vector512<float> f = Vector512.LoadUnsafe(ref gates, gate);
                Vector512<float> z = Vector512.LoadUnsafe(ref gates, gate + width);
                Vector512<float> o = Vector512.LoadUnsafe(ref gates, gate + (2 * width));
                Vector512<float> last = i == start ? default : Vector512.LoadUnsafe(ref states, (nuint)((((before * 2) + direction) * _width) + lane));
                Vector512<float> down = Vector512.LoadUnsafe(ref output, place);
                (down * Vector512.LoadUnsafe(ref states, place) * LogisticSlope(o)).StoreUnsafe(ref gradient, gate + (2 * width));
                carried += down * o;
                (carried * (last - z) * LogisticSlope(f)).StoreUnsafe(ref gradient, gate);
                (carried * (Vector512<float>.One - f) * SquashSlope(z)).StoreUnsafe(ref gradient, gate + width);
                carried *= f;
            }
        }
    }

    private static Vector512<float> Squash(Vector512<float> x)
    {
        x = Vector512.Max(Vector512.Min(x, Vector512.Create(2f)), Vector512.Create(-2f));
        return x - (x * Vector512.Abs(x) * 0.25f);
    }

    private static Vector512<float> Logistic(Vector512<float> x) => (Squash(x * 0.5f) * 0.5f) + Vector512.Create(0.5f);

    /// <summary>The slope of the parabola at its value y: |x| = 2 (1 - sqrt(1 - |y|)).</summary>
    private static Vector512<float> SquashSlope(Vector512<float> y) => Vector512.Sqrt(Vector512.Max(default, Vector512<float>.One - Vector512.Abs(y)));

    private static Vector512<float> LogisticSlope(Vector512<float> y) => SquashSlope((y * 2f) - Vector512<float>.One) * 0.25f;
}
