using System.Globalization;
using BenchmarkDotNet.Reports;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>Megabytes (10^6 bytes) of UTF-8 article text a second, by the median.</summary>
internal sealed class ThroughputColumn() : CorpusColumn("MB/s", "UTF-8 article text in 10^6 bytes a second, by the median")
{
    protected override string Value(BenchmarkReport report, Corpus corpus, CorpusKind kind) =>
        (corpus.Bytes / 1e6 / (report.ResultStatistics!.Median / 1e9)).ToString("0.00", CultureInfo.InvariantCulture);
}
