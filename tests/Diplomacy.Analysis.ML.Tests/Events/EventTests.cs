using Diplomacy.Analysis.ML.Events;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Events;

public sealed class EventTests
{
    [Fact]
    public void Corpus_FindsSourceAndTargetInTheirSentence()
    {
        EventSentence row = Assert.Single(Read("sentence\tsource\ttarget\troot\tpenta\tmodality", "Peru expelled two envoys of Chile.\tPeru\ttwo envoys\tSANCTION\t4\tpast"));
        Assert.Equal("Peru", row.Source.Slice(row.Text).ToString());
        Assert.Equal("two envoys", row.Target.Slice(row.Text).ToString());
        Assert.Equal("SANCTION", row.Root);
    }

    [Fact]
    public void Corpus_MissingColumn_IsNamed() => Assert.Contains("target", Assert.Throws<InvalidDataException>(() => Read("sentence\tsource\troot")).Message, StringComparison.Ordinal);

    [Fact]
    public void Features_TellTheVerbThatGoverns()
    {
        var features = new EventFeatures(DiplomacyAnalyzer.Default, EventGroups.All);
        uint[] norway = features.Of(Of("Norway expelled Sweden.", "Norway", "Sweden"));
        Assert.NotEqual(norway.Order(), features.Of(Of("Norway thanked Sweden.", "Norway", "Sweden")).Order());
    }

    [Fact]
    public void Report_TellsRootsOfSentencesThatTheModelHasNotSeen()
    {
        string[] states = ["Peru", "Oman", "Mali", "Chad", "Cuba", "Fiji", "Iran", "Togo", "Laos", "Iraq"];
        EventSentence[] sentences =
        [
            .. states.Select((s, i) => Of($"{s} expelled {states[(i + 3) % 10]}.", s, states[(i + 3) % 10], "SANCTION")),
            .. states.Select((s, i) => Of($"{s} thanked {states[(i + 3) % 10]}.", s, states[(i + 3) % 10], "SUPPORT")),
        ];
        Assert.StartsWith("macro-F1 100.00", EventReport.Of(DiplomacyAnalyzer.Default, sentences, [EventGroups.All], 1e-4f, 0, 1).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Petrarch_ReadsSentencesAndCodes()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, """
            <!-- a <Sentence is not one -->
            <Sentence date="1" id="A" category="DEMO" sentence="true">
            <EventCoding sourcecode="X" targetcode="Y" eventcode="122"></EventCoding>
            <Text>
            Peru condemned
            Chile.
            </Text>
            </Sentence>
            """);
        (string text, string[] codes) = Assert.Single(PetrarchCorpus.Read(path));
        File.Delete(path);
        Assert.Equal("Peru condemned Chile.", text);
        Assert.Equal(["122"], codes);
        Assert.Contains("root right of the coded 100.0, of all 100.0", PetrarchReport.Of(DiplomacyAnalyzer.Default, [(text, codes)]).First(), StringComparison.Ordinal);
    }

    private static EventSentence Of(string text, string source, string target, string root = "SANCTION") =>
        new(text, new TextSpan(text.IndexOf(source, StringComparison.Ordinal), source.Length), new TextSpan(text.IndexOf(target, StringComparison.Ordinal), target.Length), root);

    private static List<EventSentence> Read(params string[] lines)
    {
        string path = Path.GetTempFileName();
        File.WriteAllLines(path, lines);
        try
        {
            return EventCorpus.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
