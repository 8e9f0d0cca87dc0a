namespace Diplomacy.Analysis;

/// <summary>Why a claim is what it is: a rule or model, the words it saw, and how much it counted.</summary>
/// <param name="Rule">Name of the rule or model ("quotation.cue-after", "act.demand.urge-to").</param>
/// <param name="Span">The words it looked at, in UTF-16 code units of the source.</param>
/// <param name="Weight">Its part in the confidence, 0..1.</param>
/// <param name="Reason">One readable sentence.</param>
public sealed record Evidence(string Rule, TextSpan Span, double Weight, string Reason);
