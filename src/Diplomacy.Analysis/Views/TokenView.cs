using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Views;

/// <summary>A token with its layers.</summary>
public readonly ref struct TokenView : IDocumentView<TokenView>
{
    private readonly DocumentContext _document;

    private TokenView(DocumentContext document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Ordinal in the document, zero-based.</summary>
    public int Index { get; }

    /// <summary>Place in the source, in UTF-16 code units.</summary>
    public TextSpan Span => _document.Tokens[Index].Span;

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => _document.TokenText(Index);

    /// <summary>What the token is made of.</summary>
    public TokenKind Kind => _document.Tokens[Index].Kind;

    /// <summary>Ordinal of its sentence.</summary>
    public int Sentence => _document.Tokens[Index].Sentence;

    /// <summary>Part-of-speech tag; <see cref="PennTag.None"/> where no tagger ran.</summary>
    public PennTag Tag => _document.Tags[Index];

    /// <inheritdoc/>
    public static int CountIn(DocumentContext document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Tokens.Length;
    }

    /// <inheritdoc/>
    public static TokenView At(DocumentContext document, int index) => new(document, index);
}
