using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>What <c>diplomacy train attributions</c> does: articles to weights, with thresholds chosen on articles kept apart.</summary>
internal static class AttributionTraining
{
    private static readonly float[] Thresholds = [0.1f, 0.15f, 0.2f, 0.25f, 0.3f, 0.35f, 0.4f, 0.45f, 0.5f, 0.55f, 0.6f];

    /// <summary>Trains on <c>polnear/train.jsonl.gz</c> of the data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="percent">How much of the articles is used, for learning curves.</param>
    /// <param name="options">How to train.</param>
    /// <param name="heldOutOnly">Whether to stop when the held-out articles have been measured, and give those weights.</param>
    /// <param name="log">Gets lines about the progress.</param>
    public static byte[] Train(string folder, int percent, AttributionOptions options, bool heldOutOnly, Action<string>? log)
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        List<(DocumentContext Context, AttributedArticle Article)> articles = [];
        foreach (AttributedArticle article in AttributionCorpus.Read(Path.Combine(folder, "polnear", "train.jsonl.gz")).Where((_, i) => i % 100 < percent))
        {
            articles.Add((Analyze(analyzer, article.Article, options.Groups), article));
        }

        var apart = articles.Where((_, i) => i % options.HeldOut == options.Seed % options.HeldOut).ToList();
        var rest = articles.Where((_, i) => i % options.HeldOut != options.Seed % options.HeldOut).ToList();
        WeightFileWriter weights = new AttributionTrainer(analyzer.Resources, options, log).Train(rest);
        FrameModel model = FrameModel.Read(WeightFile.Open(new MemoryStream(Finish(weights.Copy(), 0.5f, 0.5f))));
        (float addFrom, float keepFrom, AttributionScore score) = Choose(analyzer.Resources, model, apart);
        log?.Invoke(FormattableString.Invariant($"{apart.Count} held-out articles: added from {addFrom:0.00}, kept from {keepFrom:0.00}; {score}"));
        return Finish(heldOutOnly ? weights : new AttributionTrainer(analyzer.Resources, options, log).Train(articles), addFrom, keepFrom);
    }

    private static byte[] Finish(WeightFileWriter weights, float addFrom, float keepFrom)
    {
        weights.Add("thresholds", [addFrom, keepFrom]);
        return weights.ToArray();
    }

    /// <summary>Runs the stages that the learned finder builds on; sentences are parsed where it reads trees.</summary>
    internal static DocumentContext Analyze(DiplomacyAnalyzer analyzer, Article article, FrameGroups groups)
    {
        var context = new DocumentContext();
        context.Reset(article);
        foreach (IAnalysisStage stage in analyzer.Stages)
        {
            stage.Run(context);
            if (stage.Provides == AnalysisLayers.Attributions)
            {
                break;
            }
        }

        for (int s = 0; s < context.Sentences.Length && (groups & FrameGroups.Tree) != 0; s++)
        {
            analyzer.Resources.Parser?.ParseSentence(context, s);
        }

        return context;
    }

    /// <summary>The thresholds with the best mean of the three figures.</summary>
    private static (float AddFrom, float KeepFrom, AttributionScore Score) Choose(AnalysisResources resources, FrameModel model, List<(DocumentContext Context, AttributedArticle Article)> articles)
    {
        (float, float, AttributionScore) best = (0.5f, 0.5f, Measure(resources, model, articles));
        double most = 0;
        foreach (float addFrom in Thresholds)
        {
            foreach (float keepFrom in Thresholds.Where(t => t <= addFrom))
            {
                AttributionScore score = Measure(resources, model.With(addFrom, keepFrom), articles);
                double mean = (score.Content + score.Source + score.All) / 3;
                if (mean > most)
                {
                    most = mean;
                    best = (addFrom, keepFrom, score);
                }
            }
        }

        return best;
    }

    private static AttributionScore Measure(AnalysisResources resources, FrameModel model, List<(DocumentContext Context, AttributedArticle Article)> articles)
    {
        var reviser = new AttributionReviser(resources, model);
        var score = new AttributionScore();
        foreach ((DocumentContext context, AttributedArticle article) in articles)
        {
            reviser.Run(context);
            score.Add(context, article);
            context.Clear(AnalysisLayers.ShownAttributions);
        }

        return score;
    }
}
