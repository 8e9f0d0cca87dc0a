using System.Buffers;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>
/// Groups tokens into paragraphs and sentences. Line breaks are read first, for the whole document: an export may wrap
/// its lines, or end a paragraph at each of them, and only the document as a whole tells which. Then rules cut each
/// paragraph at its stops, and a small model looks at every gap where a sentence could start, with the rules' cut as one
/// of its facts. Sentences inside quotation marks are sentences of their own, as in the treebanks.
/// </summary>
internal sealed class SentenceSplitter : IAnalysisStage
{
    private readonly SentenceRules _rules;
    private readonly BoundaryModel? _model;

    public SentenceSplitter(AnalysisResources resources)
        : this(resources, resources.Models.Open(BoundaryModel.Name) is { } file ? BoundaryModel.Read(file) : null)
    {
    }

    /// <summary>With a model of the caller's; null for the rules alone.</summary>
    internal SentenceSplitter(AnalysisResources resources, BoundaryModel? model)
    {
        _rules = new SentenceRules(resources.Vocabulary, resources.Lexicons);
        _model = model;
    }

    /// <summary>Takes what the model sees of one gap and whether a sentence starts there.</summary>
    internal delegate void GapVisitor(ReadOnlySpan<uint> features, bool start);

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

        Verdict[] buffer = ArrayPool<Verdict>.Shared.Rent(tokens.Length);
        Span<Verdict> starts = buffer.AsSpan(0, tokens.Length);
        ByRules(document.Text, tokens, starts);
        if (_model is not null)
        {
            ByModel(document.Text, tokens, starts);
        }

        Write(document, tokens, starts);
        ArrayPool<Verdict>.Shared.Return(buffer);
    }

    /// <summary>Shows the trainer every gap the model is asked about, with the sentences known (or, for null, those of the rules).</summary>
    internal static void Visit(string text, HashSet<int>? known, GapVisitor visitor)
    {
        var resources = new AnalysisResources(new Vocabulary());
        var splitter = new SentenceSplitter(resources, null);
        var document = new DocumentContext();
        document.Reset(new Article { Text = text });
        new Tokenizer(resources).Run(document);
        Span<Token> tokens = document.TokenBuffer.Span;
        var starts = new Verdict[tokens.Length];
        splitter.ByRules(text, tokens, starts);
        var features = new BoundaryFeatures(text, tokens, starts, splitter._rules);
        Span<uint> gap = stackalloc uint[BoundaryFeatures.Count];
        for (int paragraph = 0; paragraph < tokens.Length;)
        {
            int end = ParagraphEnd(tokens, paragraph);
            uint style = features.StyleOf(paragraph, end);
            int first = paragraph;
            for (int i = paragraph + 1; i < end; i++)
            {
                bool start = known is null ? (starts[i] & Verdict.Start) != 0 : known.Contains(tokens[i].Start);
                if (features.IsCandidate(i))
                {
                    features.Extract(i, first, paragraph, end, style, gap);
                    visitor(gap, start);
                }

                first = start ? i : first;
            }

            paragraph = end;
        }
    }

    private static int ParagraphEnd(ReadOnlySpan<Token> tokens, int first)
    {
        int end = first + 1;
        while (end < tokens.Length && !tokens[end].Is(TokenTraits.ParagraphBreakBefore))
        {
            end++;
        }

        return end;
    }

    private static void Write(DocumentContext document, Span<Token> tokens, ReadOnlySpan<Verdict> starts)
    {
        int paragraph = 0;
        int first = 0;
        while (first < tokens.Length)
        {
            if (first > 0 && tokens[first].Is(TokenTraits.ParagraphBreakBefore))
            {
                paragraph++;
            }

            int index = document.SentenceBuffer.Count;
            tokens[first].Sentence = index;
            int end = first + 1;
            for (; end < tokens.Length && (starts[end] & Verdict.Start) == 0; end++)
            {
                tokens[end].Sentence = index;
            }

            document.SentenceBuffer.Add(new Sentence { FirstToken = first, EndToken = end, Paragraph = paragraph });
            first = end;
        }
    }

    /// <summary>Marks the tokens that start a sentence by the rules.</summary>
    private void ByRules(string text, Span<Token> tokens, Span<Verdict> starts)
    {
        starts.Clear();
        new ParagraphFinder(text, tokens, _rules).Run();
        var scan = new SentenceScanner(text, tokens, _rules, starts);
        for (int first = 0; first < tokens.Length;)
        {
            starts[first] |= Verdict.Start;
            first = scan.End(first);
        }
    }

    private void ByModel(string text, ReadOnlySpan<Token> tokens, Span<Verdict> starts)
    {
        Verdict[] buffer = ArrayPool<Verdict>.Shared.Rent(starts.Length);
        Span<Verdict> rules = buffer.AsSpan(0, starts.Length);
        starts.CopyTo(rules);
        var features = new BoundaryFeatures(text, tokens, rules, _rules);
        Span<uint> gap = stackalloc uint[BoundaryFeatures.Count];
        for (int paragraph = 0; paragraph < tokens.Length;)
        {
            int end = ParagraphEnd(tokens, paragraph);
            uint style = features.StyleOf(paragraph, end);
            int first = paragraph;
            for (int i = paragraph + 1; i < end; i++)
            {
                if ((rules[i] & Verdict.Firm) == 0 && features.IsCandidate(i))
                {
                    features.Extract(i, first, paragraph, end, style, gap);
                    starts[i] = _model!.Score(gap) > 0 ? Verdict.Start : Verdict.None;
                }

                first = (starts[i] & Verdict.Start) != 0 ? i : first;
            }

            paragraph = end;
        }

        ArrayPool<Verdict>.Shared.Return(buffer);
    }
}
