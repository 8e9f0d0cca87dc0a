using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Regions;

namespace Diplomacy.Analysis.Views;

/// <summary>A sentence with its tokens.</summary>
public readonly ref struct SentenceView : IDocumentView<SentenceView>
{
    private readonly DocumentContext _document;

    private SentenceView(DocumentContext document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Ordinal in the document, zero-based.</summary>
    public int Index { get; }

    /// <summary>Place in the source, from the first token to the last, in UTF-16 code units.</summary>
    public TextSpan Span => _document.SpanOf(new TokenRange(_document.Sentences[Index].FirstToken, _document.Sentences[Index].EndToken));

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => Span.Slice(_document.Text);

    /// <summary>Ordinal of its paragraph.</summary>
    public int Paragraph => _document.Sentences[Index].Paragraph;

    /// <summary>What part of the article it stands in.</summary>
    public RegionKind Region => _document.Sentences[Index].Region;

    /// <summary>Its tokens.</summary>
    public ViewList<TokenView> Tokens => new(_document, _document.Sentences[Index].FirstToken, _document.Sentences[Index].TokenCount);

    /// <inheritdoc/>
    public static int CountIn(DocumentContext document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Sentences.Length;
    }

    /// <inheritdoc/>
    public static SentenceView At(DocumentContext document, int index) => new(document, index);
}
