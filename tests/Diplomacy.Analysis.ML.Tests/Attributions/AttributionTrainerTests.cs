using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.ML.Attributions;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Attributions;

public sealed class AttributionTrainerTests
{
    private static readonly string[] Sources = ["The minister", "A spokesman", "The envoy", "The commission", "Oslo"];

    // "to moot" is in no lexicon: what the trained finder makes of it, it has from the corpus.
    private static readonly string[] Contents = ["the port would close", "nobody had called", "a deal was near", "ships must wait", "talks had failed"];

    [Fact]
    public void ACueThatNoRuleKnows_IsLearned_AndCarriesOverToOtherWords()
    {
        FrameModel model = Read(Train(seed: 1)).With(0.3f, 0.3f);
        Assert.Equal(["The regent | mooted | that two envoys were lost"], Lines(model, "The regent mooted that two envoys were lost."));
        Assert.Empty(Lines(model, "The regent walked home."));
    }

    [Fact]
    public void TheSameSeed_GivesTheSameBytes_AnotherSeedOthers()
    {
        byte[] one = Train(seed: 1);
        Assert.Equal(one, Train(seed: 1));
        Assert.NotEqual(one, Train(seed: 2));
    }

    [Fact]
    public void AThresholdThatIsNoProbability_IsRefused()
    {
        WeightFileWriter writer = Weights(seed: 1);
        writer.Add("thresholds", [0.5f, 1.5f]);
        Assert.Throws<WeightFileException>(() => Read(writer.ToArray()));
    }

    [Fact]
    public void Score_PairsByContent_AndAsksForSourceAndCue()
    {
        const string text = "The envoy said that talks had failed.";
        AttributedArticle right = Gold(text, "The envoy", "said", "that talks had failed");
        AttributedArticle otherSource = Gold(text, "that", "said", "that talks had failed");
        AttributedArticle otherContent = Gold(text, "The envoy", "said", "The envoy");
        Assert.Equal((100, 100, 100), Score(right));
        Assert.Equal((100, 0, 0), Score(otherSource));
        Assert.Equal((0, 0, 0), Score(otherContent));
    }

    private static (double Content, double Source, double All) Score(AttributedArticle article)
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        DocumentContext context = AttributionTraining.Analyze(analyzer, article.Article, FrameGroups.None);
        analyzer.Reviser.Run(context);
        var score = new AttributionScore();
        score.Add(context, article);
        return (score.Content, score.Source, score.All);
    }

    private static byte[] Train(int seed)
    {
        WeightFileWriter writer = Weights(seed);
        writer.Add("thresholds", [0.5f, 0.5f]);
        return writer.ToArray();
    }

    private static WeightFileWriter Weights(int seed)
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        var options = new AttributionOptions { Seed = seed, MinCount = 1, Models = 1, CueDropout = 0.2f, FrameDropout = 0.2f };
        List<(DocumentContext, AttributedArticle)> articles = [];
        foreach (string source in Sources)
        {
            foreach (string content in Contents)
            {
                AttributedArticle article = Gold($"{source} mooted that {content}. {source} walked home.", source, "mooted", $"that {content}");
                articles.Add((AttributionTraining.Analyze(analyzer, article.Article, options.Groups), article));
            }
        }

        return new AttributionTrainer(analyzer.Resources, options, log: null).Train(articles);
    }

    private static AttributedArticle Gold(string text, string source, string cue, string content) =>
        new(new Article { Text = text }, [new GoldAttribution([Span(text, source)], [Span(text, cue)], [Span(text, content)])]);

    private static TextSpan Span(string text, string part) => new(text.IndexOf(part, StringComparison.Ordinal), part.Length);

    private static FrameModel Read(byte[] weights) => FrameModel.Read(WeightFile.Open(new MemoryStream(weights)));

    private static string[] Lines(FrameModel model, string text)
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        DocumentContext context = AttributionTraining.Analyze(analyzer, new Article { Text = text }, model.Groups);
        new AttributionReviser(analyzer.Resources, model).Run(context);
        return [.. context.Shown.Items.Span.ToArray().Select(s => $"{Text(context, s.Source)} | {Text(context, s.Cue)} | {Text(context, s.Content)}")];
    }

    private static string Text(DocumentContext context, TokenRange slice) =>
        string.Join(" + ", Enumerable.Range(slice.First, slice.Count).Select(r => context.SpanOf(context.Ranges[r]).Slice(context.Text).ToString()));
}
