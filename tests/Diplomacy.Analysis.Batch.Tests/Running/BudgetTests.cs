using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Running;

public class BudgetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void LongDocument_IsRejectedAlone(int threads)
    {
        (BatchSummary summary, List<InputRecord> rejects) = Run(["a", new string('x', 101), new string('y', 100), "b"], new BatchOptions { Threads = threads, EnglishOnly = false, MaxDocumentLength = 100 });
        Assert.Equal("text too long: 101 of at most 100 characters", Assert.Single(rejects).Reason);
        Assert.Equal((4, 3, 1), (summary.Records, summary.Documents, summary.Rejects));
        Assert.Equal(1, summary.RejectReasons["text too long"]);
    }

    [Theory]
    [InlineData("slow", "analysis took too long: more than 1 s, in slow stage", 1)]
    [InlineData("slow", "analysis took too long: more than 1 s, in slow stage", 3)]
    [InlineData("stuck", "analysis took too long: more than 1 s, in a stage that did not come back", 1)]
    [InlineData("stuck", "analysis took too long: more than 1 s, in a stage that did not come back", 3)]
    public void SlowDocument_IsRejectedAndTheRunGoesOn(string text, string reason, int threads)
    {
        using var release = new ManualResetEventSlim();
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.CreateBuilder().UseStage(new SlowStage(release)).Build();
        analyzer.ExtractClaims("The first text waits for the compiler.");
        var options = new BatchOptions { Threads = threads, EnglishOnly = false, MaxDocumentTime = TimeSpan.FromSeconds(1) };
        (BatchSummary summary, List<InputRecord> rejects) = Run([.. Enumerable.Repeat("fine", 20), text, .. Enumerable.Repeat("fine", 20)], options, analyzer);
        release.Set();
        InputRecord reject = Assert.Single(rejects);
        Assert.Equal((reason, 21), (reject.Reason, reject.Position.Row));
        Assert.Equal((41, 40, 1), (summary.Records, summary.Documents, summary.Rejects));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void DocumentThatIsGivenUp_CostsNoThread(int threads)
    {
        using var release = new ManualResetEventSlim();
        var stage = new SlowStage(release);
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.CreateBuilder().UseStage(stage).Build();
        analyzer.ExtractClaims("The first text waits for the compiler.");
        stage.Threads.Clear();
        var options = new BatchOptions { Threads = threads, EnglishOnly = false, MaxDocumentTime = TimeSpan.FromSeconds(0.5) };
        (BatchSummary summary, List<InputRecord> rejects) = Run([.. Enumerable.Repeat("fine", 20), "patient", "fine", "patient", .. Enumerable.Repeat("fine", 20)], options, analyzer);
        Assert.Equal(Enumerable.Repeat("analysis took too long: more than 0.5 s, in slow stage", 2), rejects.Select(r => r.Reason));
        Assert.Equal((43, 41, 2), (summary.Records, summary.Documents, summary.Rejects));
        Assert.InRange(stage.Threads.Count, 1, threads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void StoppedRun_EndsInsideADocument(int threads)
    {
        using var release = new ManualResetEventSlim();
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.CreateBuilder().UseStage(new SlowStage(release)).Build();
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() => new BatchRunner(analyzer, new BatchOptions { Threads = threads, EnglishOnly = false }).Run(
            [new InputRecord { Position = new SourcePosition("memory", 1, 0, -1), Article = new Article { Text = "patient" } }], [], null, cancel.Token));
        // A thread that does not come back is waited for five seconds.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4.5), clock.Elapsed.ToString());
    }

    [Fact]
    public void Progress_IsTold()
    {
        var told = new List<BatchSummary>();
        var options = new BatchOptions { Threads = 1, EnglishOnly = false, Progress = told.Add };
        IEnumerable<string> Texts()
        {
            yield return "first";
            Thread.Sleep(250);
            for (int i = 0; i < 600; i++)
            {
                yield return "text";
            }
        }

        Run(Texts(), options);
        Assert.NotEmpty(told);
    }

    private static (BatchSummary Summary, List<InputRecord> Rejects) Run(IEnumerable<string> texts, BatchOptions options, DiplomacyAnalyzer? analyzer = null)
    {
        var rejects = new List<InputRecord>();
        using ResultSink sink = ResultSink.JsonLines(Stream.Null);
        BatchSummary summary = new BatchRunner(analyzer ?? EchoStage.Analyzer, options).Run(
            texts.Select((t, i) => new InputRecord { Position = new SourcePosition("memory", i + 1, 0, -1), Article = new Article { Text = t } }), [sink], rejects.Add, TestContext.Current.CancellationToken);
        return (summary, rejects);
    }

    private sealed class SlowStage(ManualResetEventSlim release) : IAnalysisStage
    {
        public System.Collections.Concurrent.ConcurrentDictionary<int, bool> Threads { get; } = [];

        public string Name => "slow stage";

        public AnalysisLayers Requires => AnalysisLayers.None;

        public AnalysisLayers Provides => AnalysisLayers.Claims;

        public void Run(DocumentContext document)
        {
            document.Claims.Clear();
            Threads[Environment.CurrentManagedThreadId] = true;
            while (document.Article.Text == "patient")
            {
                document.CancellationToken.ThrowIfCancellationRequested();
                Thread.Sleep(5);
            }

            if (document.Article.Text == "slow")
            {
                Thread.Sleep(1500);
            }
            else if (document.Article.Text == "stuck")
            {
                release.Wait();
            }
        }
    }
}
