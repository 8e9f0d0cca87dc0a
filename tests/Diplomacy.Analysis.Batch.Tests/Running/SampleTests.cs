using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Running;

/// <summary>The table of samples/BatchCsv, through the real analysis.</summary>
public class SampleTests
{
    [Fact]
    public void Sample_GivesClaimsOfItsSpeakersAndTwoRejects()
    {
        var source = new ArticleSource([Path.Combine(AppContext.BaseDirectory, "statements.csv")]);
        Assert.EndsWith(": utf-8, commas; id = 'id', title = 'title', text = 'text', date = 'date', speaker = 'speaker', country = 'country'", Assert.Single(source.Check()), StringComparison.Ordinal);
        var claims = new List<Claim>();
        var rejects = new List<InputRecord>();
        using ResultSink sink = ResultSink.To(claims.AddRange);
        BatchSummary summary = new BatchRunner(DiplomacyAnalyzer.Default, new BatchOptions { Threads = 2 }).Run(source.Read(), [sink], rejects.Add, TestContext.Current.CancellationToken);
        Assert.Equal((3, 2, 5), (summary.Documents, summary.Rejects, summary.Records));
        Assert.Equal(["empty text", "language: fr"], rejects.Select(r => r.Reason));
        Assert.Contains(claims, c => c is { DocId: "s1", SpeakerName: "Ines Carvalho", SpeakerCountry: "PRT" } && c.PublishedAt == new DateOnly(2024, 5, 14));
        Assert.Contains(claims, c => c.DocId == "n1");
    }
}
