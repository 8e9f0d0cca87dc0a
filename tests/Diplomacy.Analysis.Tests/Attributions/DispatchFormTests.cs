using Diplomacy.Analysis.Attributions;
using Xunit;

namespace Diplomacy.Analysis.Tests.Attributions;

/// <summary>The forms of ministries, wires, letters and transcripts.</summary>
public sealed class DispatchFormTests
{
    [Theory]
    [InlineData("MOSCOW, June 3 (TASS) -- Russia will not extend the deal, Foreign Minister Ivan Petrov said.")]
    [InlineData("(TASS) -- Russia will not extend the deal, Foreign Minister Ivan Petrov said.")]
    [InlineData("OSLO, May 5 (Reuters) - Russia will not extend the deal, Foreign Minister Ivan Petrov said.")]
    public void AWiresDateline_IsNoPartOfTheWords(string text) =>
        Assert.Equal(["Foreign Minister Ivan Petrov | said | Russia will not extend the deal"], AttributionLines.Of(text));

    [Theory]
    [InlineData("Asked about the talks, Wang Wenbin said: “China hopes that all will stay calm.”", "Wang Wenbin | said | “China hopes that all will stay calm.”")]
    [InlineData("When asked about the talks, Wang Wenbin said, “China hopes that all will stay calm.”", "Wang Wenbin | said | “China hopes that all will stay calm.”")]
    [InlineData("Asked about the talks, Marta Lopes said, Lisbon will stay calm.", "Marta Lopes | said | Lisbon will stay calm")]
    [InlineData("When asked about the talks, Marta Lopes said Lisbon will stay calm.", "Marta Lopes | said | Lisbon will stay calm")]
    public void WhatWasAsked_IsNoPartOfTheAnswer(string text, string expected) => Assert.Contains(expected, AttributionLines.Of(text));

    [Theory]
    [InlineData("“We will not wait for Oslo.” — Ana Ruiz, chairwoman of the committee", "Ana Ruiz | — | “We will not wait for Oslo.”")]
    [InlineData("“We will not wait for Oslo.” ― Ana Ruiz", "Ana Ruiz | ― | “We will not wait for Oslo.”")]
    [InlineData("“We will not wait for Oslo.”\n\n-- Pedro Costa, mayor of Braga", "Pedro Costa | -- | “We will not wait for Oslo.”")]
    [InlineData("“We will not wait for Oslo.”\n- Pedro Costa (Braga)", "Pedro Costa | - | “We will not wait for Oslo.”")]
    public void ADashBeforeAName_SignsAQuotation(string text, string expected)
    {
        Assert.Equal([expected], AttributionLines.Of(text));
        Assert.Equal(SpeechForm.Direct, Assert.Single(AttributionLines.Raw(text, out _)).Form);
    }

    [Theory]
    [InlineData("“We agree with all of it” — words that shocked the hall.")]
    [InlineData("The film “We Will Not Wait” — Ana Ruiz made it — opens in May.")]
    [InlineData("“We will not wait for Oslo.” — Ana Ruiz smiled and left the hall")]
    [InlineData("“We will not wait for Oslo.”\n- the ships left the harbour")]
    public void ADashBeforeOtherWords_SignsNothing(string text) => Assert.DoesNotContain(AttributionLines.Raw(text, out _), a => a.Rule == "dash-signature");

    [Fact]
    public void SignedLetters_EachHaveTheirOwnSpeaker() => Assert.Equal(
        ["Pedro Costa | ― | “The treaty is a disgrace.”", "Maria Joana Pinto | ― | “We will fight it to the end.”"],
        AttributionLines.Of("The paper printed two letters about the treaty that Lisbon and Oslo made last week in the capital.\n\n“The treaty is a disgrace.” ― Pedro Costa\n\n“We will fight it to the end.” ― Maria Joana Pinto, Porto"));

    [Theory]
    [InlineData("The minister said:\n\n• the port would close in May;\n\n• talks with Oslo would go on.")]
    [InlineData("The minister said:\n- the port would close in May;\n- talks with Oslo would go on.")]
    [InlineData("The minister said:\n1. the port would close in May;\n2. talks with Oslo would go on.")]
    [InlineData("The minister said:\n(a) the port would close in May;\n(b) talks with Oslo would go on.")]
    public void AListBehindAColon_IsTheContent(string text) =>
        Assert.Equal(["The minister | said | the port would close in May + talks with Oslo would go on"], AttributionLines.Of(text));

