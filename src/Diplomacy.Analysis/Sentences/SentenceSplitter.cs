using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>
/// Groups tokens into paragraphs and sentences. Line breaks are read first, for the whole document: an export may wrap
/// its lines, or end a paragraph at each of them, and only the document as a whole tells which. Then each paragraph is
/// cut at its stops. Sentences inside quotation marks are sentences of their own, as in the treebanks.
/// </summary>
internal sealed class SentenceSplitter : IAnalysisStage
{
    private readonly SentenceRules _rules;

    public SentenceSplitter(AnalysisResources resources) => _rules = new SentenceRules(resources.Vocabulary);

    public string Name => "sentences";

    public AnalysisLayers Requires => AnalysisLayers.Tokens;

    public AnalysisLayers Provides => AnalysisLayers.Sentences;

    public void Run(DocumentContext document)
    {
        Span<Token> tokens = document.TokenBuffer.Span;
        if (tokens.IsEmpty)
        {
            return;
        }

        new ParagraphFinder(document.Text, tokens, _rules).Run();
        var scan = new SentenceScanner(document.Text, tokens, _rules);
        int first = 0;
        int paragraph = 0;
        while (first < tokens.Length)
        {
            int end = scan.End(first);
            if (first > 0 && tokens[first].Is(TokenTraits.ParagraphBreakBefore))
            {
                paragraph++;
            }

            int index = document.SentenceBuffer.Count;
            for (int i = first; i < end; i++)
            {
                tokens[i].Sentence = index;
            }

            document.SentenceBuffer.Add(new Sentence { FirstToken = first, EndToken = end, Paragraph = paragraph });
            first = end;
        }
    }
}
