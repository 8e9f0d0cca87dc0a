using Xunit;

namespace Diplomacy.Analysis.Tests.Claims;

/// <summary>What is joined by "and", "that", commas, marks and asides: where one claim ends and the next begins.</summary>
public sealed class CoordinationTests
{
    [Theory]
    [InlineData("The envoy said that drivers were too fast and that the city should repair its roads.", "drivers were too fast|the city should repair its roads")]
    [InlineData("The envoy said that talks had failed and that the mediators had left.", "talks had failed and that the mediators had left")]
    [InlineData("\"Rivers have no flag,\" the minister argued. \"We must be patient, share the water, and be understood.\"", "Rivers have no flag|be patient|share the water|be understood")]
    [InlineData("The envoy said the council, which is to keep the peace, has failed.", "the council, which is to keep the peace, has failed")]
    [InlineData("A trader who claimed he owns three ships and flies to Oslo each week, has been arrested.", "he owns three ships and flies to Oslo each week")]
    [InlineData("The pact is dead. That, the minister said, would give the fishermen hope.", "That would give the fishermen hope")]
    [InlineData("The envoy added that Peru had the means, but that bad roads had made it hard.", "Peru had the means, but that bad roads had made it hard")]
    public void ReportedClauses_AreCutWhereAnotherActBegins(string text, string contents) => Assert.Equal(contents.Split('|'), Contents(text));

    [Theory]
    [InlineData("The minister said opposition members should be grateful.", "be grateful")]
    [InlineData("The minister said elected representatives must think before they speak.", "think before they speak")]
    [InlineData("The minister said the border posts must be opened at once.", "the border posts must be opened at once")]
    [InlineData("The minister said no party should forget the flood.", "no party should forget the flood")]
    public void WhoCanAct_IsAskedToAct(string text, string content) => Assert.Equal(content, Assert.Single(DiplomacyAnalyzer.Default.ExtractClaims(text)).Content);

    [Theory]
    [InlineData("I hope that the parties will return to the table and that the guns will fall silent.", "the parties will return to the table|the guns will fall silent", "Appeal|Appeal")]
    [InlineData("We regret the loss of the ship and extend our sympathy to the crew.", "the loss of the ship|extend our sympathy to the crew", null)]
    [InlineData("We call upon both sides to end the war, and stand ready to help them.", "end the war|help them", "Appeal|Commit")]
    [InlineData("I think that we want to cooperate with Iceland.", "cooperate with Iceland", "Commit")]
    public void OwnWords_GoOnOverAnd(string text, string contents, string? acts)
    {
        IReadOnlyList<Claim> claims = DiplomacyAnalyzer.Default.ExtractClaims(new Article { Id = "a", Text = text, Speaker = "Ingrid Solheim", SpeakerCountry = "NOR" });
        Assert.Equal(contents.Split('|'), claims.Select(c => c.Content));
        if (acts is not null)
        {
            Assert.Equal(acts.Split('|'), claims.Select(c => c.ActFamily.ToString()));
        }
    }

    [Theory]
    [InlineData("The novel tells the story of four sisters who have to hide from the army.")]
    [InlineData("If you do not want to receive the letter you can write to the office.")]
    [InlineData("She just wanted to leave the valley before dark.")]
    [InlineData("Dozens of shells, few of which threatened to hit the ship, were fired.")]
    public void WhatIsOnlyTold_IsNoClaim(string text) => Assert.Empty(DiplomacyAnalyzer.Default.ExtractClaims(text));

    [Theory]
    [InlineData("The minister admitted to the committee that some ships were late.", "some ships were late", "Acknowledge")]
    [InlineData("The banks were put under state care to \"protect the rights of savers and serve the public,\" the commission said.", "protect the rights of savers and serve the public", "State")]
    public void Hearers_AndFragments_AreNoContentsOfTheirOwn(string text, string content, string act)
    {
        Claim claim = Assert.Single(DiplomacyAnalyzer.Default.ExtractClaims(text));
        Assert.Equal(content, claim.Content);
        Assert.Equal(act, claim.ActFamily.ToString());
    }

    [Theory]
    [InlineData("We call on both sides to end the war, and also.")]
    [InlineData("The envoy urged Rome to open the port, and, then.")]
    public void NothingBehindAnd_IsNoConjunct(string text) => Assert.Single(DiplomacyAnalyzer.Default.ExtractClaims(text));

    [Fact]
    public void Apposition_IsNotWhatIsSaid() =>
        Assert.Equal("the post will close", Assert.Single(DiplomacyAnalyzer.Default.ExtractClaims("The party's senior councillor, Amina Sesay said: \"the post will close.\"")).Content);

    [Fact]
    public void CommaInsideTheClosingMark_EndsTheContent()
    {
        Claim claim = DiplomacyAnalyzer.Default.ExtractClaims("The minister said he was \"glad to serve,\" adding that the post would open in May.")[0];
        Assert.DoesNotContain("adding", claim.Content, StringComparison.Ordinal);
    }

    private static string[] Contents(string text) => [.. DiplomacyAnalyzer.Default.ExtractClaims(text).Select(c => c.Content)];

    [Theory]
    [InlineData("The minister urged Rome to open the port and")]
    [InlineData("The minister urged Rome to open the port, and also")]
    [InlineData("The envoy called on Rome to open the port and, finally,")]
    [InlineData("The envoy promised to open the port and then")]
    public void ContentThatEndsInACoordinator_IsReadToItsEnd(string text)
    {
        Assert.NotEmpty(DiplomacyAnalyzer.Default.ExtractClaims(text));
        _ = DiplomacyAnalyzer.Default.ExtractClaims(new Article { Text = text, SpeakerCountry = "NOR" });
    }
}
