using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>What reading a CSV export and writing JSON Lines cost beside the analysis of the same articles; one thread.</summary>
public class ExportBenchmarks
{
    // An export of some megabytes: of a third of one, making the index of copies would take as long as reading.
    private const int Times = 10;

    private string _path = null!;
    private Article[] _articles = null!;

    /// <summary>What is read.</summary>
    [ParamsAllValues]
    public CorpusKind Corpus { get; set; }

    /// <summary>Writes the export, and reads its articles for the analysis alone.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"diplomacy-{Environment.ProcessId}-{Corpus}.csv"));
        var csv = new StringBuilder("id,date,text\n");
        for (int time = 0; time < Times; time++)
        {
            foreach (Article article in Benchmarks.Corpus.Of(Corpus).Articles)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{article.Id}-{time},2025-05-14,\"{article.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
            }
        }

        File.WriteAllText(_path, csv.ToString());
        _articles = [.. new ArticleSource([_path]).Read().Select(r => r.Article!)];
    }

    /// <summary>Deletes the export.</summary>
    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    /// <summary>The analysis alone; returns the number of claims.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Times)]
    public long AnalysisAlone()
    {
        long claims = 0;
        foreach (Article article in _articles)
        {
            claims += DiplomacyAnalyzer.Default.ExtractClaims(article).Count;
        }

        return claims;
    }

    /// <summary>From the file to the bytes of JSON Lines, with languages and copies looked after; returns the number of claims.</summary>
    [Benchmark(OperationsPerInvoke = Times)]
    public long CsvToJsonLines()
    {
        using ResultSink sink = ResultSink.JsonLines(Stream.Null);
        return new BatchRunner(DiplomacyAnalyzer.Default, new BatchOptions { Threads = 1 }).Run(new ArticleSource([_path]).Read(), [sink], null).Claims;
    }
}
