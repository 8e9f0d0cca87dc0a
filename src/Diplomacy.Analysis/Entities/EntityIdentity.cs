namespace Diplomacy.Analysis.Entities;

/// <summary>
/// Who or what mentions refer to. From the lexicons (shared by all documents) or made for one document (a person whom
/// only the text names). Immutable.
/// </summary>
public sealed record EntityIdentity
{
    /// <summary>What it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>Full name without title ("Wang Yi"), name of the state ("China") or body ("Ministry of Foreign Affairs of China").</summary>
    public required string Name { get; init; }

    /// <summary>
    /// ISO 3166 alpha-3 code of the state it is or belongs to, the acronym of the organisation it is or belongs to
    /// (UN, EU, NATO), or null where there is none or the text does not tell.
    /// </summary>
    public string? Country { get; init; }

    /// <summary>Finer kind.</summary>
    public EntityRole Role { get; init; }

    /// <summary>Office of a person in this document ("State Councilor and Foreign Minister"), or null.</summary>
    public string? Office { get; init; }

    /// <summary>
    /// For seats and buildings that speak for a body (Kremlin, Foggy Bottom, Beijing): the body's name
    /// ("Presidency of Russia", "Government of China"). Null for what is not used so.
    /// </summary>
    public string? SpeaksFor { get; init; }

    /// <summary>'m', 'f', or '\0' where not known.</summary>
    public char Gender { get; init; }
}
