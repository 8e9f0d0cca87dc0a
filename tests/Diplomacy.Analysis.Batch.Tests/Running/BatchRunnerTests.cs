using System.Globalization;
using System.Text;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Running;

public class BatchRunnerTests
{
    [Fact]
    public void Threads_DoNotChangeTheBytes()
    {
        (string Csv, string Json, string Rejects) one = Run(1, Records(2000));
        Assert.Equal(one, Run(2, Records(2000)));
        Assert.Equal(one, Run(8, Records(2000)));
        Assert.Equal(one, Run(3, Records(2000), inFlight: 1));
        Assert.True(one.Json.Length > 100_000);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Culture_DoesNotChangeTheBytes(string culture)
    {
        (string Csv, string Json, string Rejects) expected = Run(1, Records(200));
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo? beforeDefault = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, Run(1, Records(200)));
            Assert.Equal(expected, Run(2, Records(200)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, beforeDefault);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void FailingDocument_DoesNotHurtItsNeighbours(int threads)
    {
        List<InputRecord> records = [.. Records(50)];
        records[20] = Record(20, "please make the stage fail for this text");
        var rejects = new List<InputRecord>();
        using var json = new MemoryStream();
        using ResultSink sink = ResultSink.JsonLines(json);
        BatchSummary summary = new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = threads, EnglishOnly = false }).Run(records, [sink], rejects.Add, TestContext.Current.CancellationToken);
        InputRecord reject = Assert.Single(rejects, r => r.Reason!.StartsWith("analysis failed: InvalidOperationException", StringComparison.Ordinal));
        Assert.Equal(21, reject.Position.Row);
        Assert.Equal(summary.Records, summary.Documents + summary.Rejects);
        Assert.Equal(summary.Documents, ClaimReader.ReadJsonLines(new MemoryStream(json.ToArray())).Count());
    }

    [Fact]
    public void ForeignLanguage_IsRejectedWithItsCode()
    {
        var rejects = new List<InputRecord>();
        InputRecord[] records = [Record(0, "Министр заявил, что переговоры были полезными и что стороны встретятся снова весной."), Record(1, "The minister said that it was useful.")];
        BatchSummary summary = new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = 1 }).Run(records, [], rejects.Add, TestContext.Current.CancellationToken);
        Assert.Equal("language: ru", Assert.Single(rejects).Reason);
        Assert.Equal((2, 1, 1), (summary.Records, summary.Documents, summary.Rejects));
        Assert.Equal(1, summary.RejectReasons["language: ru"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Reader_IsNeverFarAhead(int threads)
    {
        long read = 0;
        long written = 0;
        long ahead = 0;
        IEnumerable<InputRecord> Endless()
        {
            foreach (InputRecord record in Records(20_000))
            {
                ahead = Math.Max(ahead, Interlocked.Increment(ref read) - Interlocked.Read(ref written));
                yield return record;
            }
        }

        using ResultSink slow = ResultSink.To(claims => Interlocked.Add(ref written, claims.Count));
        new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = threads, EnglishOnly = false }).Run(Endless(), [slow], null, TestContext.Current.CancellationToken);
        // Chunks of 256 records; two a thread and two more may wait, one is being read, and some records are rejects.
        Assert.InRange(ahead, 1, (256 * ((2 * threads) + 4)) + 20_000 / 50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelled_RunLeavesNothingHalf(int threads)
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        IEnumerable<InputRecord> Endless()
        {
            for (int i = 0; ; i++)
            {
                if (i == 3000)
                {
                    cancel.Cancel();
                }

                yield return Record(i, "text");
            }
        }

        using (ResultSink sink = ResultSink.JsonLines(folder.File("out.jsonl")))
        {
            Assert.Throws<OperationCanceledException>(() => new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = threads }).Run(Endless(), [sink], null, cancel.Token));
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ReaderError_IsThrownToTheCaller(int threads)
    {
        static IEnumerable<InputRecord> Broken()
        {
            yield return Record(0, "text");
            throw new InvalidDataException("broken");
        }

        var error = Assert.Throws<InvalidDataException>(() => new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = threads }).Run(Broken(), [], null, TestContext.Current.CancellationToken));
        Assert.Equal("broken", error.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SinkError_EndsTheRun(int threads)
    {
        using ResultSink sink = ResultSink.To(_ => throw new IOException("disk full"));
        Assert.Throws<IOException>(() => new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = threads, EnglishOnly = false }).Run(Records(5000), [sink], null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Options_AreChecked() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = 0 }));

    private static IEnumerable<InputRecord> Records(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return i % 50 == 7
                ? new InputRecord { Position = new SourcePosition("memory", i + 1, i + 2, 0), Reason = "empty text", Evidence = "=row" }
                : Record(i, string.Create(CultureInfo.InvariantCulture, $"Document {i} says: “İt is {i}.5 km”. {new string('x', i * 37 % 900)}"));
        }
    }

    private static InputRecord Record(int number, string text) => new()
    {
        Position = new SourcePosition("memory", number + 1, number + 2, 0),
        Article = new Article { Id = string.Create(CultureInfo.InvariantCulture, $"d{number}"), Text = text, Title = "I i İ ı", PublishedAt = new DateOnly(2021, 2, 22) },
    };

    private static (string Csv, string Json, string Rejects) Run(int threads, IEnumerable<InputRecord> records, long inFlight = 8 << 20)
    {
        using var folder = new TemporaryFolder();
        using (ResultSink csv = ResultSink.Csv(folder.File("out.csv")))
        using (ResultSink json = ResultSink.JsonLines(folder.File("out.jsonl")))
        using (var rejects = new RejectFile(folder.File("rejects.csv")))
        {
            new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = threads, MaxCharactersInFlight = inFlight, EnglishOnly = false }).Run(records, [csv, json], rejects.Write, TestContext.Current.CancellationToken);
            rejects.Complete();
        }

        return (File.ReadAllText(folder.File("out.csv"), Encoding.UTF8), File.ReadAllText(folder.File("out.jsonl"), Encoding.UTF8), File.ReadAllText(folder.File("rejects.csv"), Encoding.UTF8));
    }
}
