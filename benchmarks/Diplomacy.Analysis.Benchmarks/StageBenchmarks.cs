using BenchmarkDotNet.Attributes;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>Each stage alone, on documents that hold every layer the stage needs.</summary>
public class StageBenchmarks
{
    private readonly List<DocumentContext> _documents = [];
    private IAnalysisStage _stage = null!;

    /// <summary>What is read.</summary>
    [Params(CorpusKind.NewsP50)]
    public CorpusKind Corpus { get; set; }

    /// <summary>The stage that is measured.</summary>
    [ParamsSource(nameof(StageNames))]
    public string Stage { get; set; } = "";

    /// <summary>The stages of the default analyzer, in order.</summary>
    public static IEnumerable<string> StageNames => DiplomacyAnalyzer.Default.Stages.ToArray().Select(s => s.Name);

    /// <summary>Runs all stages before the measured one, once a document.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _documents.Clear();
        IAnalysisStage[] stages = DiplomacyAnalyzer.Default.Stages.ToArray();
        int measured = Array.FindIndex(stages, s => s.Name == Stage);
        _stage = stages[measured];
        foreach (Article article in Benchmarks.Corpus.Of(Corpus).Articles)
        {
            var document = new DocumentContext();
            document.Reset(article);
            foreach (IAnalysisStage stage in stages.AsSpan(0, measured))
            {
                stage.Run(document);
            }

            _documents.Add(document);
        }
    }

    /// <summary>The stage over all documents; what it wrote the time before is forgotten first.</summary>
    [Benchmark]
    public int Run()
    {
        int tokens = 0;
        foreach (DocumentContext document in _documents)
        {
            document.Clear(_stage.Provides);
            _stage.Run(document);
            tokens += document.Tokens.Length;
        }

        return tokens;
    }
}
