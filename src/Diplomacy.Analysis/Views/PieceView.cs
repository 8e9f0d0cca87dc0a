using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Views;

/// <summary>One unbroken piece of an attribution's source, cue or content.</summary>
public readonly ref struct PieceView : IDocumentView<PieceView>
{
    private readonly DocumentContext _document;
    private readonly int _index;

    private PieceView(DocumentContext document, int index)
    {
        _document = document;
        _index = index;
    }

    /// <summary>Place in the source, in UTF-16 code units.</summary>
    public TextSpan Span => _document.SpanOf(_document.Ranges[_index]);

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => Span.Slice(_document.Text);

    /// <inheritdoc/>
    public static int CountIn(DocumentContext document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Ranges.Count;
    }

    /// <inheritdoc/>
    public static PieceView At(DocumentContext document, int index) => new(document, index);
}
