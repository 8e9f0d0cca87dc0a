namespace Diplomacy.Analysis.ML.Events;

/// <summary>A sentence with one event in it: who did what to whom.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Source">Where the one who acts is named; empty where the corpus names him in other words.</param>
/// <param name="Target">Where the one acted upon is named; empty likewise.</param>
/// <param name="Root">The PLOVER root.</param>
internal sealed record EventSentence(string Text, TextSpan Source, TextSpan Target, string Root);
