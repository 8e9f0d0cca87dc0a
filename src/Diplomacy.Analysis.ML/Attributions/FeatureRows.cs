namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>Gives each hashed feature of the training data a row, and counts how often it is met.</summary>
internal sealed class FeatureRows
{
    private readonly Dictionary<uint, int> _rows = [];
    private readonly List<int> _counts = [];

    /// <summary>Number of rows.</summary>
    public int Count => _counts.Count;

    /// <summary>The features, by row.</summary>
    public uint[] Keys
    {
        get
        {
            uint[] keys = new uint[Count];
            foreach ((uint key, int row) in _rows)
            {
                keys[row] = key;
            }

            return keys;
        }
    }

    /// <summary>The rows of features, counted.</summary>
    public void See(ReadOnlySpan<uint> features, List<int> rows)
    {
        foreach (uint feature in features)
        {
            if (!_rows.TryGetValue(feature, out int row))
            {
                row = Count;
                _rows.Add(feature, row);
                _counts.Add(0);
            }

            _counts[row]++;
            rows.Add(row);
        }
    }

    /// <summary>How often the feature of each row was met.</summary>
    public int[] Counts() => [.. _counts];
}
