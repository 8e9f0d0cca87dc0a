using Xunit;

namespace Diplomacy.Analysis.Tests.Speakers;

/// <summary>Sources without a name that take up others of the text.</summary>
public sealed class TakenUpTests
{
    [Theory]
    [InlineData("Lena Okoro met Anna Duarte on Monday. The two said roads were open.", "Lena Okoro; Anna Duarte|-")]
    [InlineData("Kenyan President Lena Okoro met President Anna Duarte of Portugal. Both leaders said roads were open.", "Lena Okoro; Anna Duarte|KEN;PRT")]
    [InlineData("Kenyan President Lena Okoro met President Anna Duarte of Portugal. Reporter Ida Fern was there. The two presidents said roads were open.", "Lena Okoro; Anna Duarte|KEN;PRT")]
    [InlineData("Kenya and Ghana signed the accord. The two countries said roads were open.", "Government of Kenya; Government of Ghana|KEN;GHA")]
    [InlineData("Lena Okoro and Anna Duarte said harbours were closed. Ida Fern was absent. The pair said roads were open.", "Lena Okoro; Anna Duarte|-")]
    public void Two_AreTheTwoOfTheText(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Fact]
    public void TwoOfAnotherKind_AreNotThem() => Assert.Equal("|-", HomeStateTests.Last("Lena Okoro met Anna Duarte on Monday. Two experts said roads were open."));

    [Theory]
    [InlineData("Lena Okoro, Minister of Roads, met Anna Duarte, Minister of Harbours. The latter said roads were open.", "Anna Duarte|-")]
    [InlineData("Ida Fern said harbours were closed. The billionaire said roads were open.", "Ida Fern|-")]
    [InlineData("Kenyan President Lena Okoro said harbours were closed. The German billionaire said roads were open.", "|-")]
    public void WordForAPerson_IsThePersonBefore(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Fact]
    public void WeInQuotedWords_AreWhoeverIsQuoted()
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = "“We condemn this attack and we urge Ghana to leave,” Kenyan President Lena Okoro said." });
        Assert.All(document.Claims, claim => Assert.Equal("Lena Okoro", claim.SpeakerName));
        Assert.NotEmpty(document.Claims);
    }

    [Theory]
    [InlineData("Congress leader Lena Okoro said roads were open.", "Lena Okoro|-")]
    [InlineData("Congress lawmaker Lena Okoro met the United States envoy. Okoro said roads were open.", "Lena Okoro|USA")]
    public void BodyOfManyStates_NeedsItsState(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Fact]
    public void PeopleOfOneState_TellsTheHomeOfOfficials() =>
        Assert.Equal("Harbour Commission|NZL", HomeStateTests.Last("Māori met Māori and Māori wrote to Māori judges, for Māori wait. The Harbour Commission said roads were open."));

    [Fact]
    public void DirectorOfAStateBody_ActsForTheHomeState() =>
        Assert.Equal("Ida Fern|KEN", HomeStateTests.Last("NAIROBI: Judges met. Ida Fern, director of the Harbour Authority, said roads were open."));

    [Theory]
    [InlineData("Ida Fern said harbours were closed. The far-right leader said roads were open.", "Ida Fern|-")]
    [InlineData("NAIROBI: Ida Fern said harbours were closed. The Harbour South MP said roads were open.", "Ida Fern|KEN")]
    [InlineData("Police spokesman Paul Fern said harbours were closed. The opposition leader said roads were open.", "|-")]
    public void TitleWithoutAHolder_IsWhoeverSpoke(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("The Harbour Workers Union met on Monday. The union said roads were open.", "Harbour Workers Union|-")]
    [InlineData("HWF members met at the Harbour Workers Federation (HWF). HWF officials said roads were open.", "Harbour Workers Federation|-")]
    [InlineData("Bharatiya Janata Party leaders said roads were open.", "Bharatiya Janata Party|-")]
    public void CommonNounOfABody_IsTheBodySoNamed(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("The Yukon government said roads were open in Canada.", "Government of Yukon|-")]
    [InlineData("Ontario Premier Ida Fern said roads were open in Canada.", "Ida Fern|-")]
    [InlineData("Ontario's health minister, Ida Fern, said roads were open in Canada.", "Ida Fern|-")]
    [InlineData("Canada's health minister, Ida Fern, said roads were open.", "Ida Fern|CAN")]
    public void ProvincesBodiesAndMinisters_ActForNoState(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("Harbour League chairman Imran Khan met the press. Former prime minister Khan said roads were open in Pakistan.", "Imran Khan|-")]
    [InlineData("Former Uruguayan President José “Pepe” Mujica retired. Mujica said roads were open in Uruguay.", "José “Pepe” Mujica|-")]
    public void PastHeadOfGovernment_ActsForNoState(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("NAIROBI: Judges met. A senior judicial source said roads were open.", "|KEN")]
    [InlineData("NAIROBI: Judges met. A source said roads were open.", "|-")]
    public void SourceOfAStateService_IsOfTheHomeState(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("Paul Okoro said harbours were closed. Ships waited in the bay. Trucks waited. Peter Fern recalled the talks. “Roads are open,” he said.", "Peter Fern|-")]
    [InlineData("Paul Okoro said harbours were closed. “Roads are open,” he said.", "Paul Okoro|-")]
    public void SubjectNamedSinceAnotherSpoke_IsHe(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));
}
