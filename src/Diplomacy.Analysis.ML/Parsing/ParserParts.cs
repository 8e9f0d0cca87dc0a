namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>What the parser can be trained without, to see what each part is worth.</summary>
[Flags]
internal enum ParserParts
{
    None = 0,

    /// <summary>Input vectors of words, learned from the treebanks.</summary>
    Words = 1,

    /// <summary>Pretrained word vectors.</summary>
    Vectors = 2,

    /// <summary>Prefixes, suffixes and shapes.</summary>
    Affixes = 4,

    /// <summary>Part-of-speech tags.</summary>
    Tags = 8,

    /// <summary>What the tree so far tells: labels, valencies, distances, the pair of tags.</summary>
    Facts = 16,

    /// <summary>The neighbours in the window layer.</summary>
    Neighbours = 32,

    /// <summary>Following one's own mistakes in training.</summary>
    Exploration = 64,
}
