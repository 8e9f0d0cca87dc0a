using Xunit;

namespace Diplomacy.Analysis.Tests.Speakers;

/// <summary>What the text itself introduces comes before what the lexicons know.</summary>
public sealed class IntroducedNamesTests
{
    [Theory]
    [InlineData("The Harbour Hoteliers Association (HHA) met on Monday. The HHA said roads were open.", "Harbour Hoteliers Association|-")]
    [InlineData("The Union of Native Orchards (UNO) met on Monday. The UNO said roads were open.", "Union of Native Orchards|-")]
    [InlineData("The UNO said roads were open.", "United Nations (UN)|UN")]
    [InlineData("Relief Field Officer (RFO) Lena Okoro met traders. The RFO said roads were open.", "Lena Okoro|-")]
    public void IntroducedLetters_MeanTheirLongForm(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));

    [Theory]
    [InlineData("Ricardo Lagos wrote a letter. Lagos said roads were open.", "Ricardo Lagos|")]
    [InlineData("Ricardo Duarte wrote a letter. Lagos said roads were open.", "Government of Nigeria|")]
    [InlineData("Ricardo Lagos wrote a letter in Lagos. Officials in Lagos said roads were open.", "|")]
    public void PersonIntroduced_ComesBeforeTheCityOfTheName(string text, string expected) => Assert.StartsWith(expected, HomeStateTests.Last(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Lena Okoro, leader of the Harbour League, which led the march, said roads were open.", "Lena Okoro|-")]
    [InlineData("High commissioner for Human Rights Anna Okoro said roads were open.", "Anna Okoro|-")]
    [InlineData("Former harbour master Lena Okoro was late. Former deputy mayor Anna Duarte said no. The former judge said roads were open.", "Anna Duarte|-")]
    [InlineData("Tuesday, Kenyan Foreign Minister Lena Okoro said roads were open.", "Lena Okoro|KEN")]
    [InlineData("According to the Harbour League's data, roads were open.", "Harbour League|-")]
    [InlineData("Norway's trade minister on Monday blamed the strike. In an interview with a radio station, Lena Okoro said roads were open.", "Lena Okoro|NOR")]
    [InlineData("Norway's trade minister met the Chilean trade minister. In an interview with a radio station, Lena Okoro said roads were open.", "Lena Okoro|-")]
    public void TitlesAndAppositions_GiveTheirPerson(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text));
}
