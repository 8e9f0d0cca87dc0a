namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>An article with its gold attributions.</summary>
internal sealed record AttributedArticle(Article Article, IReadOnlyList<GoldAttribution> Attributions);
