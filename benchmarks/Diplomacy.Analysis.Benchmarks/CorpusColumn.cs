using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>A column computed from a report and the corpus its benchmark ran on.</summary>
internal abstract class CorpusColumn(string name, string legend) : IColumn
{
    public string Id => nameof(CorpusColumn) + name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Metric;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        BenchmarkReport? report = summary[benchmarkCase];
        return report is { Success: true, ResultStatistics: not null } && benchmarkCase.Parameters["Corpus"] is CorpusKind kind
            ? Value(report, Corpus.Of(kind), kind)
            : "-";
    }

    protected abstract string Value(BenchmarkReport report, Corpus corpus, CorpusKind kind);
}
