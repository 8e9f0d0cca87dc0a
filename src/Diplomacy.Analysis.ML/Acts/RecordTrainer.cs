using System.Globalization;
using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>Trains the model that tells how likely a record is right, and measures what its probabilities are worth.</summary>
internal static class RecordTrainer
{
    /// <summary>The weights.</summary>
    public static LinearWeights Train(IReadOnlyList<RecordExample> examples, ActOptions options) =>
        new MaximumEntropyTrainer(ActModel.Outcomes, options.Seed, options.MinCount).Train([.. examples.Select(e => new SparseExample(e.Outcome, e.Features))], options.RecordL2);

    /// <summary>The weights of the models that tell how likely each field is right, taught by the records that are claims.</summary>
    public static LinearWeights[] TrainFields(IReadOnlyList<RecordExample> examples, ActOptions options) =>
        [.. Enum.GetValues<RecordField>().Select(field => Train(field, examples, options))];

    /// <summary>For each field the share right, the expected error and the AUROC of its confidence, by models that have not seen the document.</summary>
    public static IEnumerable<string> MeasureFields(IReadOnlyList<RecordExample> examples, Func<int, int> foldOf, ActOptions options)
    {
        foreach (RecordField field in Enum.GetValues<RecordField>())
        {
            List<(double Confidence, bool Right)> scored = [];
            for (int fold = 0; fold < options.Folds; fold++)
            {
                RecordExample[] train = [.. examples.Where(e => foldOf(e.Passage) != fold)];
                if (train.Length == examples.Count)
                {
                    continue;
                }

                var scorer = new LinearScorer(Train(field, train, options));
                scored.AddRange(examples.Where(e => e.Outcome > 0 && foldOf(e.Passage) == fold).Select(e => (scorer.Probabilities(e.Features)[1], e.Right[(int)field])));
            }

            yield return string.Create(CultureInfo.InvariantCulture, $"confidence of {field.ToString().ToLowerInvariant()} of {scored.Count} claims found, held out by document: {100.0 * scored.Count(s => s.Right) / Math.Max(1, scored.Count):F1} % right, expected calibration error {ExpectedError(scored):F3}, AUROC {Auroc(scored):F3}");
        }
    }

    private static LinearWeights Train(RecordField field, IReadOnlyList<RecordExample> examples, ActOptions options) =>
        new MaximumEntropyTrainer(ActModel.Verdicts, options.Seed, options.MinCount)
            .Train([.. examples.Where(e => e.Outcome > 0).Select(e => new SparseExample(e.Right[(int)field] ? 1 : 0, e.Features))], options.RecordL2);

    /// <summary>Expected error over ten bins, AUROC of right against wrong, and found-F1 where unlikely records are dropped, by models that have not seen the document.</summary>
    public static IEnumerable<string> Measure(IReadOnlyList<RecordExample> examples, Func<int, int> foldOf, int labels, ActOptions options)
    {
        List<(double Right, double None, int Outcome)> held = [];
        for (int fold = 0; fold < options.Folds; fold++)
        {
            RecordExample[] train = [.. examples.Where(e => foldOf(e.Passage) != fold)];
            if (train.Length == examples.Count)
            {
                continue;
            }

            var scorer = new LinearScorer(Train(train, options));
            foreach (RecordExample example in examples.Where(e => foldOf(e.Passage) == fold))
            {
                double[] p = scorer.Probabilities(example.Features);
                held.Add((p[2], p[0], example.Outcome));
            }
        }

        (double Confidence, bool Right)[] scored = [.. held.Select(h => (h.Right, h.Outcome == 2))];
        yield return string.Create(CultureInfo.InvariantCulture, $"confidence of {scored.Length} records, held out by document: {100.0 * scored.Count(s => s.Right) / Math.Max(1, scored.Length):F1} % right, expected calibration error {ExpectedError(scored):F3}, AUROC {Auroc(scored):F3}");
        yield return "reliability (bin: mean confidence, share right, records): " + string.Join("; ", scored.GroupBy(Bin).OrderBy(g => g.Key).Select(g =>
            string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {g.Average(s => s.Confidence):F2} {g.Average(s => s.Right ? 1.0 : 0.0):F2} {g.Count()}")));
        yield return "found F1 where records are dropped that are no claim with a probability above: " + string.Join(", ", new[] { 2, 0.9, 0.8, 0.7, 0.65, 0.6, 0.55, 0.5 }.Select(limit =>
        {
            int kept = held.Count(h => h.None < limit), found = held.Count(h => h.None < limit && h.Outcome > 0), right = held.Count(h => h.None < limit && h.Outcome == 2);
            return string.Create(CultureInfo.InvariantCulture, $"{limit} {200.0 * found / Math.Max(1, kept + labels):F1} (record {200.0 * right / Math.Max(1, kept + labels):F1})");
        }));
    }

    /// <summary>Mean distance of confidence and share right over ten bins, weighted by the bins' records.</summary>
    internal static double ExpectedError(IReadOnlyCollection<(double Confidence, bool Right)> scored) =>
        scored.GroupBy(Bin).Sum(g => g.Count() * Math.Abs(g.Average(s => s.Confidence) - g.Average(s => s.Right ? 1.0 : 0.0))) / Math.Max(1, scored.Count);

    /// <summary>How likely a right record has a higher confidence than a wrong one; ties count half.</summary>
    internal static double Auroc(IReadOnlyCollection<(double Confidence, bool Right)> scored)
    {
        double wrongBelow = 0, wins = 0;
        foreach (IGrouping<double, (double Confidence, bool Right)> tie in scored.GroupBy(s => s.Confidence).OrderBy(g => g.Key))
        {
            int right = tie.Count(s => s.Right), wrong = tie.Count() - right;
            wins += right * (wrongBelow + (wrong / 2.0));
            wrongBelow += wrong;
        }

        int all = scored.Count(s => s.Right);
        return all == 0 || wrongBelow == 0 ? 0.5 : wins / (all * wrongBelow);
    }

    private static int Bin((double Confidence, bool Right) scored) => Math.Min(9, (int)(scored.Confidence * 10));
}
