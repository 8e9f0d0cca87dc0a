using System.Numerics;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>What the chain is worth: the same features and the same two passes, each word labelled for itself by ML.NET's maximum entropy.</summary>
internal sealed partial class EntityTrainer
{
    /// <summary>Part of the examples in which the document tells nothing, as in the first pass; the chain's default.</summary>
    private const uint ForgottenInHundred = 35;

    private uint _dealt;

    /// <summary>Trains on <paramref name="documents"/> and scores on <paramref name="measured"/>.</summary>
    /// <param name="documents">What is learned from.</param>
    /// <param name="kinds">Kinds of words, as for <see cref="Train"/>.</param>
    /// <param name="measured">Gold that was not learned from.</param>
    /// <param name="l2">Strength of the pull to zero, in ML.NET's units.</param>
    public EntityScore Baseline(IReadOnlyList<EntityDocument> documents, (string Word, byte Kind)[] kinds, IReadOnlyList<EntityDocument> measured, float l2)
    {
        (List<TrainingDocument> prepared, _) = PrepareAll(documents, kinds);
        AddCapitals(documents, prepared);
        SparseExample[] examples = [.. prepared.SelectMany(d => d.Sentences).SelectMany(s => s.Examples).SelectMany(Alone)];
        _log?.Invoke($"{examples.Length} words for maximum entropy");
        LinearWeights weights = new MaximumEntropyTrainer(EntityLabel.Count, _options.Seed, minCount: 1).Train(examples, l2);
        var learner = new ChainLearner(_rows.Count, _options.Seed);
        float[] bias = new float[ChainLearner.Stride];
        for (int row = 0; row < weights.Rows; row++)
        {
            Span<float> target = weights.Keys[row] == MaximumEntropyTrainer.Bias ? bias : learner.Weights.AsSpan((int)(weights.Keys[row] - 1) * ChainLearner.Stride, ChainLearner.Stride);
            for (int i = weights.Starts[row]; i < weights.Starts[row + 1]; i++)
            {
                target[weights.Columns[i]] = weights.Values[i];
            }
        }

        var score = new EntityScore();
        foreach (EntityDocument document in measured)
        {
            TrainingDocument own = Prepare(document);
            own.Sentences.ForEach(s => s.Labels = LabelAlone(learner, bias, s, remembered: false));
            Recall([own], null);
            for (int s = 0; s < own.Sentences.Count; s++)
            {
                byte[] labels = LabelAlone(learner, bias, own.Sentences[s], remembered: true);
                score.Add(Array.ConvertAll(document.Sentences[s].Masks, m => (byte)BitOperations.TrailingZeroCount(m)), labels.AsSpan(Margin2, labels.Length - (2 * Margin2)));
            }
        }

        return score;
    }

    /// <summary>The words of a stretch whose label is known, one by one. Rows count from 1 here, for 0 is no feature.</summary>
    private IEnumerable<SparseExample> Alone(ChainExample example)
    {
        for (int i = 0; i < example.Length; i++)
        {
            if (BitOperations.PopCount(example.Masks[i]) == 1)
            {
                bool forgotten = StableHash.Combine((uint)_options.Seed, _dealt++) % 100 < ForgottenInHundred;
                IEnumerable<int> rows = forgotten || example.Remembered is null ? example.Local[i] : example.Local[i].Concat(example.Remembered[i]);
                yield return new SparseExample(BitOperations.TrailingZeroCount(example.Masks[i]), [.. rows.Select(r => (uint)r + 1)]);
            }
        }
    }

    /// <summary>The best label of each word that makes no torn names; no label tells anything of the next.</summary>
    private static byte[] LabelAlone(ChainLearner learner, float[] bias, TrainingSentence sentence, bool remembered)
    {
        byte[] labels = new byte[sentence.Facts.Length];
        for (int e = 0; e < sentence.Examples.Count; e++)
        {
            ChainExample example = sentence.Examples[e];
            float[] scores = new float[example.Length * ChainLearner.Stride];
            learner.Score(example, remembered, scores);
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] += bias[i % ChainLearner.Stride];
            }

            learner.Decode(scores, labels.AsSpan(sentence.Starts[e], example.Length));
        }

        return labels;
    }
}
