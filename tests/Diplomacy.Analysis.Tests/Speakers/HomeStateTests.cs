using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Tests.Speakers;

/// <summary>Officials whose state nobody names act for the state whose news the text is.</summary>
public sealed class HomeStateTests
{
    private const string AtHome = "MOMBASA: The port of Mombasa stood still on Monday, and traders from Kisumu and Nakuru waited in vain. ";

    [Theory]
    [InlineData("Police commissioner Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Lawmaker Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Justice Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Minister of state for coastal affairs Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Police said roads were open.", "Police of Kenya|KEN")]
    [InlineData("The National Harbour Authority said roads were open.", "National Harbour Authority|KEN")]
    public void OfficialsOfTheTextsState_ActForIt(string text, string expected) => Assert.Equal(expected, Last(AtHome + text));

    [Theory]
    [InlineData("Professor Lena Okoro said roads were open.", "Lena Okoro|-")]
    [InlineData("Lena Okoro, a villager, said roads were open.", "Lena Okoro|-")]
    [InlineData("Mayor Lena Okoro said roads were open.", "Lena Okoro|-")]
    [InlineData("Kenya director Lena Okoro said roads were open.", "Lena Okoro|-")]
    [InlineData("The International Harbour Council said roads were open.", "International Harbour Council|-")]
    public void PrivateAndLocalPeople_ActForNoState(string text, string expected) => Assert.Equal(expected, Last(AtHome + text));

    [Theory]
    [InlineData("In Tunis, Justice Lena Okoro said roads were open.")]
    [InlineData("Rome and Cairo met in Tunis. Justice Lena Okoro said roads were open.")]
    public void WithoutEvidenceOrWithTwoSides_NoStateIsTold(string text) => Assert.EndsWith("|-", Last(text), StringComparison.Ordinal);

    [Fact]
    public void PrimeMinister_IsTheOneAtHome() =>
        Assert.Equal("Paul Otieno|KEN", Last(AtHome + "Kenyan Prime Minister Paul Otieno received Ghanaian Prime Minister Ana Mensa. The prime minister said roads were open."));

    [Fact]
    public void BlankInsideAPossessive_IsNoBreak() => Assert.Equal("Ministry of Foreign Affairs of Kenya|KEN", Last("Kenya’ s foreign ministry said roads were open."));

    [Theory]
    [InlineData("The Kingdom of Bahrain said roads were open.", "Government of Bahrain|BHR")]
    [InlineData("The Republic of Kenya said roads were open.", "Government of Kenya|KEN")]
    public void StateByItsStyle_IsTheState(string text, string expected) => Assert.Equal(expected, Last(text));

    internal static string Last(string text, string? title = null, string? speaker = null, string? country = null, DateOnly? day = null)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text, Title = title, Speaker = speaker, SpeakerCountry = country, PublishedAt = day });
        Assert.NotEqual(0, document.Context.Attributions.Count);
        Attribution attribution = document.Context.Attributions[^1];
        return $"{attribution.Speaker?.Name}|{attribution.Speaker?.Country}";
    }
}
