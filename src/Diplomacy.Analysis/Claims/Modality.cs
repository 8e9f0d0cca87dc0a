namespace Diplomacy.Analysis.Claims;

/// <summary>The modal force of a clause's predicate.</summary>
internal enum Modality : byte
{
    /// <summary>A plain tense.</summary>
    None,

    /// <summary>must, has to.</summary>
    Must,

    /// <summary>should, ought to, needs to, had better.</summary>
    Should,

    /// <summary>will, shall, is going to.</summary>
    Will,

    /// <summary>would: the "will" of reported speech, or a condition.</summary>
    Would,

    /// <summary>can, could.</summary>
    Can,

    /// <summary>may, might.</summary>
    May,
}
