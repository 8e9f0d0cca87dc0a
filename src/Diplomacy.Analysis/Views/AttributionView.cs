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

    /// <summary>Ordinal in the list, zero-based.</summary>
    public int Index { get; }

    /// <summary>
    /// Its number, to which <see cref="Claim.AttributionId"/> refers. Numbers are in no order and may be missing: an attribution that
    /// the learned finder disbelieves is not listed, yet the rules may have made a claim of it.
    /// </summary>
    public int Number => Shown.Number;

    /// <summary>The source's pieces; none where no source is given.</summary>
    public ViewList<PieceView> Source => Pieces(Shown.Source);

    /// <summary>The cue's pieces; none in turns and first-person texts.</summary>
    public ViewList<PieceView> Cue => Pieces(Shown.Cue);

    /// <summary>The content's pieces, "that" and quotation marks included.</summary>
    public ViewList<PieceView> Content => Pieces(Shown.Content);

    /// <summary>How the words are given.</summary>
    public SpeechForm Form => Shown.Form;

    /// <summary>Who speaks, as far as the text tells; null where no speaker stage ran.</summary>
    public ResolvedSpeaker? Speaker => _document.Attributions[Shown.Number].Speaker;

    /// <summary>How likely this is an attribution, 0..1: the learned finder's probability where it has one, else the rule's own rating.</summary>
    public float Confidence => Shown.Confidence;

    /// <inheritdoc/>
    public static int CountIn(DocumentContext document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Shown.Items.Count;
    }

    /// <inheritdoc/>
    public static AttributionView At(DocumentContext document, int index) => new(document, index);

    private ref readonly ShownAttribution Shown => ref _document.Shown.Items[Index];

    private ViewList<PieceView> Pieces(TokenRange slice) => new(_document, slice.First, slice.Count);
}
