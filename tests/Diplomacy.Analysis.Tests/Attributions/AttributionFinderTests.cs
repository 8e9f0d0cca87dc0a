using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Tests.Attributions;

public sealed class AttributionFinderTests
{
    [Theory]
    [InlineData("The minister said that the border would stay closed.", "The minister | said | that the border would stay closed")]
    [InlineData("The minister said the border would stay closed.", "The minister | said | the border would stay closed")]
    [InlineData("Novak told reporters on Tuesday that the talks had failed.", "Novak | told | that the talks had failed")]
    [InlineData("Novak has repeatedly said the treaty is dead.", "Novak | has repeatedly said | the treaty is dead")]
    [InlineData("Officials asked whether the bridge was safe.", "Officials | asked | whether the bridge was safe")]
    [InlineData("The ministry said on its website that the ferry would sail.", "The ministry | said | that the ferry would sail")]
    public void CueBefore_IntroducesClause(string text, string expected) => Assert.Equal([expected], AttributionLines.Of(text));

    [Theory]
    [InlineData("The border would stay closed, the minister said.", "the minister | said | The border would stay closed")]
    [InlineData("The border would stay closed, said the minister.", "the minister | said | The border would stay closed")]
    [InlineData("The border, the minister said, would stay closed.", "the minister | said | The border + would stay closed")]
    [InlineData("According to the ministry, two bridges were damaged.", "the ministry | According to | two bridges were damaged")]
    [InlineData("Two bridges were damaged, according to the ministry.", "the ministry | according to | Two bridges were damaged")]
    public void CueAfterOrInside_TakesTheWordsBefore(string text, string expected) => Assert.Equal([expected], AttributionLines.Of(text));

    [Theory]
    [InlineData("Oslo urged Warsaw to reopen the bridge.", "Oslo | urged | Warsaw to reopen the bridge", "Warsaw")]
    [InlineData("The council called on all parties to lay down their arms.", "The council | called on | all parties to lay down their arms", "all parties")]
    [InlineData("Oslo warned the rebels against any attack.", "Oslo | warned | the rebels against any attack", "the rebels")]
    [InlineData("Oslo accused the rebels of shelling a hospital.", "Oslo | accused | the rebels of shelling a hospital", "the rebels")]
    [InlineData("The rebels were urged to lay down their arms.", " | were urged | The rebels + to lay down their arms", "The rebels")]
    public void Addressee_StandsInTheContent(string text, string expected, string addressee)
    {
        Assert.Equal([expected], AttributionLines.Of(text));
        AttributionLines.Raw(text, out string[] addressees);
        Assert.Equal([addressee], addressees);
    }

    [Theory]
    [InlineData("Oslo supports the new treaty.", "Oslo | supports | the new treaty")]
    [InlineData("The union rejected the offer on Monday.", "The union | rejected | the offer")]
    [InlineData("Lisbon pledged to send two ships.", "Lisbon | pledged | to send two ships")]
    [InlineData("Lisbon came out in support of the plan.", "Lisbon | came out in support of | the plan")]
    [InlineData("Lisbon ruled out further talks.", "Lisbon | ruled out | further talks")]
    [InlineData("Lisbon voiced concern over the arrests.", "Lisbon | voiced concern over | the arrests")]
    [InlineData("Lisbon is ready to resume the talks.", "Lisbon | is ready | to resume the talks")]
    public void PositionWithoutSaying_IsAttribution(string text, string expected) => Assert.Equal([expected], AttributionLines.Of(text));

    [Theory]
    [InlineData("Ankara repeated its call for an end to the blockade.", "Ankara | repeated its call for | an end to the blockade")]
    [InlineData("Oslo's rejection of the plan surprised the council.", "Oslo's | rejection of | the plan")]
    [InlineData("The arrests drew sharp criticism from Oslo.", "Oslo | sharp criticism from | The arrests")]
    public void NounWithContent_IsAttribution(string text, string expected) => Assert.Contains(expected, AttributionLines.Of(text));

    [Fact]
    public void Chain_SharesItsSource() => Assert.Equal(
        ["Lisbon | welcomed | the deal", "Lisbon | urged | Rome to sign it", "Lisbon | adding | that time was short"],
        AttributionLines.Of("Lisbon welcomed the deal and urged Rome to sign it, adding that time was short."));

    [Fact]
    public void Participle_GoesBackToTheOuterSpeaker() => Assert.Contains(
        "The envoy | adding | that the bridge was safe",
        AttributionLines.Of("The envoy said that the ministers had agreed to meet, adding that the bridge was safe."));

