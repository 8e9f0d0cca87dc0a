using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>
/// Averages linear models of the same features: their scores are linear in the weights, so the mean of the weights votes like
/// all models together and costs no more to score than one.
/// </summary>
internal static class WeightMixer
{
    /// <summary>The mean; weights below <paramref name="minWeight"/> are left out.</summary>
    public static LinearWeights Mean(IReadOnlyList<LinearWeights> models, float minWeight)
    {
        if (models.Count == 1)
        {
            return models[0];
        }

        int classes = models[0].Classes;
        var rows = new Dictionary<uint, float[]>();
        foreach (LinearWeights model in models)
        {
            for (int row = 0; row < model.Rows; row++)
            {
                if (!rows.TryGetValue(model.Keys[row], out float[]? sum))
                {
                    rows[model.Keys[row]] = sum = new float[classes];
                }

                for (int i = model.Starts[row]; i < model.Starts[row + 1]; i++)
                {
                    sum[model.Columns[i]] += model.Values[i] / models.Count;
                }
            }
        }

        List<uint> keys = [];
        List<int> starts = [0];
        List<byte> columns = [];
        List<float> values = [];
        foreach (uint key in rows.Keys.Order())
        {
            float[] row = rows[key];
            for (int c = 0; c < classes; c++)
            {
                if (row[c] != 0 && MathF.Abs(row[c]) >= minWeight)
                {
                    columns.Add((byte)c);
                    values.Add(row[c]);
                }
            }

            if (columns.Count > starts[^1])
            {
                keys.Add(key);
                starts.Add(columns.Count);
            }
        }

        return new LinearWeights(classes, [.. keys], [.. starts], [.. columns], [.. values]);
    }
}
