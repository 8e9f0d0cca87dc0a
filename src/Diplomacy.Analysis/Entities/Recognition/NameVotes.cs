namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>What labels the other occurrences of a word in the document got in the first pass.</summary>
internal struct NameVotes
{
    /// <summary>Type most voted for, how unanimous the votes are, and the most frequent place in the name, in one number; 0 without votes.</summary>
    public ushort Word;

    /// <summary>The type most voted for plus 1 (1 is "no name"); 0 without votes.</summary>
    public byte Type;

    /// <summary>Type of the names in which the word stands with its next (low four bits) or previous word elsewhere; 0 for none.</summary>
    public byte Pair;
}
