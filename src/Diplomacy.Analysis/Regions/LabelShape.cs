namespace Diplomacy.Analysis.Regions;

/// <summary>How a label of a turn is written.</summary>
internal enum LabelShape : byte
{
    /// <summary>A role: "QUESTION:", "Q:", "Answer:", "Moderator:".</summary>
    Role,

    /// <summary>Capitals with a title: "MR. BERG:", "SECRETARY LIE:".</summary>
    Titled,

    /// <summary>Capitals alone: "BERG:".</summary>
    Capitals,

    /// <summary>A name as in running text: "Foreign Minister Berg:".</summary>
    Name,

    /// <summary>"Q" without a colon.</summary>
    Bare,
}
