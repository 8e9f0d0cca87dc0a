using Diplomacy.Analysis.Claims;
using Xunit;

namespace Diplomacy.Analysis.Tests.Claims;

public sealed class StanceTests
{
    private static readonly DiplomacyAnalyzer Analyzer = DiplomacyAnalyzer.Default;

    [Theory]
    [InlineData("Foreign Minister Ana Duarte of Portugal condemned the raid by Chad.", -1)]
    [InlineData("Foreign Minister Ana Duarte of Portugal urged Chad to stop the shelling.", -1)]
    [InlineData("Foreign Minister Ana Duarte of Portugal welcomed the elections in Chad.", 1)]
    [InlineData("Foreign Minister Ana Duarte of Portugal promised Chad a loan for the new port.", 1)]
    [InlineData("Foreign Minister Ana Duarte of Portugal said Portugal would lend Chad the money for the port.", 1)]
    public void Act_ImpliesAStanceTowardsTheOneItIsAddressedTo(string text, int sign) => Assert.Equal(sign, Sign(text));

    [Theory]
    [InlineData("Foreign Minister Ana Duarte of Portugal said Chadian forces had brutally attacked the convoy.", -1)]
    [InlineData("Foreign Minister Ana Duarte of Portugal said Chad was a reliable and valued partner.", 1)]
    [InlineData("Foreign Minister Ana Duarte of Portugal said Chad was not a reliable partner.", -1)]
    public void BadWord_CountsAgainstTheStateThatDoesIt(string text, int sign) => Assert.Equal(sign, Sign(text));

    [Theory]
    [InlineData("Foreign Minister Ana Duarte of Portugal said she discussed issues of mutual interest with the president of Chad.")]
    [InlineData("Foreign Minister Ana Duarte of Portugal said the president of Chad paid an official visit to Lisbon on Monday.")]
    public void Contact_IsNoFriendship(string text) => Assert.Equal(0, Sign(text));

    [Fact]
    public void Contact_ThatIsMoreThanAContactIsFriendly() =>
        Assert.Equal(1, Sign("Foreign Minister Ana Duarte of Portugal said she discussed with the president of Chad ways to strengthen the fruitful cooperation."));

    [Fact]
    public void AssertionAboutNobody_LeansToNoSide() => Assert.Equal(0, Sign("Foreign Minister Ana Duarte of Portugal said the harvest was excellent and successful."));

    [Theory]
    [InlineData("Foreign Minister Ana Duarte of Portugal promised to build a new port by March.")]
    [InlineData("Foreign Minister Ana Duarte of Portugal said she would travel to Chad next month.")]
    public void PlanAndJourney_LeanToNoSide(string text) => Assert.Equal(0, Sign(text));

    [Fact]
    public void PlainAssertion_GoesOnAsTheSpeakerSpokeOfThatStateBefore()
    {
        IReadOnlyList<Claim> claims = Analyzer.ExtractClaims(
            "Foreign Minister Ana Duarte of Portugal condemned the raid by Chad. Duarte said that the garrison of Chad counted four hundred men on Monday.");
        Assert.Equal([-1, -1], claims.Select(c => Math.Sign(c.Stance)));
    }

    private static int Sign(string text) => Math.Sign(Assert.Single(Analyzer.ExtractClaims(text)).Stance);
}
