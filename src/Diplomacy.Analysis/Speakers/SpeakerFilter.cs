namespace Diplomacy.Analysis.Speakers;

/// <summary>Which earlier speaker a later word can mean.</summary>
internal enum SpeakerFilter : byte
{
    /// <summary>Anyone single.</summary>
    Any,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A person who may be a man.</summary>
    Man,

    /// <summary>A person who may be a woman.</summary>
    Woman,

    /// <summary>A person known by an office alone.</summary>
    Unnamed,

    /// <summary>A body.</summary>
    Body,

    /// <summary>A report or statement.</summary>
    Document,

    /// <summary>A body, state or document.</summary>
    Thing,
}
