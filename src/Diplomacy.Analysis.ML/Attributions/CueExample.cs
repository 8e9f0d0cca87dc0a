namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>A word that may head a cue: the rows of its features, and whether it does.</summary>
internal readonly record struct CueExample(int[] Rows, bool Gold);
