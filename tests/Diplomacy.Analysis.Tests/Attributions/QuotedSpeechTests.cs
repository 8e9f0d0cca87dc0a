using Diplomacy.Analysis.Attributions;
using Xunit;

namespace Diplomacy.Analysis.Tests.Attributions;

public sealed class QuotedSpeechTests
{
    [Theory]
    [InlineData("“We will never sign,” the minister said.", "the minister | said | “We will never sign,”")]
    [InlineData("“We will never sign,” said the minister.", "the minister | said | “We will never sign,”")]
    [InlineData("The minister said: “We will never sign.”", "The minister | said | “We will never sign.”")]
    [InlineData("The minister said, “We will never sign. They know it.”", "The minister | said | “We will never sign. They know it.”")]
    [InlineData("“We will never sign,” the minister said. “They know it.”", "the minister | said | “We will never sign,” + “They know it.”")]
    [InlineData("“If they attack,” the minister said, “we will respond.”", "the minister | said | “If they attack,” + “we will respond.”")]
    public void DirectSpeech_KeepsItsMarks(string text, string expected)
    {
        Assert.Equal([expected], AttributionLines.Of(text));
        Assert.Equal(SpeechForm.Direct, Assert.Single(AttributionLines.Raw(text, out _)).Form);
    }

    [Theory]
    [InlineData("The minister called the offer “hasty and unfounded”.", "The minister | called | the offer “hasty and unfounded”")]
    [InlineData("The minister said the offer was “hasty and unfounded”.", "The minister | said | the offer was “hasty and unfounded”")]
    public void PartlyQuoted_IsMixed(string text, string expected)
    {
        Assert.Equal([expected], AttributionLines.Of(text));
        Assert.Equal(SpeechForm.Mixed, Assert.Single(AttributionLines.Raw(text, out _)).Form);
    }

    [Fact]
    public void QuotationWithoutCue_GoesToTheSpeakerBefore()
    {
        const string Text = "The minister criticised the offer. “It was never serious and they know it.”";
        Assert.Equal(["The minister | criticised | the offer", "The minister |  | “It was never serious and they know it.”"], AttributionLines.Of(Text));
        Assert.Equal(CueKind.Adjacency, AttributionLines.Raw(Text, out _)[1].CueKind);
    }

    [Theory]
    [InlineData("The film “The Long Road” was shown in Oslo.")]
    [InlineData("The so-called “volunteers” left the town.")]
    public void MarksOfTitlesAndDistance_AreNoSpeech(string text) => Assert.Empty(AttributionLines.Of(text));

    [Fact]
    public void OwnWordsInsideAQuotation_StayPartOfIt() => Assert.Equal(
        ["the envoy | said | “We urge all sides to stop,”"],
        AttributionLines.Of("“We urge all sides to stop,” the envoy said."));
}
