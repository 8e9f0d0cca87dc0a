using Xunit;

namespace Diplomacy.Analysis.Tests.Attributions;

/// <summary>Constructions of everyday news that a reader takes in without noticing.</summary>
public sealed class ReportedNewsTests
{
    [Theory]
    [InlineData("Oslo agreed to hold fresh elections.", "Oslo | agreed | to hold fresh elections")]
    [InlineData("Oslo agreed on Thursday to hold fresh elections.", "Oslo | agreed | to hold fresh elections")]
    [InlineData("Novak claimed to have won a fourth term.", "Novak | claimed | to have won a fourth term")]
    [InlineData("Farmers have started to worry about the drought.", "Farmers | have started to worry about | the drought")]
    [InlineData("Novak pleaded guilty to a count of fraud.", "Novak | pleaded guilty to | a count of fraud")]
    [InlineData("The two envoys also raised concerns about the arrests.", "The two envoys | also raised concerns about | the arrests")]
    [InlineData("The police issued a statement to clarify that the road was open.", "The police | issued a statement to clarify | that the road was open")]
    public void VerbWithItsComplement_IsFound(string text, string expected) => Assert.Contains(expected, AttributionLines.Of(text));

    [Theory]
    [InlineData("The embassy called on citizens in the capital, Lima, to be careful.", "citizens in the capital, Lima,")]
    [InlineData("Oslo urged the banks which finance growth to lend more.", "the banks which finance growth")]
    [InlineData("Oslo warned the rebels about the dam.", "the rebels")]
    [InlineData("Prosecutors accused Perez, Pinto and Maldo of taking bribes.", "Perez, Pinto and Maldo")]
    public void Hearer_MayBeLong(string text, string hearer)
    {
        AttributionLines.Raw(text, out string[] addressees);
        Assert.Contains(hearer, addressees);
    }

    [Theory]
    [InlineData("Novak told reporters beside his host after the talks that the road was open.", "Novak | told | that the road was open")]
    [InlineData("Oslo accused its “security apparatus” of rewriting history.", "Oslo | accused | its “security apparatus” of rewriting history")]
    [InlineData("The union welcomed the theme of this year's meeting.", "The union | welcomed | the theme of this year's meeting")]
    [InlineData("The union backed the plan, which lowers tariffs on steel.", "The union | backed | the plan, which lowers tariffs on steel")]
    public void Phrases_BelongTogether(string text, string expected) => Assert.Contains(expected, AttributionLines.Of(text));

    [Theory]
    [InlineData("Novak came close to an admission that soldiers had crossed the river, saying the maps were wrong.", "saying", "soldiers")]
    [InlineData("Villagers camped in the square until late last night demanding justice.", "demanding", "late last night")]
    [InlineData("Novak, head of the union, told a rally on Monday that the road was open.", "told", "a rally")]
    [InlineData("An appeals judge, saying it was unfair, rejected the law.", "rejected", "the law")]
    public void WhoIsNear_IsNotAlwaysWhoSpeaks(string text, string cue, string never) =>
        Assert.DoesNotContain(AttributionLines.Of(text), line => line.StartsWith(never + " | " + cue, StringComparison.Ordinal));

    [Theory]
    [InlineData("Locals attacked the police in the square.")]
    [InlineData("The report contained the figures of the bank.")]
    [InlineData("Oslo recalled its envoy from Rome.")]
    [InlineData("The ministry promotes tourism in the north.")]
    public void Deeds_AreNoWords(string text) => Assert.Empty(AttributionLines.Of(text));

    [Fact]
    public void DeniedAllegation_IsDeniedWhole() =>
        Assert.Equal(["Oslo | denied | the allegations of torture"], AttributionLines.Of("Oslo denied the allegations of torture."));
}
