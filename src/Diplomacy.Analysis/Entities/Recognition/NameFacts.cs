using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>What the recogniser looks at in one word: hashes and classes, made once a token.</summary>
internal struct NameFacts
{
    /// <summary>Hash of the lower-case form.</summary>
    public uint Word;

    /// <summary>Hash of the form as it stands.</summary>
    public uint Exact;

    /// <summary>Hash of the form with its letters and digits made classes, runs cut to two ("Xxd").</summary>
    public uint Shape;

    /// <summary>Hash of the first two to four letters in lower case; 0 where the word is not longer.</summary>
    public uint Prefix2, Prefix3, Prefix4;

    /// <summary>Hash of the last one to four letters in lower case; 0 where the word is not longer.</summary>
    public uint Suffix1, Suffix2, Suffix3, Suffix4;

    /// <summary>Word cluster at the three levels; 0 where unknown.</summary>
    public ushort Fine;

    /// <inheritdoc cref="Fine"/>
    public byte Middle, Coarse;

    /// <summary>What kind of name words used like this one are; see <see cref="NameTypes"/>. 0 where unknown.</summary>
    public byte Kind;

    /// <summary>Letters, capitals, digits and marks; see <see cref="NameShape"/>.</summary>
    public byte Case;

    /// <summary>Stands in names beside capitalised words ("of"), and is a name without any capital near; see <see cref="EntityModel.Mark"/>.</summary>
    public bool Inner, Alone;

    /// <summary>Holds a capital letter.</summary>
    public bool Upper;

    /// <summary>Where the sums of the word's own features stand in the <see cref="NameScratch"/>; 0 nowhere.</summary>
    public ushort Place;

    /// <summary>May be part of a name; all others are outside without a look at their features.</summary>
    public bool Candidate;
}
