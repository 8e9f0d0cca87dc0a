using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;

namespace Diplomacy.Analysis.Views;

/// <summary>A text in quotation marks.</summary>
public readonly ref struct QuotationView : IDocumentView<QuotationView>
{
    private readonly DocumentContext _document;

    private QuotationView(DocumentContext document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Ordinal in the document, zero-based.</summary>
    public int Index { get; }

    /// <summary>Place in the source with its marks, in UTF-16 code units.</summary>
    public TextSpan Span => _document.SpanOf(_document.Quotations[Index].Tokens);

    /// <summary>The characters between the marks.</summary>
    public ReadOnlySpan<char> Text => _document.SpanOf(_document.Quotations[Index].Inner).Slice(_document.Text);

    /// <summary>What the marks are for.</summary>
    public QuotationKind Kind => _document.Quotations[Index].Kind;

    /// <summary>Depth of nesting; 0 for an outermost quotation.</summary>
    public int Depth => _document.Quotations[Index].Depth;

    /// <summary>Whether a closing mark was found.</summary>
    public bool Closed => _document.Quotations[Index].Closed;

    /// <inheritdoc/>
    public static int CountIn(DocumentContext document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Quotations.Count;
    }

    /// <inheritdoc/>
    public static QuotationView At(DocumentContext document, int index) => new(document, index);
}
