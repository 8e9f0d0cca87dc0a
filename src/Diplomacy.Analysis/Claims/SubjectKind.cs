namespace Diplomacy.Analysis.Claims;

/// <summary>Whose deed a clause tells of, seen from the speaker.</summary>
internal enum SubjectKind : byte
{
    /// <summary>No subject found.</summary>
    None,

    /// <summary>I, we, our side.</summary>
    FirstPerson,

    /// <summary>The speaker's own state, body or person, named or as "he", "it".</summary>
    Own,

    /// <summary>you.</summary>
    Second,

    /// <summary>A state, organisation or person of another side.</summary>
    Other,

    /// <summary>"both sides", "the two countries".</summary>
    Both,

    /// <summary>"they", "he", "it" that stand for another.</summary>
    Pronoun,

    /// <summary>A thing or a group without a code.</summary>
    Thing,
}
