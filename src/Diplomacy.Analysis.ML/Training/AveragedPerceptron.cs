using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>
/// The learner of the tagger, the entity recogniser and the parser: an averaged perceptron of several classes over hashed
/// features. Integers inside, so that a rerun in the same order gives the same weights on every machine.
/// <code>
/// var learner = new AveragedPerceptron(classes);
/// learner.Score(features, scores);                   // scores: learner.Stride numbers
/// if (predicted != gold) learner.Update(features, gold, predicted);
/// learner.Tick();                                    // once an example, right or wrong: the time of the averaging
/// LinearTable.Write(writer, "scores", learner.Average(minUpdates: 2, minWeight: 0.05f), bits: 8);
/// </code>
/// </summary>
internal sealed class AveragedPerceptron
{
    private ulong[] _slots = new ulong[1 << 16];
    private uint[] _keys = new uint[1 << 14];
    private int[] _updates = new int[1 << 14];
    private int[] _weights;
    private long[] _sums;
    private int _rows = 1;
    private long _time = 1;

    public AveragedPerceptron(int classes)
    {
        Classes = classes;
        Stride = (classes + 7) & ~7;
        _weights = new int[_keys.Length * Stride];
        _sums = new long[_keys.Length * Stride];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of scores to give room for.</summary>
    public int Stride { get; }

    /// <summary>Number of features that were ever updated.</summary>
    public int Features => _rows - 1;

    /// <summary>
    /// A feature counts in scores only after so many updates (Goldberg's filter): rare features neither cost room nor spoil
    /// the training of the frequent ones. 0: from the first.
    /// </summary>
    public int MinUpdates { get; init; }

    /// <summary>Sets <paramref name="scores"/> to the sum of the features' present weights.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores = scores[..Stride];
        scores.Clear();
        foreach (uint feature in features)
        {
            int row = Find(feature);
            if (row != 0 && _updates[row] >= MinUpdates)
            {
                ReadOnlySpan<int> weights = _weights.AsSpan(row * Stride, Stride);
                AddRow(weights, scores);
            }
        }
    }

    /// <summary>Moves the weights of <paramref name="features"/> towards <paramref name="gold"/> and away from <paramref name="predicted"/>.</summary>
    public void Update(ReadOnlySpan<uint> features, int gold, int predicted, int amount = 1)
    {
        foreach (uint feature in features)
        {
            int row = FindOrAdd(feature);
            int at = row * Stride;
            _updates[row]++;
            _weights[at + gold] += amount;
            _sums[at + gold] += _time * amount;
            _weights[at + predicted] -= amount;
            _sums[at + predicted] -= _time * amount;
        }
    }

    /// <summary>Lets the time of the averaging pass: once an example.</summary>
    public void Tick() => _time++;

    /// <summary>
    /// The averaged weights. Features with fewer than <paramref name="minUpdates"/> updates and weights smaller than
    /// <paramref name="minWeight"/> are left out.
    /// </summary>
    public LinearWeights Average(int minUpdates = 0, float minWeight = 0)
    {
        minUpdates = Math.Max(minUpdates, MinUpdates);
        List<uint> keys = [];
        List<int> starts = [0];
        List<byte> columns = [];
        List<float> values = [];
        for (int row = 1; row < _rows; row++)
        {
            if (_updates[row] < minUpdates || _keys[row] == 0)
            {
                continue;
            }

            for (int i = 0; i < Classes; i++)
            {
                // The classic of Daumé: average = weight - (sum of time-stamped updates) / time.
                float value = (float)(_weights[(row * Stride) + i] - (_sums[(row * Stride) + i] / (double)_time));
                if (value != 0 && MathF.Abs(value) >= minWeight)
                {
                    columns.Add((byte)i);
                    values.Add(value);
                }
            }

            if (columns.Count > starts[^1])
            {
                keys.Add(_keys[row]);
                starts.Add(columns.Count);
            }
        }

        return new LinearWeights(Classes, [.. keys], [.. starts], [.. columns], [.. values]);
    }

    private static void AddRow(ReadOnlySpan<int> weights, Span<int> scores)
    {
        ref int target = ref MemoryMarshal.GetReference(scores);
        ref int source = ref MemoryMarshal.GetReference(weights);
        for (nuint i = 0; i < (nuint)scores.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref target, i) + Vector256.LoadUnsafe(ref source, i)).StoreUnsafe(ref target, i);
        }
    }

    private int Find(uint feature)
    {
        for (uint slot = feature; ; slot++)
        {
            ulong entry = _slots[slot & (uint)(_slots.Length - 1)];
            if (entry == 0 || (uint)entry == feature)
            {
                return (int)(entry >> 32);
            }
        }
    }

    private int FindOrAdd(uint feature)
    {
        int row = Find(feature);
        if (row != 0)
        {
            return row;
        }

        row = _rows++;
        if (row == _keys.Length)
        {
            Array.Resize(ref _keys, row * 2);
            Array.Resize(ref _updates, row * 2);
            Array.Resize(ref _weights, row * 2 * Stride);
            Array.Resize(ref _sums, row * 2 * Stride);
        }

        _keys[row] = feature;
        if (_rows * 2 > _slots.Length)
        {
            _slots = new ulong[_slots.Length * 2];
            for (int i = 1; i < row; i++)
            {
                Insert(i);
            }
        }

        Insert(row);
        return row;
    }

    private void Insert(int row)
    {
        uint slot = _keys[row];
        while (_slots[slot & (uint)(_slots.Length - 1)] != 0)
        {
            slot++;
        }

        _slots[slot & (uint)(_slots.Length - 1)] = ((ulong)(uint)row << 32) | _keys[row];
    }
}
