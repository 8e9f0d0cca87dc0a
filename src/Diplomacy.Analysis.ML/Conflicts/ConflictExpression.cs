namespace Diplomacy.Analysis.ML.Conflicts;

/// <summary>A stretch of one sentence in which a delegate criticises somebody, as an annotator marked it.</summary>
/// <param name="Span">Where it stands in the speech.</param>
/// <param name="Kind">How: direct or indirect negative evaluation, challenge, correction.</param>
/// <param name="Targets">Codes of the countries meant; empty where the annotator could name none.</param>
internal sealed record ConflictExpression(TextSpan Span, string Kind, string[] Targets);
