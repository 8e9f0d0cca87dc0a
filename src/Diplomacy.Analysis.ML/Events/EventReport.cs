using System.Globalization;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Acts;
using Diplomacy.Analysis.ML.Training;

namespace Diplomacy.Analysis.ML.Events;

/// <summary>How well the PLOVER root of a sentence is told by a model that has not seen it.</summary>
internal static class EventReport
{
    private const int Folds = 5;

    /// <summary>Trains on four parts and tells the fifth, five times; a line for each root and one for all.</summary>
    /// <param name="analyzer">Reads the sentences.</param>
    /// <param name="sentences">The corpus.</param>
    /// <param name="models">For each model the groups of features it sees; what they say of a root is multiplied.</param>
    /// <param name="l2">Regularisation.</param>
    /// <param name="prior">How far the rarity of a root counts for it: 0 not at all, 1 as if all were equally frequent.</param>
    /// <param name="seed">Seed of the parts.</param>
    public static IEnumerable<string> Of(DiplomacyAnalyzer analyzer, IReadOnlyList<EventSentence> sentences, IReadOnlyList<EventGroups> models, float l2, double prior, int seed)
    {
        string[] roots = [.. sentences.Select(s => s.Root).Distinct().Order(StringComparer.Ordinal)];
        int[] gold = [.. sentences.Select(s => Array.IndexOf(roots, s.Root))];
        int[] folds = Parts(gold, sentences, seed);
        double[][] scores = [.. sentences.Select(_ => new double[roots.Length])];
        foreach (EventGroups groups in models)
        {
            var maker = new EventFeatures(analyzer, groups);
            SparseExample[] examples = [.. sentences.Select((s, i) => new SparseExample(gold[i], maker.Of(s)))];
            for (int fold = 0; fold < Folds; fold++)
            {
                SparseExample[] train = [.. examples.Where((_, i) => folds[i] != fold)];
                int[] counts = [.. Enumerable.Range(0, roots.Length).Select(c => Math.Max(1, train.Count(e => e.Class == c)))];
                var scorer = new LinearScorer(new MaximumEntropyTrainer(roots.Length, seed, minCount: 2).Train(train, l2));
                for (int i = 0; i < examples.Length; i++)
                {
                    if (folds[i] != fold)
                    {
                        continue;
                    }

                    double[] probabilities = scorer.Probabilities(examples[i].Features);
                    for (int root = 0; root < roots.Length; root++)
                    {
                        scores[i][root] += Math.Log(probabilities[root] + 1e-9) - (prior * Math.Log(counts[root]));
                    }
                }
            }
        }

        return Lines(roots, gold, [.. scores.Select(s => Array.IndexOf(s, s.Max()))]);
    }

    private static IEnumerable<string> Lines(string[] roots, int[] gold, int[] told)
    {
        double sum = 0;
        for (int root = 0; root < roots.Length; root++)
        {
            int right = Enumerable.Range(0, gold.Length).Count(i => gold[i] == root && told[i] == root);
            int all = gold.Count(g => g == root);
            int said = told.Count(t => t == root);
            double f1 = 200.0 * right / Math.Max(1, all + said);
            sum += f1;
            yield return Line($"{roots[root],-10} P {100.0 * right / Math.Max(1, said),5:F1}  R {100.0 * right / Math.Max(1, all),5:F1}  F1 {f1,5:F1}   ({all})");
        }

        yield return Line($"macro-F1 {sum / roots.Length:F2}   right {100.0 * Enumerable.Range(0, gold.Length).Count(i => gold[i] == told[i]) / gold.Length:F2}   of {gold.Length} sentences, {Folds} parts, each told by a model that has not seen it");
    }

    // Each root is spread evenly over the parts; the same sentence stays in one part, whatever its pairs.
    private static int[] Parts(int[] gold, IReadOnlyList<EventSentence> sentences, int seed)
    {
        int[] parts = new int[gold.Length];
        foreach (IGrouping<int, int> root in Enumerable.Range(0, gold.Length).GroupBy(i => gold[i]))
        {
            int next = 0;
            foreach (IGrouping<string, int> same in root.GroupBy(i => sentences[i].Text).OrderBy(g => StableHash.Combine((uint)seed, StableHash.Of(g.Key))))
            {
                foreach (int i in same)
                {
                    parts[i] = next;
                }

                next = (next + 1) % Folds;
            }
        }

        return parts;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
