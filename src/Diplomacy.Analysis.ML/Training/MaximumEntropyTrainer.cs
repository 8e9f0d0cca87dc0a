using Diplomacy.Analysis.Models;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>
/// Maximum entropy by ML.NET over hashed features, its weights taken out into our table: where no tag depends on the one
/// before, ML.NET's trainer serves, and the core scores without it. A test holds the two to the same answers.
/// </summary>
internal sealed class MaximumEntropyTrainer
{
    /// <summary>The feature that carries the biases; give it to <see cref="LinearTable.Score"/> with the others.</summary>
    public const uint Bias = 0xB1A5_0001;

    private readonly MLContext _context;
    private readonly int _classes;
    private readonly Dictionary<uint, int> _columns = [];
    private readonly int _minCount;

    /// <param name="classes">Number of classes.</param>
    /// <param name="seed">Seed of ML.NET's own draws.</param>
    /// <param name="minCount">A feature counts when it stands in so many examples.</param>
    public MaximumEntropyTrainer(int classes, int seed = 1, int minCount = 2)
    {
        _classes = classes;
        _minCount = minCount;
        _context = new MLContext(seed);
    }

    /// <summary>The model of the last training, for its answers beside ours.</summary>
    public ITransformer? Model { get; private set; }

    /// <summary>Trains by dual coordinate ascent, on one thread so that a rerun gives the same weights.</summary>
    public LinearWeights Train(IReadOnlyList<SparseExample> examples, float l2 = 1e-6f)
    {
        Number(examples);
        Model = Pipeline(l2).Fit(View(examples));
        var chain = (TransformerChain<MulticlassPredictionTransformer<MaximumEntropyModelParameters>>)Model;
        VBuffer<float>[] weights = [];
        MaximumEntropyModelParameters parameters = chain.LastTransformer.Model;
        parameters.GetWeights(ref weights, out int classes);
        float[] biases = [.. parameters.GetBiases()];

        // ML.NET numbers classes by the key's order, which is ours: keys are 1 to the number of classes.
        var keys = new uint[_columns.Count + 1];
        foreach ((uint feature, int column) in _columns)
        {
            keys[column] = feature;
        }

        keys[^1] = Bias;
        float[][] dense = [.. weights.Select(w => w.DenseValues().ToArray())];
        List<int> starts = [0];
        List<byte> columns = [];
        List<float> values = [];
        for (int row = 0; row < keys.Length; row++)
        {
            for (int c = 0; c < classes; c++)
            {
                float value = row == keys.Length - 1 ? biases[c] : dense[c][row];
                if (value != 0)
                {
                    columns.Add((byte)c);
                    values.Add(value);
                }
            }

            starts.Add(columns.Count);
        }

        return new LinearWeights(_classes, keys, [.. starts], [.. columns], [.. values]);
    }

    /// <summary>Share of right answers on the folds left out, by ML.NET's cross-validation.</summary>
    public double CrossValidate(IReadOnlyList<SparseExample> examples, int folds = 5, float l2 = 1e-6f)
    {
        Number(examples);
        return _context.MulticlassClassification.CrossValidate(View(examples), Pipeline(l2), folds, nameof(Row.Label)).Average(f => f.Metrics.MicroAccuracy);
    }

    /// <summary>ML.NET's answers, from the model of the last training.</summary>
    public int[] Predict(IReadOnlyList<SparseExample> examples)
    {
        IDataView scored = (Model ?? throw new InvalidOperationException("Train first.")).Transform(View(examples));
        return [.. scored.GetColumn<uint>("PredictedLabel").Select(k => (int)k - 1)];
    }

    private EstimatorChain<MulticlassPredictionTransformer<MaximumEntropyModelParameters>> Pipeline(float l2) => new EstimatorChain<ITransformer>().Append(
        _context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            NumberOfThreads = 1,
            L2Regularization = l2,
            L1Regularization = 0,
            MaximumNumberOfIterations = 20,
        }));

    private void Number(IReadOnlyList<SparseExample> examples)
    {
        _columns.Clear();
        var counts = new Dictionary<uint, int>();
        foreach (SparseExample example in examples)
        {
            foreach (uint feature in example.Features)
            {
                int count = counts.GetValueOrDefault(feature) + 1;
                counts[feature] = count;
                if (count == _minCount)
                {
                    _columns[feature] = _columns.Count;
                }
            }
        }
    }

    private IDataView View(IReadOnlyList<SparseExample> examples)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), _classes);
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, _columns.Count);
        return _context.Data.LoadFromEnumerable(examples.Select(Make), schema);
    }

    private Row Make(SparseExample example)
    {
        int[] indices = [.. example.Features.Where(_columns.ContainsKey).Select(f => _columns[f]).Distinct().Order()];
        float[] ones = new float[indices.Length];
        Array.Fill(ones, 1);
        // A key is counted from 0 in an object and from 1 inside ML.NET; it adds the one itself.
        return new Row { Label = (uint)example.Class, Features = new VBuffer<float>(_columns.Count, indices.Length, ones, indices) };
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
