using Diplomacy.Analysis.Claims;
using Xunit;

namespace Diplomacy.Analysis.Tests.Claims;

/// <summary>Who is addressed and who is spoken of where the words do not name him.</summary>
public sealed class PartiesTests
{
    private static readonly DiplomacyAnalyzer Analyzer = DiplomacyAnalyzer.Default;

    [Theory]
    [InlineData("China praised the efforts of Peru, Chile and Kenya to end the war in Sudan.", "PER CHL KEN")]
    [InlineData("China condemned the raid of Peru on Chile.", "PER")]
    public void Targets_AreTheFirstNamedAndThoseCoordinatedWithIt(string text, string targets) =>
        Assert.Equal(targets, string.Join(' ', Assert.Single(Analyzer.ExtractClaims(text)).Targets));

    [Theory]
    [InlineData("NAIROBI, Kenya - The Kenyan parliament debated a bill on fishing in Kenya. Fisherman Otieno Wafula condemned the neglect of the harbours by the government.", "KEN")]
    [InlineData("NAIROBI, Kenya - The Kenyan parliament debated a bill on fishing in Kenya. Fisherman Otieno Wafula said the catch off Mombasa had doubled.", "")]
    public void PrivateSpeaker_JudgesThoseWhoGovernHim_AndTellsOfNobody(string text, string targets) =>
        Assert.Equal(targets, string.Join(' ', Assert.Single(Analyzer.ExtractClaims(text)).Targets));

    [Fact]
    public void Regime_IsTheForeignOneNamedBefore() =>
        Assert.Equal(["MMR"], Analyzer.ExtractClaims("Norway condemned the shelling of villages in Myanmar. \"These acts show the contempt of the regime for life,\" the Norwegian foreign minister said.")[^1].Targets);

    [Theory]
    [InlineData("The Uzbek president urged the prosecutors to drop the case.", "UZB")]
    [InlineData("The Uzbek president thanked Rwanda for its help and promised to support further cooperation.", "RWA")]
    public void Addressee_IsOneOfOnesOwn_OrTheFriendOfAMomentAgo(string text, string addressee) =>
        Assert.Equal([addressee], Analyzer.ExtractClaims(text)[^1].Addressees);
}
