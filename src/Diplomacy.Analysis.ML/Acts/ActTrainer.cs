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
internal sealed class ActTrainer(ActOptions options, LinearWeights words, Action<string>? log)
{
    private readonly LinearScorer _words = new(words);
    private readonly Dictionary<ActExample, uint[]> _features = new(ReferenceEqualityComparer.Instance);

    /// <summary>The part of the cross-validation in which a document is left out.</summary>
    public int FoldOf(LabelledPassage passage) => (int)(StableHash.Combine((uint)options.Seed, StableHash.Of(passage.Article.Id)) % (uint)options.Folds);

    /// <summary>The weight file of all examples.</summary>
    public byte[] Train(IReadOnlyList<ActExample> examples, IReadOnlyList<LabelledPassage> passages)
    {
        ActFamily[] families = Held(examples, passages);
        HeldStances(examples, families, passages);
        LinearWeights acts = Acts(examples);
        LinearWeights stances = Stances(examples, families);
        var writer = new WeightFileWriter();
        ActModel.Write(writer, words, acts, stances, options.OverrideAt, options.StanceAt);
        return writer.ToArray();
    }

    /// <summary>For each example the family given by a model that has not seen its document.</summary>
    private ActFamily[] Held(IReadOnlyList<ActExample> examples, IReadOnlyList<LabelledPassage> passages)
    {
        var families = new ActFamily[examples.Count];
        int[] right = new int[21], state = new int[21], other = new int[21];
        int rs = 0, ts = 0, trainRight = 0, trainAll = 0;
        int rules = 0, total = 0;
        for (int fold = 0; fold < options.Folds; fold++)
        {
            ActExample[] train = [.. examples.Where(e => FoldOf(passages[e.Document]) != fold)];
            if (train.Length == examples.Count)
            {
                continue;
            }

            var scorer = new LinearScorer(Acts(train));
            foreach (ActExample e in train.Take(300))
            {
                double[] p = scorer.Probabilities(Features(e));
                trainAll++;
                trainRight += Array.IndexOf(p, p.Max()) == (int)e.Act ? 1 : 0;
            }

            for (int i = 0; i < examples.Count; i++)
            {
                ActExample example = examples[i];
                if (FoldOf(passages[example.Document]) != fold)
                {
                    continue;
                }

                double[] probabilities = scorer.Probabilities(Features(example));
                int best = Array.IndexOf(probabilities, probabilities.Max());
                total++;
                if (Environment.GetEnvironmentVariable("ACTS_DUMP") is { } dump) { File.AppendAllText(dump, $"{(int)example.Row.Family}\t{(int)example.Act}\t{string.Join(' ', probabilities.Select(p => p.ToString("F3", CultureInfo.InvariantCulture)))}\n"); }
                if (Environment.GetEnvironmentVariable("ACTS_SHOW") is not null) { Console.Error.WriteLine($"#{example.Row.Family}>{(ActFamily)best} {probabilities[best]:F2} gold {example.Act} p(gold) {probabilities[(int)example.Act]:F2} st {example.Stance} | {string.Join(" ", example.Row.Content.Select(c => passages[example.Document].Article.Text.Substring(c.Start, Math.Min(c.Length,160)))).Replace('\n',' ')}"); }
                ts += example.Row.Family == ActFamily.State ? 1 : 0;
                rs += example.Row.Family == ActFamily.State && example.Act == ActFamily.State ? 1 : 0;
                rules += example.Row.Family == example.Act ? 1 : 0;
                for (int t = 0; t <= 20; t++)
                {
                    ActFamily family = probabilities[best] >= t * 0.05 ? (ActFamily)best : example.Row.Family;
                    (example.Row.Family == ActFamily.State ? state : other)[t] += family == example.Act ? 1 : 0;
                    right[t] += family == example.Act ? 1 : 0;
                }

                families[i] = probabilities[best] >= options.OverrideAt ? (ActFamily)best : example.Row.Family;
            }
        }

        if (total > 0)
        {
            log?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{total} drafts held out: rules {100.0 * rules / total:F1}; by threshold {string.Join(' ', Enumerable.Range(0, 20).Where(t => t % 2 == 0).Select(t => $"{t * 5}:{100.0 * right[t] / total:F1}"))}"));
        }

        string Line(int[] a, int n) => string.Join(' ', Enumerable.Range(0, 20).Where(t => t % 2 == 0).Select(t => $"{t * 5}:{100.0 * a[t] / n:F1}"));
        log?.Invoke($"train {100.0 * trainRight / trainAll:F1} STATE {ts} rules {100.0 * rs / ts:F1}: {Line(state, ts)} | OTHER rules {100.0 * (rules - rs) / (total - ts):F1}: {Line(other, total - ts)}");
        return families;
    }

