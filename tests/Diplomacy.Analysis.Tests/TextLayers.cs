using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Tests;

/// <summary>Runs the first stages alone, for tests that look at tokens and sentences.</summary>
internal static class TextLayers
{
    private static readonly IAnalysisStage[] Stages = Make();

    private static readonly DiplomacyAnalyzer Owner = DiplomacyAnalyzer.Default;

    public static DocumentContext Analyze(string text) => Analyze(new Article { Text = text });

    public static DocumentContext Analyze(Article article)
    {
        DocumentContext context = Owner.Rent(article);
        foreach (IAnalysisStage stage in Stages)
        {
            stage.Run(context);
        }

        return context;
    }

    public static string[] Tokens(string text)
    {
        DocumentContext context = Analyze(text);
        var forms = new string[context.Tokens.Length];
        for (int i = 0; i < forms.Length; i++)
        {
            forms[i] = context.TokenText(i).ToString();
        }

        return forms;
    }

    public static string[] Sentences(string text)
    {
        DocumentContext context = Analyze(text);
        var sentences = new string[context.Sentences.Length];
        for (int i = 0; i < sentences.Length; i++)
        {
            Sentence sentence = context.Sentences[i];
            sentences[i] = context.SpanOf(new TokenRange(sentence.FirstToken, sentence.EndToken)).Slice(text).ToString();
        }

        return sentences;
    }

    private static IAnalysisStage[] Make()
    {
        var resources = new AnalysisResources(new Vocabulary());
        IAnalysisStage[] stages = [new Tokenizer(resources), new SentenceSplitter(resources), new RegionMarker(resources), new QuotationFinder(resources)];
        resources.Vocabulary.Freeze();
        return stages;
    }
}
