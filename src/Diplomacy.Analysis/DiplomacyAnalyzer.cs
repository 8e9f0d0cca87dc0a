using System.Collections.Concurrent;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis;

/// <summary>
/// Reads articles and emits claims. Immutable and safe for any number of threads at once; make one and keep it.
/// </summary>
public sealed class DiplomacyAnalyzer
{
    private static readonly Lazy<DiplomacyAnalyzer> Shared = new(() => CreateBuilder().Build());

    private readonly IAnalysisStage[] _stages;
    private readonly SpeakerResolver? _speakers;
    private readonly ConcurrentBag<DocumentContext> _contexts = [];

    internal DiplomacyAnalyzer(IAnalysisStage[] stages, AnalysisResources resources)
    {
        _stages = stages;
        _speakers = Array.Find(stages, s => s is SpeakerResolver) as SpeakerResolver;
        Resources = resources;
        Reviser = new AttributionReviser(resources);
    }

    /// <summary>The analyzer with the lexicons and models of the package. Built at first use.</summary>
    public static DiplomacyAnalyzer Default => Shared.Value;

    internal AnalysisResources Resources { get; }

    /// <summary>The stage behind <see cref="AnalyzedDocument.Attributions"/>, which runs when they are asked for.</summary>
    internal AttributionReviser Reviser { get; }

    internal ReadOnlySpan<IAnalysisStage> Stages => _stages;

    /// <summary>Starts an analyzer of your own.</summary>
    public static DiplomacyAnalyzerBuilder CreateBuilder() => new();

    /// <summary>The claims of a bare text, in text order.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public IReadOnlyList<Claim> ExtractClaims(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ExtractClaims(new Article { Text = text });
    }

    /// <summary>The claims of an article, in text order.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public IReadOnlyList<Claim> ExtractClaims(Article article)
    {
        using AnalyzedDocument document = Analyze(article);
        return document.Claims;
    }

    /// <summary>All layers of an article. Dispose the result: its memory goes back to the analyzer.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public AnalyzedDocument Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        DocumentContext context = Rent(article);
        foreach (IAnalysisStage stage in _stages)
        {
            stage.Run(context);
        }

        return new AnalyzedDocument(this, context);
    }

    internal DocumentContext Rent(Article article)
    {
        if (!_contexts.TryTake(out DocumentContext? context))
        {
            context = new DocumentContext { Guards = Resources.Guards };
        }

        context.Reset(article);
        return context;
    }

    /// <summary>Makes the list of attributions that readers see, unless that has been done.</summary>
    internal void Show(DocumentContext context)
    {
        if (!context.Shown.Ready)
        {
            Reviser.Run(context);
            _speakers?.ResolveAdded(context);
        }
    }

    internal void Return(DocumentContext context) => _contexts.Add(context);
}
