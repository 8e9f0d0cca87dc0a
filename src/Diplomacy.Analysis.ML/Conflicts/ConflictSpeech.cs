namespace Diplomacy.Analysis.ML.Conflicts;

/// <summary>A speech before the Security Council with its conflict expressions.</summary>
/// <param name="Meeting">Number of the meeting, such as "2014 S/PV.7154".</param>
/// <param name="Article">The speech, with the delegate's state.</param>
/// <param name="Expressions">The expressions, in text order.</param>
internal sealed record ConflictSpeech(string Meeting, Article Article, ConflictExpression[] Expressions);
