namespace Diplomacy.Analysis.ML.Acts;

/// <summary>A passage with the claims an annotator found in it.</summary>
/// <param name="Article">Text and what is known about it.</param>
/// <param name="Claims">The claims.</param>
internal sealed record LabelledPassage(Article Article, LabelledClaim[] Claims);