    [Theory]
    [InlineData("The ships in the harbour:\n- the Maria;\n- the Joana.")]
    [InlineData("The minister made a list:\n\nNobody read the list in the hall.")]
    public void AListThatNobodySays_IsNone(string text) => Assert.DoesNotContain(AttributionLines.Raw(text, out _), a => a.Rule == "list");

    [Theory]
    [InlineData("And from Chairwoman Ana Ruiz: “We will not wait for Oslo.”", "Chairwoman Ana Ruiz | : | “We will not wait for Oslo.”")]
    [InlineData("From Chairwoman Ana Ruiz: “We will not wait for Oslo.”", "Chairwoman Ana Ruiz | : | “We will not wait for Oslo.”")]
    [InlineData("Ana Ruiz: “We will not wait for Oslo.”", "Ana Ruiz | : | “We will not wait for Oslo.”")]
    public void AColonBehindAName_IntroducesItsWords(string text, string expected) => Assert.Equal([expected], AttributionLines.Of(text));

    [Theory]
    [InlineData("From Monday: the new timetable of the port.")]
    [InlineData("And then: silence in the hall.")]
    public void AColonBehindOtherWords_IntroducesNobody(string text) => Assert.Empty(AttributionLines.Of(text));

    [Fact]
    public void TurnsInCapitals_AreTheSpeakersOwnWords()
    {
        var article = new Article { Text = "SECRETARY POWELL: We will stay. We call on all sides to stop.\n\nMINISTER IVANOV: Russia opposes the plan.", Speaker = "Colin Powell", SpeakerCountry = "USA" };
        Assert.Equal([" |  | We will stay", " |  | We call on all sides to stop", " |  | Russia opposes the plan"], AttributionLines.Of(article).Where(l => l.StartsWith(" |", StringComparison.Ordinal)));
        IReadOnlyList<Claim> claims = DiplomacyAnalyzer.Default.ExtractClaims(article);
        Assert.Equal(["USA", "USA", "RUS"], claims.Select(c => c.SpeakerCountry));
    }

    [Fact]
    public void TurnsWithoutMetadata_BelongToTheirLabels() => Assert.Equal(
        [" |  | We will stay in the talks", " |  | Russia opposes the plan"],
        AttributionLines.Of("SECRETARY POWELL: We will stay in the talks.\n\nMINISTER IVANOV: Russia opposes the plan.").Where(l => l.StartsWith(" |", StringComparison.Ordinal)));

    [Fact]
    public void Questions_AreNobodysWords() => Assert.Equal(
        [" |  | We will not sign the accord", " |  | Nobody asked us"],
        AttributionLines.Of(new Article { Text = "Q: Will Lisbon sign the accord?\n\nA: We will not sign the accord. Nobody asked us.", Speaker = "Ana Lopes", SpeakerCountry = "PRT" }));

    [Theory]
    [InlineData("'We will not sign the accord,' the minister said.", "the minister | said | 'We will not sign the accord,'")]
    [InlineData("‘We will not sign the accord,’ said the minister. ‘It’s the workers’ plan.’", "the minister | said | ‘We will not sign the accord,’ + ‘It’s the workers’ plan.’")]
    [InlineData("The minister said: «We will not sign the accord.»", "The minister | said | «We will not sign the accord.»")]
    [InlineData("The minister said: 「We will not sign the accord.」", "The minister | said | 「We will not sign the accord.」")]
    public void EveryKindOfMarks_HoldsSpeech(string text, string expected) => Assert.Equal([expected], AttributionLines.Of(text));

    [Fact]
    public void AMissingMark_EndsWithItsParagraph()
    {
        string[] lines = AttributionLines.Of("“We will not sign the accord, the minister said.\n\nThe envoy said the talks had failed.");
        Assert.Equal(["the minister | said | We will not sign the accord", "The envoy | said | the talks had failed"], lines);
    }
}