    [Fact]
    public void Passive_TakesItsAgent() => Assert.Equal(
        ["the neighbouring states | was condemned by | The junta + for closing the port"],
        AttributionLines.Of("The junta was condemned by the neighbouring states for closing the port."));

    [Theory]
    [InlineData("Jana Novak, the foreign minister of Freedonia, said the talks had failed.", "Jana Novak, the foreign minister of Freedonia,")]
    [InlineData("Two officials familiar with the talks said they had failed.", "Two officials familiar with the talks")]
    [InlineData("Guinea, Mali and Niger said the talks had failed.", "Guinea, Mali and Niger")]
    [InlineData("A spokesman for the ministry in Oslo said the talks had failed.", "A spokesman for the ministry in Oslo")]
    [InlineData("Novak - on a radio panel last year - said the talks had failed.", "Novak")]
    public void Source_IsTheWholePhrase(string text, string source) => Assert.StartsWith(source + " | said | ", Assert.Single(AttributionLines.Of(text)));

    [Theory]
    [InlineData("The chairman called the meeting for Monday.")]
    [InlineData("The workers reported to work at six.")]
    [InlineData("The storm is expected to reach the coast on Friday.")]
    [InlineData("The leader is believed to be abroad.")]
    [InlineData("The ship was said to be lost.")]
    [InlineData("The delegates met to discuss the budget.")]
    [InlineData("Did the minister say that the border is closed?")]
    [InlineData("If Oslo rejects the offer, the talks will end.")]
    [InlineData("The army shelled two villages near the border.")]
    [InlineData("The country imposed tariffs on steel.")]
    [InlineData("The statement was long and the hall was cold.")]
    public void NoAttribution(string text) => Assert.Empty(AttributionLines.Of(text));

    [Fact]
    public void ThirdPartysWords_AreChildren()
    {
        const string Text = "Novak said Petrov told him that Oslo would sign.";
        Assert.Equal(["Novak | said | Petrov told him that Oslo would sign", "Petrov | told | that Oslo would sign"], AttributionLines.Of(Text));
        Attribution[] found = AttributionLines.Raw(Text, out string[] addressees);
        Assert.Equal([-1, 0], found.Select(static a => a.Parent));
        Assert.Equal("him", addressees[1]);
    }

    [Fact]
    public void OwnAttitudeInOwnWords_IsNoAttributionOfItsOwn() => Assert.Equal(
        ["Novak | said | he was concerned about the arrests"],
        AttributionLines.Of("Novak said he was concerned about the arrests."));

    [Fact]
    public void NegatedCue_IsMarked()
    {
        Attribution found = Assert.Single(AttributionLines.Raw("The ministry did not say when the talks would resume.", out _));
        Assert.True(found.CueNegated);
        Assert.False(Assert.Single(AttributionLines.Raw("The ministry said the talks would resume.", out _)).CueNegated);
    }

    [Fact]
    public void FirstPersonText_GivesEachSentenceToItsSpeaker()
    {
        string[] lines = AttributionLines.Of(new Article { Text = "The bridge must be reopened. Mr. Petrov told me that Oslo would sign.", Speaker = "Jana Novak" });
        Assert.Equal(
            [" |  | The bridge must be reopened", " |  | Mr. Petrov told me that Oslo would sign", "Mr. Petrov | told | that Oslo would sign"],
            lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("said")]
    [InlineData("said said said , said that that that said")]
    [InlineData("According to")]
    [InlineData(", he said, he said, he said, he said, he said")]
    [InlineData("\u2014 \u2014 said \u2014 called for, and and, urged \ud800 to")]
    public void OddTexts_DoNotThrow(string text)
    {
        foreach (string line in AttributionLines.Of(text))
        {
            Assert.Contains(" | ", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void HostileText_CostsLinearTime()
    {
        // Only this stage is timed; it must not look at a sentence of n cues n times.
        double small = SecondsFor(2_000);
        double large = SecondsFor(16_000);
        Assert.True(large < (small * 24) + 0.5, $"{small} s, then {large} s for eight times the text");
    }

    private static double SecondsFor(int repeats)
    {
        string text = string.Concat(Enumerable.Repeat("he said that they urged, according to and (", repeats));
        DocumentContext context = DiplomacyAnalyzer.Default.Rent(new Article { Text = text });
        foreach (IAnalysisStage stage in DiplomacyAnalyzer.Default.Stages)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            stage.Run(context);
            if (stage.Name == "attributions")
            {
                DiplomacyAnalyzer.Default.Return(context);
                return clock.Elapsed.TotalSeconds;
            }
        }

        throw new InvalidOperationException("No stage finds attributions.");
    }
}
