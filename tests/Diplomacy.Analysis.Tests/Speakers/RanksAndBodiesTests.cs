using Xunit;

namespace Diplomacy.Analysis.Tests.Speakers;

/// <summary>Titles one behind the other, abbreviated ranks, bodies by their field, parties.</summary>
public sealed class RanksAndBodiesTests
{
    [Theory]
    [InlineData("Sen. Lena Okoro of Kenya said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Kenyan Rep. Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Kenyan Lt. Col. Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Gov. Lena Okoro said roads were open.", "Lena Okoro|-")]
    public void AbbreviatedTitle_IsNoPartOfTheName(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("Kenyan police spokesperson Captain Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Kenyan Chief of Police General Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Kenyan Prime Minister General Paul Okoro was late. The prime minister said roads were open.", "Paul Okoro|KEN")]
    [InlineData("NAIROBI: Harbour police spokesperson Captain Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("Nairobi – Lawyers met. Sergeant Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    public void TitleBeforeARank_IsTheSamePersons(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("The Department of Harbour Control said roads were open.", "Department of Harbour Control|-")]
    [InlineData("Kenya's National Harbour Agency said roads were open.", "National Harbour Agency|KEN")]
    [InlineData("Lawyers met at the Department of Harbour Control. The department said roads were open.", "Department of Harbour Control|-")]
    [InlineData("A Bloomberg report said roads were open.", "Bloomberg|-")]
    [InlineData("According to the latest report of the US Geological Survey, roads were open. The US Geological Survey said roads were open.", "United States Geological Survey|USA")]
    [InlineData("Federal Minister for Rural Australians Anna Okoro said roads were open.", "Anna Okoro|-")]
    public void Body_KeepsItsField(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("The African National Congress said roads were open.", "African National Congress|-")]
    [InlineData("African National Congress president Lena Okoro said roads were open.", "Lena Okoro|-")]
    [InlineData("African National Congress lawmaker Lena Okoro said roads were open.", "Lena Okoro|ZAF")]
    public void Party_ActsForNoState(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Fact]
    public void InitialInsideAName_HidesNobody() => Assert.Equal("Vladimir V. Putin|RUS", HomeStateTests.Last("President Vladimir V. Putin said roads were open."));

    [Fact]
    public void BeforeHisFirstTerm_NobodyActsForAState()
    {
        Assert.Equal("Donald Trump|-", HomeStateTests.Last("Donald Trump said roads were open.", day: new DateOnly(2015, 12, 1)));
        Assert.Equal("Donald Trump|USA", HomeStateTests.Last("Donald Trump said roads were open.", day: new DateOnly(2018, 12, 1)));
    }
}