    private void HeldStances(IReadOnlyList<ActExample> examples, ActFamily[] families, IReadOnlyList<LabelledPassage> passages)
    {
        int[] right = new int[20];
        int rules = 0, total = 0;
        for (int fold = 0; fold < options.Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, examples.Count).Where(i => FoldOf(passages[examples[i].Document]) != fold)];
            if (train.Length == examples.Count)
            {
                continue;
            }

            var scorer = new LinearScorer(Stances([.. train.Select(i => examples[i])], [.. train.Select(i => families[i])]));
            for (int i = 0; i < examples.Count; i++)
            {
                if (FoldOf(passages[examples[i].Document]) != fold)
                {
                    continue;
                }

                double[] p = scorer.Probabilities(WithStance(examples[i], families[i]));
                int best = Array.IndexOf(p, p.Max());
                total++;
                int gold = Math.Sign(examples[i].Stance);
                rules += Math.Sign(examples[i].Row.Hints.RuleStance) == gold ? 1 : 0;
                for (int t = 0; t < 20; t++)
                {
                    right[t] += (p[best] >= t * 0.05 ? Math.Sign(best - 2) : Math.Sign(examples[i].Row.Hints.RuleStance)) == gold ? 1 : 0;
                }
            }
        }

        if (total > 0)
        {
            log?.Invoke($"stance {total} rules {100.0 * rules / total:F1}: {string.Join(' ', Enumerable.Range(0, 20).Where(t => t % 2 == 0).Select(t => $"{t * 5}:{100.0 * right[t] / total:F1}"))}");
        }
    }

    private LinearWeights Acts(IReadOnlyList<ActExample> examples) =>
        new MaximumEntropyTrainer(ActModel.Families, options.Seed, options.MinCount).Train([.. examples.Select(e => new SparseExample((int)e.Act, Features(e)))], options.L2);

    private LinearWeights Stances(IReadOnlyList<ActExample> examples, ActFamily[] families)
    {
        SparseExample[] rows = [.. examples.Select((e, i) => new SparseExample(e.Stance + 2, WithStance(e, families[i])))];
        return new MaximumEntropyTrainer(ActModel.Stances, options.Seed, options.MinCount).Train(rows, options.L2);
    }

    private uint[] Features(ActExample example)
    {
        if (!_features.TryGetValue(example, out uint[]? features))
        {
            FeatureSet set = SetOf(example.Row.Features);
            ClaimBuilder.WordEvidence(set, example.Row.Family, _words.Probabilities(example.Row.Words));
            _features[example] = features = set.Span.ToArray();
        }

        return features;
    }

    private static FeatureSet SetOf(uint[] features)
    {
        var set = new FeatureSet();
        set.Clear();
        foreach (uint feature in features)
        {
            set.Add(feature);
        }

        return set;
    }

    private uint[] WithStance(ActExample example, ActFamily family)
    {
        FeatureSet set = SetOf(Features(example));
        ClaimBuilder.StanceFeatures(set, family, example.Row.Hints);
        return set.Span.ToArray();
    }
}
