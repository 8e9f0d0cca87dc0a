using System.Diagnostics;
using System.Text;
using CsCheck;
using Diplomacy.Analysis.Views;
using Xunit;

namespace Diplomacy.Analysis.Tests.Attributions;

/// <summary>The list of attributions that readers see: the rules' revised by the learned finder.</summary>
public sealed class ShownAttributionTests
{
    private const string Article = """
        Foreign Minister Marta Vilela said on Monday that Lisbon would not sign the accord. “We were never asked,” she told reporters. “Nobody called us.”

        Her spokesman denied that talks had failed, and the ministry's forecast was that a deal could be reached by June. Diplomats believe the text is lost.
        """;

    private static readonly Gen<string> Soup = Gen.OneOf<string>(
        "Oslo", "Vilela", "the minister", "said", "believes", "that", "according to", "denied", "his claim", "we agree", "will leave", "to", "of", "and", ",", ".", "?", ":", "—", "\"", "“", "”", "‘", "’", "(", ")", "\n\n", "\n", "\ud800", "\u0000", "5 %", "who", "asked").Array[0, 60].Select(static words => string.Join(" ", words));

    [Theory]
    [InlineData("The minister said that Oslo would sign.", "The minister | said | that Oslo would sign")]
    [InlineData("“We will never sign,” the minister said.", "the minister | said | “We will never sign,”")]
    [InlineData("The harbour will close in May, according to two officials.", "two officials | according to | The harbour will close in May")]
    public void PlainSpeech_IsShownAsPolNeArHasIt(string text, string expected) => Assert.Equal([expected], Lines(text));

    [Theory]
    [InlineData("The ministers met in Oslo on Monday.")]
    [InlineData("The statue of the sailor stands in the harbour.")]
    public void Narrative_ShowsNothing(string text) => Assert.Empty(Lines(text));

    [Fact]
    public void TheList_StandsInTextOrder_AndItsNumbersAreUnique()
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = Article });
        int last = -1;
        HashSet<int> numbers = [];
        foreach (AttributionView attribution in document.Attributions)
        {
            int cue = attribution.Cue.Count > 0 ? attribution.Cue[0].Span.Start : attribution.Content[0].Span.Start;
            Assert.True(cue >= last);
            last = cue;
            Assert.True(numbers.Add(attribution.Number));
            Assert.InRange(attribution.Confidence, 0, 1);
        }

        Assert.InRange(numbers.Count, 4, 7);
    }

    [Fact]
    public void AskingForTheList_ChangesNoClaim_AndAskingTwiceChangesNoList()
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = Article });
        string[] claims = [.. document.Claims.Select(c => c.ToString())];
        string[] first = Lines(document);
        Assert.Equal(first, Lines(document));
        Assert.Equal(claims, document.Claims.Select(c => c.ToString()));
        Assert.Equal(claims, DiplomacyAnalyzer.Default.ExtractClaims(Article).Select(c => c.ToString()));
    }

    [Fact]
    public void EveryShownAttribution_HasASpeakerWhereItsSourceNamesOne()
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = Article });
        foreach (AttributionView attribution in document.Attributions)
        {
            bool she = attribution.Source.Count == 1 && attribution.Source[0].Text.SequenceEqual("she");
            Assert.True(!she || attribution.Speaker?.Name == "Marta Vilela");
        }
    }

    [Fact]
    public void AnyText_GivesAListInRange_TheSameOnARerun() => Soup.Sample(CheckRanges, iter: 500);

    [Theory]
    [InlineData("said ")]
    [InlineData("“said ")]
    [InlineData("he said that ")]
    [InlineData("“We said.” ")]
    [InlineData("according to ")]
    [InlineData("he claims (")]
    public void ManyCues_TakeLinearTime(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        Lines("It said so.");
        var watch = Stopwatch.StartNew();
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        int count = document.Attributions.Count;

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}, {count} attributions");
    }

    private static void CheckRanges(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        foreach (AttributionView attribution in document.Attributions)
        {
            Assert.NotEqual(0, attribution.Content.Count);
            CheckPieces(attribution.Source, text);
            CheckPieces(attribution.Cue, text);
            CheckPieces(attribution.Content, text);
        }

        Assert.Equal(Lines(document), Lines(text));
    }

    private static void CheckPieces(ViewList<PieceView> pieces, string text)
    {
        int last = 0;
        foreach (PieceView piece in pieces)
        {
            Assert.True(piece.Span.Start >= last && piece.Span.End <= text.Length && piece.Span.Length > 0);
            last = piece.Span.End;
        }
    }

    private static string[] Lines(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        return Lines(document);
    }

    private static string[] Lines(AnalyzedDocument document)
    {
        List<string> lines = [];
        foreach (AttributionView attribution in document.Attributions)
        {
            lines.Add($"{Join(attribution.Source)} | {Join(attribution.Cue)} | {Join(attribution.Content)}");
        }

        return [.. lines];
    }

    private static string Join(ViewList<PieceView> pieces)
    {
        var text = new StringBuilder();
        foreach (PieceView piece in pieces)
        {
            text.Append(text.Length > 0 ? " + " : "").Append(piece.Text);
        }

        return text.ToString();
    }
}
