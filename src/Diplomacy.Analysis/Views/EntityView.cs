using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Views;

/// <summary>A mention of a person, body, place or group.</summary>
public readonly ref struct EntityView : IDocumentView<EntityView>
{
    private readonly DocumentContext _document;

    private EntityView(DocumentContext document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Ordinal in the document, zero-based.</summary>
    public int Index { get; }

    /// <summary>Place in the source, in UTF-16 code units.</summary>
    public TextSpan Span => _document.SpanOf(_document.Entities[Index].Tokens);

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => Span.Slice(_document.Text);

    /// <summary>What is named.</summary>
    public EntityType Type => _document.Entities[Index].Type;

    /// <summary>Who or what it is; null where only the type is known.</summary>
    public EntityIdentity? Identity => _document.Entities[Index].Identity;

    /// <summary>Number of the coreference chain; -1 where none.</summary>
    public int Chain => _document.Entities[Index].Chain;

    /// <inheritdoc/>
    public static int CountIn(DocumentContext document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Entities.Count;
    }

    /// <inheritdoc/>
    public static EntityView At(DocumentContext document, int index) => new(document, index);
}
