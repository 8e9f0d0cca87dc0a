using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Claims;

/// <summary>What the cue alone says about the act.</summary>
internal struct CueReading
{
    /// <summary>The family.</summary>
    public ActFamily Family;

    /// <summary>The finer act.</summary>
    public string Act;

    /// <summary>Rung on the act's ladder, 0 where the cue gives none.</summary>
    public int Rung;

    /// <summary>The sort of verb, <see cref="VerbClass.None"/> where there is none.</summary>
    public VerbClass Class;

    /// <summary>The verb, or null.</summary>
    public VerbEntry? Verb;

    /// <summary>Whether the cue is negated.</summary>
    public bool Negated;

    /// <summary>Whether nothing was said at all ("did not comment").</summary>
    public bool Silent;

    /// <summary>Whether the cue holds the speaker's reserve ("suggested", "believes").</summary>
    public bool Hedged;

    /// <summary>Whether the cue is a noun or adjective of speech behind a light verb ("expressed support for").</summary>
    public bool Nominal;
}
