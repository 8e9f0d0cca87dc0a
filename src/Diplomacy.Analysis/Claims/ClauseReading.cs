namespace Diplomacy.Analysis.Claims;

/// <summary>What a clause does; numbers are indices into the core tokens.</summary>
internal struct ClauseReading
{
    /// <summary>The family.</summary>
    public ActFamily Family;

    /// <summary>The finer act.</summary>
    public string Act;

    /// <summary>Rung, 0 where unknown.</summary>
    public int Rung;

    /// <summary>Stance of the phrase that decided.</summary>
    public int Stance;

    /// <summary>Name of the rule.</summary>
    public string Rule;

    /// <summary>First core token of the content.</summary>
    public int ContentStart;

    /// <summary>The action's verb, or -1.</summary>
    public int ActionStart;

    /// <summary>The verb that governs the action of a further conjunct ("refrain from"); empty where it has none.</summary>
    public int HeadStart;

    /// <summary>End of the governing verb.</summary>
    public int HeadEnd;

    /// <summary>The performative that became the cue; empty where none.</summary>
    public int CueStart;

    /// <summary>End of the performative.</summary>
    public int CueEnd;

    /// <summary>Words naming the addressee; empty where none.</summary>
    public int PartyStart;

    /// <summary>End of the addressee.</summary>
    public int PartyEnd;

    /// <summary>The sort of addressee.</summary>
    public SubjectKind Party;

    /// <summary>First core token the rule saw.</summary>
    public int SeenStart;

    /// <summary>Behind the last core token the rule saw.</summary>
    public int SeenEnd;
}
