namespace Diplomacy.Analysis.Tagging;

/// <summary>What the tagger looks at in one word: hashes and classes, made once a token.</summary>
internal struct WordFacts
{
    /// <summary>Hash of the lower-case form, its digits folded to 0.</summary>
    public uint Word;

    /// <summary>Hash of the last one to four letters in lower case.</summary>
    public uint Suffix1, Suffix2, Suffix3, Suffix4;

    /// <summary>Hash of the first one to three letters in lower case.</summary>
    public uint Prefix1, Prefix2, Prefix3;

    /// <summary>Letters, capitals, digits and marks of the form; see <see cref="TagFeatures"/>.</summary>
    public uint Shape;

    /// <summary>The tags the word had in training, a bit each; 0 where the word was not met.</summary>
    public ulong Tags;

    /// <summary>Which dictionary class the word is in: hash of its common tags; for a word not met, of its ending and shape.</summary>
    public uint Class;

    /// <summary>The word's only tag, where the dictionary is sure of it; else none.</summary>
    public PennTag Only;
}
