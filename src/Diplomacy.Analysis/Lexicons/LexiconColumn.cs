namespace Diplomacy.Analysis.Lexicons;

/// <summary>One column of a lexicon: its name, whether a cell may be empty, and what a cell may hold.</summary>
internal readonly record struct LexiconColumn(string Name, bool Required, LexiconCell Cell);
