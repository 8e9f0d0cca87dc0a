namespace Diplomacy.Analysis.Regions;

/// <summary>Tokens that may be the label of a turn; the document as a whole decides.</summary>
internal struct LabelCandidate
{
    /// <summary>Index of the first token.</summary>
    public int First;

    /// <summary>Index just behind the last token, the colon included where there is one.</summary>
    public int End;

    /// <summary>Hash of the letters without case.</summary>
    public uint Key;

    /// <summary>How plainly it is one.</summary>
    public LabelShape Shape;

    /// <summary>Whether a line starts with it.</summary>
    public bool LeadsLine;
}
