using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>Groups tokens into sentences and paragraphs.</summary>
internal sealed class SentenceSplitter : IAnalysisStage
{
    public string Name => "sentences";

    public AnalysisLayers Requires => AnalysisLayers.Tokens;

    public AnalysisLayers Provides => AnalysisLayers.Sentences;

    public void Run(DocumentContext document)
    {
        Span<Token> tokens = document.TokenBuffer.Span;
        int first = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            tokens[i].Sentence = document.SentenceBuffer.Count;
            bool last = i + 1 == tokens.Length || tokens[i + 1].Is(TokenTraits.LineBreakBefore);
            if (last || (document.Text[tokens[i].Start] is '.' or '!' or '?' && tokens[i + 1].Is(TokenTraits.InitialCapital)))
            {
                document.SentenceBuffer.Add(new Sentence { FirstToken = first, EndToken = i + 1 });
                first = i + 1;
            }
        }
    }
}
