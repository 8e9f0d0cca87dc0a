using System.Globalization;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Running;

public class ResumeTests
{
    private static readonly string[] Results = ["out.csv", "out.jsonl", "out.parquet", "rejects.csv"];

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1500)]
    [InlineData(1, 2999)]
    [InlineData(4, 700)]
    [InlineData(4, 2600)]
    public void StoppedRun_GoesOnAndEndsWithTheSameBytes(int threads, int stopAt)
    {
        using var undisturbed = new TemporaryFolder();
        Run(undisturbed, threads: 2, resume: false);
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(folder, threads, resume: false, i => Cancel(i == stopAt, cancel), cancel));
        Assert.DoesNotContain("out.csv", Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Run(folder, threads, resume: true);
        AssertSame(undisturbed, folder);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1700)]
    public void FailingDisk_LeavesWhatTheNextRunNeeds(int failAt)
    {
        using var undisturbed = new TemporaryFolder();
        Run(undisturbed, threads: 2, resume: false);
        using var folder = new TemporaryFolder();
        Assert.Throws<IOException>(() => Run(folder, 2, resume: false, i => i == failAt ? throw new IOException("disk full") : i));

        // What was written behind the checkpoint, and half a line that reached the disk, is cut off.
        foreach (string part in Directory.GetFiles(folder.Path, "*.part"))
        {
            File.AppendAllText(part, "half a li");
        }

        Run(folder, 1, resume: true);
        AssertSame(undisturbed, folder);
    }

    [Fact]
    public void RunKilledBetweenItsLastNames_IsFinished()
    {
        using var undisturbed = new TemporaryFolder();
        Run(undisturbed, threads: 2, resume: false);
        using var folder = new TemporaryFolder();
        Run(folder, 2, resume: false, keepCheckpoint: true);

        // The first output has its name already, the others have not.
        Assert.True(File.Exists(folder.File("run.checkpoint.saved")));
        File.Move(folder.File("run.checkpoint.saved"), folder.File("run.checkpoint"));
        File.Move(folder.File("out.jsonl"), folder.File("out.jsonl.part"));
        Run(folder, 2, resume: true, _ => throw new InvalidOperationException("nothing is read again"));
        AssertSame(undisturbed, folder);
    }

    [Fact]
    public void OtherInputOrOptions_AreRefused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.csv"), "id,text\n1,x\n");
        string before = Identity(folder, "utf16");
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(folder, 1, resume: false, i => Cancel(i == 900, cancel), cancel, identity: before));
        Assert.True(RunCheckpoint.Resume(folder.File("run.checkpoint"), before).Continues);
        var error = Assert.Throws<InvalidDataException>(() => RunCheckpoint.Resume(folder.File("run.checkpoint"), Identity(folder, "utf8")));
        Assert.Contains("now 'option offsets utf8'", error.Message, StringComparison.Ordinal);
        File.AppendAllText(folder.File("a.csv"), "2,y\n");
        Assert.Throws<InvalidDataException>(() => RunCheckpoint.Resume(folder.File("run.checkpoint"), Identity(folder, "utf16")));
    }

    [Fact]
    public void PartThatIsTooShort_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(folder, 1, resume: false, i => Cancel(i == 2000, cancel), cancel));
        File.WriteAllText(folder.File("out.jsonl.part"), "");
        Assert.Throws<InvalidDataException>(() => Run(folder, 1, resume: true));
    }

    [Fact]
    public void BrokenCheckpoint_IsRefused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("run.checkpoint"), "{\"version\": 1");
        Assert.Throws<InvalidDataException>(() => RunCheckpoint.Resume(folder.File("run.checkpoint"), "x"));
    }

    private static int Cancel(bool now, CancellationTokenSource cancel)
    {
        if (now)
        {
            cancel.Cancel();
        }

        return 0;
    }

    private static string Identity(TemporaryFolder folder, string offsets) =>
        RunIdentity.Of([folder.File("a.csv")], [KeyValuePair.Create("offsets", offsets)]);

    private static void AssertSame(TemporaryFolder expected, TemporaryFolder actual)
    {
        Assert.Equal(Results.Order(StringComparer.Ordinal), Directory.GetFiles(actual.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Results, r => Assert.Equal(File.ReadAllBytes(expected.File(r)), File.ReadAllBytes(actual.File(r))));
    }

    private static void Run(TemporaryFolder folder, int threads, bool resume, Func<int, int>? atRecord = null, CancellationTokenSource? cancel = null, string identity = "test", bool keepCheckpoint = false)
    {
        IEnumerable<InputRecord> Records()
        {
            for (int i = 0; i < 3000; i++)
            {
                atRecord?.Invoke(i);
                if (keepCheckpoint && i == 0)
                {
                    Assert.True(File.Exists(folder.File("run.checkpoint")));
                }

                var position = new SourcePosition("memory", i + 1, i + 2, 0);
                yield return i % 50 == 7
                    ? new InputRecord { Position = position, Reason = "empty text" }
                    : new InputRecord
                    {
                        Position = position,
                        Article = new Article { Id = string.Create(CultureInfo.InvariantCulture, $"d{i}"), Text = string.Create(CultureInfo.InvariantCulture, $"Text {i} é, \"quoted\"\n{new string('x', i * 37 % 900)}"), PublishedAt = new DateOnly(2021, 2, 22) },
                    };
            }
        }

        string path = folder.File("run.checkpoint");
        RunCheckpoint checkpoint = resume ? RunCheckpoint.Resume(path, identity) : RunCheckpoint.StartOver(path, identity);
        using ResultSink csv = keepCheckpoint ? new CopyingSink(ResultSink.Csv(folder.File("out.csv")), path) : ResultSink.Csv(folder.File("out.csv"));
        using ResultSink json = ResultSink.JsonLines(folder.File("out.jsonl"));
        using ResultSink parquet = ResultSink.Parquet(folder.File("out.parquet"));
        using var rejects = new RejectFile(folder.File("rejects.csv"));
        var options = new BatchOptions { Threads = threads, EnglishOnly = false, CheckpointInterval = TimeSpan.FromMilliseconds(1) };
        BatchSummary summary = new BatchRunner(EchoStage.Analyzer, options).Run(Records(), [csv, json, parquet], rejects, checkpoint, cancel?.Token ?? TestContext.Current.CancellationToken);
        Assert.Equal((3000, 2940, 60), (summary.Records, summary.Documents, summary.Rejects));
    }

    /// <summary>Keeps a copy of the last checkpoint, which the run removes.</summary>
    private sealed class CopyingSink(ResultSink inner, string checkpoint) : ResultSink
    {
        internal override void Start() => inner.Start();

        internal override long Flush() => inner.Flush();

        internal override bool KeepUnfinished
        {
            set => inner.KeepUnfinished = value;
        }

        internal override void Format(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer) => inner.Format(document, record, buffer);

        internal override void Write(ReadOnlySpan<byte> bytes) => inner.Write(bytes);

        internal override void Complete()
        {
            File.Copy(checkpoint, checkpoint + ".saved");
            inner.Complete();
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
