using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Xunit;

namespace Diplomacy.Analysis.Tests.Tagging;

public class PosTaggerTests
{
    [Theory]
    [InlineData("The minister rejected the offer .", "DT NN VBD DT NN .")]
    [InlineData("Officials say they will not reject it .", "NNS VBP PRP MD RB VB PRP .")]
    [InlineData("He was told to wait in Geneva .", "PRP VBD VBN TO VB IN NNP .")]
    public void PlainSentences_AreTagged(string text, string expected) => Assert.Equal(expected, Tag(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\ud800 \udc00 \0")]
    [InlineData("'''' \"\" -- ... 1/2/3 @@@ http://a.b/c")]
    public void AnyText_GetsATagForEachToken(string text)
    {
        string tags = Tag(text);
        Assert.DoesNotContain("_", tags, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfTheUser_TakeThePlaceOfTheEmbeddedOnes()
    {
        DiplomacyAnalyzerBuilder builder = DiplomacyAnalyzer.CreateBuilder().UseModel("tagger", () => new MemoryStream([1, 2, 3]));
        Assert.Throws<WeightFileException>(builder.Build);
    }

    [Theory]
    [InlineData("THE MINISTER REJECTED THE OFFER", "DT NN VBD DT NN")]
    [InlineData("the minister rejected the offer", "DT NN VBD DT NN")]
    public void LetterCase_DoesNotChangePlainTags(string text, string expected) => Assert.Equal(expected, Tag(text));

    [Fact]
    public void Tagging_AllocatesNothing()
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        PosTagger tagger = analyzer.Stages.ToArray().OfType<PosTagger>().Single();
        using AnalyzedDocument document = analyzer.Analyze(new Article { Text = string.Concat(Enumerable.Repeat("Ouagadougou's envoy, Xyr Qwerty, rejected 12 re-drafted offers on Monday. ", 20)) });
        tagger.Run(document.Context);
        long before = GC.GetAllocatedBytesForCurrentThread();
        tagger.Run(document.Context);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void KeptSums_GiveTheSameTagsAsTheFeaturesOneByOne()
    {
        var tagger = new PosTagger(new AnalysisResources(new Analysis.Lexicons.Vocabulary()));
        string[] forms = "the minister of trade said that he would not accept any of the terms that were on offer".Split(' ');
        WordFacts[] kept = Array.ConvertAll(forms, f => tagger.FactsOf(f, SentenceCase.Mixed));
        WordFacts[] bare = Array.ConvertAll(kept, f => f with { Kept = 0 });
        var first = new PennTag[forms.Length];
        var second = new PennTag[forms.Length];
        tagger.Tag(kept, first);
        tagger.Tag(bare, second);
        Assert.Contains(kept, f => f.Kept != 0);
        Assert.Equal(first, second);
    }

    private static string Tag(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        DocumentContext context = document.Context;
        return string.Join(' ', context.Tags.ToArray().Select(t => t.Name()));
    }
}
