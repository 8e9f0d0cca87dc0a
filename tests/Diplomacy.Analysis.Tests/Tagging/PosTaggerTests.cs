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

    private static string Tag(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        DocumentContext context = document.Context;
        return string.Join(' ', context.Tags.ToArray().Select(t => t.Name()));
    }
}
