using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis;

/// <summary>
/// The layers of one analysed article, as views over memory that belongs to the analyzer: use it inside a
/// <c>using</c> and keep none of its spans. <see cref="Claims"/> alone may be kept. One thread at a time.
/// </summary>
public sealed class AnalyzedDocument : IDisposable
{
    private readonly DiplomacyAnalyzer _owner;
    private DocumentContext? _context;

    internal AnalyzedDocument(DiplomacyAnalyzer owner, DocumentContext context)
    {
        _owner = owner;
        _context = context;
        Claims = context.Claims.Span.ToArray();
    }

    /// <summary>The claims, in text order; detached, they outlive this document.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    internal DocumentContext Context => _context ?? throw new ObjectDisposedException(nameof(AnalyzedDocument));

    /// <summary>Gives the memory back. What was read from the views must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_context is { } context)
        {
            _context = null;
            _owner.Return(context);
        }
    }
}
