using BenchmarkDotNet.Attributes;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>The parser alone, on every sentence of tagged documents; the stages ask for a part of the sentences only.</summary>
public class ParserBenchmarks
{
    private readonly List<DocumentContext> _documents = [];
    private DependencyParser _parser = null!;

    /// <summary>What is read.</summary>
    [Params(CorpusKind.NewsP50)]
    public CorpusKind Corpus { get; set; }

    /// <summary>Runs the stages up to the tagger, once a document.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _documents.Clear();
        _parser = DiplomacyAnalyzer.Default.Resources.Parser!;
        foreach (Article article in Benchmarks.Corpus.Of(Corpus).Articles)
        {
            var document = new DocumentContext();
            document.Reset(article);
            foreach (IAnalysisStage stage in DiplomacyAnalyzer.Default.Stages)
            {
                stage.Run(document);
                if (stage.Provides.HasFlag(AnalysisLayers.Tags))
                {
                    break;
                }
            }

            _documents.Add(document);
        }
    }

    /// <summary>Parses every sentence anew; returns the number of tokens, a token being what the bars count.</summary>
    [Benchmark]
    public int Parse()
    {
        int tokens = 0;
        foreach (DocumentContext document in _documents)
        {
            document.Clear(AnalysisLayers.Parse);
            for (int sentence = 0; sentence < document.Sentences.Length; sentence++)
            {
                _parser.ParseSentence(document, sentence);
            }

            tokens += document.Tokens.Length;
        }

        return tokens;
    }
}
