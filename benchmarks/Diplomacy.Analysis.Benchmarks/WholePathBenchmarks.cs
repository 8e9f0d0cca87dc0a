using BenchmarkDotNet.Attributes;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>Article in, claims out, one thread.</summary>
public class WholePathBenchmarks
{
    private Corpus _corpus = null!;

    /// <summary>What is read.</summary>
    [ParamsAllValues]
    public CorpusKind Corpus { get; set; }

    /// <summary>Makes the texts and builds the analyzer.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _corpus = Benchmarks.Corpus.Of(Corpus);
        _ = DiplomacyAnalyzer.Default.ExtractClaims("Oslo said yes.");
    }

    /// <summary>Returns the number of claims, so that nothing can be left out.</summary>
    [Benchmark]
    public int ArticleToClaims()
    {
        int claims = 0;
        foreach (Article article in _corpus.Articles)
        {
            claims += DiplomacyAnalyzer.Default.ExtractClaims(article).Count;
        }

        return claims;
    }
}
