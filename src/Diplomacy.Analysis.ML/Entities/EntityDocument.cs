namespace Diplomacy.Analysis.ML.Entities;

/// <summary>The sentences of one article of a corpus.</summary>
/// <param name="Corpus">Name of the corpus it is from.</param>
/// <param name="Sentences">In text order.</param>
internal sealed record EntityDocument(string Corpus, List<EntitySentence> Sentences);
