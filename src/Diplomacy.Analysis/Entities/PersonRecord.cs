namespace Diplomacy.Analysis.Entities;

/// <summary>What one document tells of one person. Pooled with the workspace.</summary>
internal struct PersonRecord
{
    /// <summary>Candidate that names the person most fully.</summary>
    public int Candidate;

    /// <summary>The lexicon's person, or null.</summary>
    public NameEntry? Entry;

    /// <summary>Gender told by the text or the lexicons, or '\0'.</summary>
    public char Gender;

    /// <summary>Code the text gives, or null.</summary>
    public string? Country;

    /// <summary>Office the text gives, or null.</summary>
    public string? Office;

    /// <summary>Class of that office.</summary>
    public OfficeClass Class;

    /// <summary>Whether the text calls the office a past one.</summary>
    public bool Former;

    /// <summary>Whether any office that the text gives, and calls no past one, acts for a state ("party leader and MP").</summary>
    public bool Serves;

    /// <summary>Whether the text calls any office of a head of state or government a past one.</summary>
    public bool Past;

    /// <summary>The identity, made once all mentions are linked.</summary>
    public EntityIdentity? Identity;

    /// <summary>Name to use where it is not the words of <see cref="Candidate"/>, or null.</summary>
    public string? Name;

    /// <summary>Next person with the same family name, or -1.</summary>
    public int NextSameSurname;
}
