namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>An annotated attribution; any of the lists may be empty. Spans in UTF-16 code units.</summary>
internal sealed record GoldAttribution(TextSpan[] Source, TextSpan[] Cue, TextSpan[] Content);
