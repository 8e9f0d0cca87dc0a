using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// A matrix of weights with its gradient, the two moments of Adam, and a running average of the weights, which is what is
/// shipped: it is worth about half a point over the last weights.
/// </summary>
internal sealed class Parameter
{
    private const int Lanes = 16;

    private readonly float[] _first;
    private readonly float[] _second;
    private readonly bool[]? _marks;
    private readonly List<int> _touched = [];
    private float[] _weights;
    private float[] _averages;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Numbers a row; a multiple of 16.</param>
    /// <param name="sparse">Whether a batch touches few rows: only those are then updated.</param>
    public Parameter(int rows, int columns, bool sparse = false)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Lanes, 0, nameof(columns));
        Rows = rows;
        Columns = columns;
        _weights = new float[rows * columns];
        _averages = new float[rows * columns];
        _first = new float[rows * columns];
        _second = new float[rows * columns];
        Gradients = new float[rows * columns];
        _marks = sparse ? new bool[rows] : null;
    }

    public int Rows { get; }

    public int Columns { get; }

    public float[] Weights => _weights;

    public float[] Gradients { get; }

    public Span<float> Row(int row) => _weights.AsSpan(row * Columns, Columns);

    /// <summary>The gradient of a row, to be added to.</summary>
    public Span<float> GradientRow(int row)
    {
        if (_marks is not null && !_marks[row])
        {
            _marks[row] = true;
            _touched.Add(row);
        }

        return Gradients.AsSpan(row * Columns, Columns);
    }

    /// <summary>Fills the weights evenly from [-bound, bound].</summary>
    public Parameter Randomise(Random random, float bound)
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] = ((random.NextSingle() * 2) - 1) * bound;
        }

        _weights.CopyTo(_averages, 0);
        return this;
    }

    /// <summary>The usual bound of Glorot and Bengio for a layer of so many inputs and outputs.</summary>
    public Parameter Randomise(Random random, int inputs, int outputs) => Randomise(random, MathF.Sqrt(6f / (inputs + outputs)));

    public double SquaredNorm()
    {
        double sum = 0;
        if (_marks is null)
        {
            return Square(Gradients);
        }

        foreach (int row in _touched)
        {
            sum += Square(Gradients.AsSpan(row * Columns, Columns));
        }

        return sum;
    }

    /// <summary>One step of Adam; clears the gradient.</summary>
    public void Step(in AdamStep step)
    {
        if (_marks is null)
        {
            Step(step, 0, _weights.Length);
            return;
        }

        foreach (int row in _touched)
        {
            Step(step, row * Columns, Columns);
            _marks[row] = false;
        }

        _touched.Clear();
    }

    /// <summary>Moves the averages towards the weights.</summary>
    public void Average(float rate)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights), averages = ref MemoryMarshal.GetArrayDataReference(_averages);
        for (nuint i = 0; i < (nuint)_weights.Length; i += Lanes)
        {
            Vector512<float> average = Vector512.LoadUnsafe(ref averages, i);
            (average + ((Vector512.LoadUnsafe(ref weights, i) - average) * rate)).StoreUnsafe(ref averages, i);
        }
    }

    /// <summary>Exchanges weights and averages: before measuring or writing, and once more afterwards.</summary>
    public void SwapAverages() => (_weights, _averages) = (_averages, _weights);

    /// <summary>Writes all that training goes on from.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (float[] values in (float[][])[_weights, _averages, _first, _second])
        {
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (float[] values in (float[][])[_weights, _averages, _first, _second])
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    private static double Square(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value * value;
        }

        return sum;
    }

    private void Step(in AdamStep step, int start, int count)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights), gradients = ref MemoryMarshal.GetArrayDataReference(Gradients);
        ref float firsts = ref MemoryMarshal.GetArrayDataReference(_first), seconds = ref MemoryMarshal.GetArrayDataReference(_second);
        for (nuint i = (nuint)start; i < (nuint)(start + count); i += Lanes)
        {
            Vector512<float> gradient = Vector512.LoadUnsafe(ref gradients, i) * step.Scale;
            Vector512<float> first = Vector512.LoadUnsafe(ref firsts, i);
            first += (gradient - first) * (1 - AdamStep.FirstDecay);
            Vector512<float> second = Vector512.LoadUnsafe(ref seconds, i);
            second += ((gradient * gradient) - second) * (1 - AdamStep.SecondDecay);
            first.StoreUnsafe(ref firsts, i);
            second.StoreUnsafe(ref seconds, i);
            Vector512<float> change = first * step.Rate / (Vector512.Sqrt(second * step.SecondCorrection) + Vector512.Create(1e-7f));
            (Vector512.LoadUnsafe(ref weights, i) - change).StoreUnsafe(ref weights, i);
            Vector512<float>.Zero.StoreUnsafe(ref gradients, i);
        }
    }
}
