using System.Globalization;
using BenchmarkDotNet.Reports;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>Bytes allocated an article.</summary>
internal sealed class AllocatedPerArticleColumn() : CorpusColumn("B/article", "Bytes allocated an article")
{
    protected override string Value(BenchmarkReport report, Corpus corpus, CorpusKind kind)
    {
        long? bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase);
        return bytes is { } total ? (total / corpus.Articles.Count).ToString("0", CultureInfo.InvariantCulture) : "-";
    }
}
