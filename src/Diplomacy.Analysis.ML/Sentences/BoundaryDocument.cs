namespace Diplomacy.Analysis.ML.Sentences;

/// <summary>A text with the places where its sentences start.</summary>
/// <param name="Text">The raw text, paragraphs parted by blank lines.</param>
/// <param name="Starts">Indices of the first code unit of each sentence; null where the rules' own cuts are to teach (text without annotation).</param>
internal sealed record BoundaryDocument(string Text, HashSet<int>? Starts);
