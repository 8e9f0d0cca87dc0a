namespace Diplomacy.Analysis.Tagging;

/// <summary>What the tagger looks at in one word: hashes and classes, made once a token.</summary>
internal struct WordFacts
{
    /// <summary>Hash of the lower-case form, its digits folded to 0.</summary>
    public uint Word;

    /// <summary>Hashes of the last one to four letters in lower case.</summary>
    public uint Suffix1, Suffix2, Suffix3, Suffix4;

    /// <summary>Hashes of the first one to three letters in lower case.</summary>
    public uint Prefix1, Prefix2, Prefix3;

    /// <summary>Letters, capitals, digits and marks of the form, with the letter case of the sentence.</summary>
    public uint Shape;

    /// <summary>Dictionary class: hash of the word's common tags in the treebanks; for a word not met there, of its ending and shape.</summary>
    public uint Class;

    /// <summary>The word's clusters, nested; 0 where it has none.</summary>
    public int Fine, Middle, Coarse;

    /// <summary>Class of its tags in larger, machine-tagged or otherwise tagged text; 0 where not met there.</summary>
    public byte Seen;

    /// <summary>The word's only tag, where the dictionary is sure of it; else none.</summary>
    public PennTag Only;

    /// <summary>Parts of speech and inflections that WordNet allows, a bit each; see <see cref="WordUses"/>.</summary>
    public ushort Net;

    /// <summary>
    /// Where the sums of this word's own features stand: above 0 in the tagger, which keeps those of frequent words; below 0,
    /// inverted, in the <see cref="TagScratch"/>; 0 nowhere.
    /// </summary>
    public int Kept;
}
