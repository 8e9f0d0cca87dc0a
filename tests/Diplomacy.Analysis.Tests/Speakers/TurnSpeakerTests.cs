using Diplomacy.Analysis.Attributions;
using Xunit;

namespace Diplomacy.Analysis.Tests.Speakers;

/// <summary>In transcripts the head of a turn speaks in the first person.</summary>
public sealed class TurnSpeakerTests
{
    private const string Title = "Briefing by Press Secretary Robert Gibbs";

    [Theory]
    [InlineData("Q Will the roads open?\nMR. GIBBS: We hope that the roads will open.", "Robert Gibbs|USA")]
    [InlineData("Q Will the roads open?\nMR. GIBBS: The roads are open.", "Robert Gibbs|USA")]
    public void TurnsOfABriefing_AreTheSpokesmans(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text, Title));

    [Fact]
    public void QuestionsOfATurn_AreNobodysWords()
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = "Q The roads are closed. Will they open?\nMR. GIBBS: No.\nQ The traders are angry.\n", Title = Title });
        foreach (Attribution attribution in document.Context.Attributions.Span)
        {
            Assert.NotEqual(CueKind.FirstPerson, attribution.CueKind);
        }
    }

    [Theory]
    [InlineData("SECRETARY ALBIGHT: We hope that the roads will open.", "Madeleine Albright|USA")]
    [InlineData("SECRETARY OKORO: We hope that the roads will open.", "Okoro|USA")]
    public void MisspeltLabel_IsStillTheMetadatasSpeaker(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last("QUESTION: Will they?\n" + text, null, "Madeleine Albright", "USA"));

    [Theory]
    [InlineData("Kenya calls for an end to the war.", "delegate of KEN|KEN")]
    [InlineData("The Government of Kenya calls for an end to the war.", "delegate of KEN|KEN")]
    [InlineData("Ghana calls for an end to the war.", "Government of Ghana|GHA")]
    public void DelegatesOwnState_IsTheDelegate(string text, string expected) => Assert.Equal(expected, HomeStateTests.Last(text, null, "delegate of KEN", "KEN"));

    [Fact]
    public void BriefingWithAnother_IsNotThePagesSpeakers() =>
        Assert.Equal("Julia Okoro|USA", HomeStateTests.Last("We hope that the roads will open.", "Briefing with Ambassador Julia Okoro", "Antony Blinken", "USA"));
}
