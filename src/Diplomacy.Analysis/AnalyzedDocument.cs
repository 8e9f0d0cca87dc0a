using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Views;

namespace Diplomacy.Analysis;

/// <summary>
/// The layers of one analysed article, as views over memory that belongs to the analyzer: use it inside a
/// <c>using</c> and keep none of its views. <see cref="Claims"/> alone may be kept. One thread at a time.
/// </summary>
public sealed class AnalyzedDocument : IDisposable
{
    private readonly DiplomacyAnalyzer _owner;
    private DocumentContext? _context;

    internal AnalyzedDocument(DiplomacyAnalyzer owner, DocumentContext context)
    {
        _owner = owner;
        _context = context;
        Article = context.Article;
        Claims = context.Claims.Count == 0 ? [] : context.Claims.Span.ToArray();
    }

    /// <summary>The article as given.</summary>
    public Article Article { get; }

    /// <summary>The claims, in text order; detached, they outlive this document.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>All tokens, in text order; what lies between them is white space.</summary>
    /// <exception cref="ObjectDisposedException">The document has been disposed (so for every view).</exception>
    public ViewList<TokenView> Tokens => new(Context);

    /// <summary>All sentences, in text order; every token is in exactly one.</summary>
    public ViewList<SentenceView> Sentences => new(Context);

    /// <summary>Mentions of persons, bodies, places and groups, in text order.</summary>
    public ViewList<EntityView> Entities => new(Context);

    /// <summary>Texts in quotation marks, by their opening mark.</summary>
    public ViewList<QuotationView> Quotations => new(Context);

    /// <summary>
    /// Who says what, in text order. Found when first asked for: the learned finder reads the document then, and what it alone finds
    /// is in this list and makes no claim.
    /// </summary>
    public ViewList<AttributionView> Attributions
    {
        get
        {
            _owner.Show(Context);
            return new(Context);
        }
    }

    /// <summary>
    /// The dependency tree of a sentence (Universal Dependencies, with the subtypes of the English treebanks). Parsed now, unless a
    /// stage has asked before: trees are made on demand.
    /// </summary>
    /// <param name="sentence">Ordinal of the sentence, zero-based.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sentence.</exception>
    public DependencyView DependenciesOf(int sentence)
    {
        DocumentContext context = Context;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)sentence, (uint)context.Sentences.Length, nameof(sentence));
        _owner.Resources.Parser?.ParseSentence(context, sentence);
        return new DependencyView(context, sentence);
    }

    internal DocumentContext Context => _context ?? throw new ObjectDisposedException(nameof(AnalyzedDocument), "The document's memory has gone back to the analyzer; read the views before disposing it.");

    /// <summary>Gives the memory back. Views read before must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_context is { } context)
        {
            _context = null;
            _owner.Return(context);
        }
    }
}
