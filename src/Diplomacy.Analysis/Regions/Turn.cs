using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Regions;

/// <summary>A turn of a transcript: the label at its head and the sentences up to the next label.</summary>
internal struct Turn
{
    /// <summary>The tokens that name the speaker, colon left out ("SECRETARY POWELL", "Q").</summary>
    public TokenRange Label;

    /// <summary>Index of the first sentence behind the label's own.</summary>
    public int FirstSentence;

    /// <summary>Index just behind the last sentence; equals <see cref="FirstSentence"/> for an empty turn.</summary>
    public int EndSentence;

    /// <summary>Hash of the label's letters: turns of the same speaker share it.</summary>
    public uint Key;

    /// <summary>Whether a journalist, a moderator or a reader speaks.</summary>
    public bool IsQuestion;

    /// <summary>Whether the label means one party whatever its name: "Q", "QUESTION", "A", "Answer".</summary>
    public bool IsRole;
}
