using System.Globalization;
using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>
/// Trains the models of acts and stances by ML.NET's maximum entropy. The model of stance is told the family; in training it is
/// told the family that a model predicts which has not seen the document, so that it meets the errors it will have to live with.
/// </summary>
internal sealed class ActTrainer(ActOptions options, IReadOnlyList<LabelledPassage> passages)
{
    /// <summary>The part of the cross-validation in which a document is left out. Passages of one document stay together.</summary>
    public int FoldOf(int passage) => (int)(StableHash.Combine((uint)options.Seed, StableHash.Of(passages[passage].Article.Id)) % (uint)options.Folds);

    /// <summary>The models of acts and stances of some examples, and the line that says how well they do on documents held out.</summary>
    public (LinearWeights Acts, LinearWeights Stances, string Report) Train(IReadOnlyList<ActExample> examples)
    {
        (ActFamily[] families, string acts) = HeldActs(examples);
        string stances = HeldStances(examples, families);
        return (Acts(examples), Stances(examples, families), $"{acts}{Environment.NewLine}{stances}");
    }

    /// <summary>The family that the model and the rules agree on: the model's where it is sure enough.</summary>
    private ActFamily Settle(ActExample example, double[] probabilities)
    {
        int best = Array.IndexOf(probabilities, probabilities.Max());
        return probabilities[best] >= options.OverrideAt ? (ActFamily)best : example.Row.Family;
    }

    private (ActFamily[] Families, string Report) HeldActs(IReadOnlyList<ActExample> examples)
    {
        var families = new ActFamily[examples.Count];
        int rules = 0, model = 0, both = 0, total = 0;
        foreach ((int[] train, int[] test) in Parts(examples))
        {
            var scorer = new LinearScorer(Acts([.. train.Select(i => examples[i])]));
            foreach (int i in test)
            {
                double[] probabilities = scorer.Probabilities(examples[i].Row.Features);
                families[i] = Settle(examples[i], probabilities);
                total++;
                rules += examples[i].Row.Family == examples[i].Act ? 1 : 0;
                model += Array.IndexOf(probabilities, probabilities.Max()) == (int)examples[i].Act ? 1 : 0;
                both += families[i] == examples[i].Act ? 1 : 0;
            }
        }

        return (families, Line($"act of {total} drafts, held out by document: rules {Share(rules, total)}, model {Share(model, total)}, model where it is sure {Share(both, total)}"));
    }

    private string HeldStances(IReadOnlyList<ActExample> examples, ActFamily[] families)
    {
        int rules = 0, both = 0, total = 0;
        foreach ((int[] train, int[] test) in Parts(examples))
        {
            var scorer = new LinearScorer(Stances([.. train.Select(i => examples[i])], [.. train.Select(i => families[i])]));
            foreach (int i in test)
            {
                double[] probabilities = scorer.Probabilities(WithStance(examples[i], families[i]));
                probabilities[2] *= options.NeutralWeight;
                int best = Array.IndexOf(probabilities, probabilities.Max());
                int stance = probabilities[best] >= options.StanceAt ? best - 2 : examples[i].Row.Hints.RuleStance;
                total++;
                rules += Math.Sign(examples[i].Row.Hints.RuleStance) == Math.Sign(examples[i].Stance) ? 1 : 0;
                both += Math.Sign(stance) == Math.Sign(examples[i].Stance) ? 1 : 0;
            }
        }

        return Line($"sign of stance, held out by document: rules {Share(rules, total)}, model {Share(both, total)}");
    }

    private IEnumerable<(int[] Train, int[] Test)> Parts(IReadOnlyList<ActExample> examples)
    {
        for (int fold = 0; fold < options.Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, examples.Count).Where(i => FoldOf(examples[i].Passage) != fold)];
            if (train.Length < examples.Count)
            {
                yield return (train, [.. Enumerable.Range(0, examples.Count).Where(i => FoldOf(examples[i].Passage) == fold)]);
            }
        }
    }

    private LinearWeights Acts(IReadOnlyList<ActExample> examples) =>
        new MaximumEntropyTrainer(ActModel.Families, options.Seed, options.MinCount).Train([.. examples.Select(e => new SparseExample((int)e.Act, e.Row.Features))], options.L2);

    private LinearWeights Stances(IReadOnlyList<ActExample> examples, ActFamily[] families)
    {
        SparseExample[] rows = [.. examples.Select((e, i) => new SparseExample(e.Stance + 2, WithStance(e, families[i])))];
        return new MaximumEntropyTrainer(ActModel.Stances, options.Seed, options.MinCount).Train(rows, options.L2);
    }

    private static uint[] WithStance(ActExample example, ActFamily family)
    {
        var set = new FeatureSet();
        set.Clear();
        foreach (uint feature in example.Row.Features)
        {
            set.Add(feature);
        }

        ClaimBuilder.StanceFeatures(set, family, example.Row.Hints);
        return set.Span.ToArray();
    }

    private static string Share(int part, int all) => (100.0 * part / Math.Max(1, all)).ToString("F1", CultureInfo.InvariantCulture);

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
