using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis.Views;

/// <summary>Who says what: source, cue and content, each in one or more pieces.</summary>
public readonly ref struct AttributionView : IDocumentView<AttributionView>
{
    private readonly DocumentContext _document;

    private AttributionView(DocumentContext document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Ordinal in the document, zero-based; <see cref="Claim.AttributionId"/> refers to it.</summary>
    public int Index { get; }

    /// <summary>The source's pieces; none where no source is given.</summary>
    public ViewList<PieceView> Source => Pieces(_document.Attributions[Index].Source);

    /// <summary>The cue's pieces; none in turns and first-person texts.</summary>
    public ViewList<PieceView> Cue => Pieces(_document.Attributions[Index].Cue);

    /// <summary>The content's pieces, "that" and quotation marks included.</summary>
    public ViewList<PieceView> Content => Pieces(_document.Attributions[Index].Content);

    /// <summary>How the words are given.</summary>
    public SpeechForm Form => _document.Attributions[Index].Form;

    /// <summary>Who speaks, as far as the text tells; null where no speaker stage ran.</summary>
    public ResolvedSpeaker? Speaker => _document.Attributions[Index].Speaker;

    /// <inheritdoc/>
    public static int CountIn(DocumentContext document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Attributions.Count;
    }

    /// <inheritdoc/>
    public static AttributionView At(DocumentContext document, int index) => new(document, index);

    private ViewList<PieceView> Pieces(TokenRange slice) => new(_document, slice.First, slice.Count);
}
