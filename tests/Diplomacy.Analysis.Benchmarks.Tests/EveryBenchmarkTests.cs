using Xunit;

namespace Diplomacy.Analysis.Benchmarks.Tests;

/// <summary>A benchmark that does not run, or runs on nothing, tells nothing: each is run once.</summary>
public class EveryBenchmarkTests
{
    public static TheoryData<CorpusKind> Corpora => new(Enum.GetValues<CorpusKind>());

    public static TheoryData<string> Stages => new(StageBenchmarks.StageNames);

    [Theory]
    [MemberData(nameof(Corpora))]
    public void WholePath_FindsClaimsWhereThereAreSome(CorpusKind corpus)
    {
        var benchmark = new WholePathBenchmarks { Corpus = corpus };
        benchmark.Setup();

        int claims = benchmark.ArticleToClaims();

        if (corpus == CorpusKind.NothingToFind)
        {
            Assert.Equal(0, claims);
        }
        else
        {
            Assert.True(claims > 5 * Corpus.Of(corpus).Articles.Count, $"{claims} claims");
        }
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Export_GivesTheClaimsOfTheAnalysisAlone(CorpusKind corpus)
    {
        var benchmark = new ExportBenchmarks { Corpus = corpus };
        benchmark.Setup();
        try
        {
            Assert.Equal(benchmark.AnalysisAlone(), benchmark.CsvToJsonLines());
        }
        finally
        {
            benchmark.Cleanup();
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Stage_RunsTwiceOverTheSameDocuments(string stage)
    {
        var benchmark = new StageBenchmarks { Corpus = CorpusKind.NewsP50, Stage = stage };
        benchmark.Setup();

        int tokens = benchmark.Run();

        Assert.True(tokens > 10_000, $"{tokens} tokens");
        Assert.Equal(tokens, benchmark.Run());
    }

    [Fact]
    public void Parser_RunsTwiceOverTheSameDocuments()
    {
        var benchmark = new ParserBenchmarks { Corpus = CorpusKind.NewsP50 };
        benchmark.Setup();

        int tokens = benchmark.Parse();

        Assert.True(tokens > 10_000, $"{tokens} tokens");
        Assert.Equal(tokens, benchmark.Parse());
    }

    [Fact]
    public void Corpus_HasTheSizesItPromises()
    {
        Assert.All(Corpus.Of(CorpusKind.NewsP90).Articles, a => Assert.InRange(a.Text.Length, 8_000, 9_000));
        Assert.All(Corpus.Of(CorpusKind.NothingToFind).Articles, a => Assert.InRange(a.Text.Length, 3_000, 3_200));
    }
}
