using System.Globalization;
using BenchmarkDotNet.Reports;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>Claims that the whole path finds in a megabyte of this corpus: empty work would show here.</summary>
internal sealed class ClaimsPerMegabyteColumn() : CorpusColumn("Claims/MB", "Claims the whole path finds in 10^6 bytes of this corpus")
{
    protected override string Value(BenchmarkReport report, Corpus corpus, CorpusKind kind)
    {
        long claims = corpus.Articles.Sum(a => (long)DiplomacyAnalyzer.Default.ExtractClaims(a).Count);
        return (claims / (corpus.Bytes / 1e6)).ToString("0", CultureInfo.InvariantCulture);
    }
}
