using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>Scores trained weights as they are, before they are quantised; for what is predicted in training.</summary>
internal sealed class LinearScorer
{
    private readonly LinearWeights _weights;
    private readonly Dictionary<uint, int> _rows = [];

    public LinearScorer(LinearWeights weights)
    {
        _weights = weights;
        for (int i = 0; i < weights.Rows; i++)
        {
            _rows[weights.Keys[i]] = i;
        }
    }

    /// <summary>The probability of each class.</summary>
    public double[] Probabilities(IEnumerable<uint> features)
    {
        double[] scores = new double[_weights.Classes];
        foreach (uint feature in features.Append(MaximumEntropyTrainer.Bias).Distinct())
        {
            if (_rows.TryGetValue(feature, out int row))
            {
                for (int i = _weights.Starts[row]; i < _weights.Starts[row + 1]; i++)
                {
                    scores[_weights.Columns[i]] += _weights.Values[i];
                }
            }
        }

        double most = scores.Max();
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - most);
            sum += scores[i];
        }

        return [.. scores.Select(s => s / sum)];
    }
}
