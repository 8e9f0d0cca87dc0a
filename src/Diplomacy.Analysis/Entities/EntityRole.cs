namespace Diplomacy.Analysis.Entities;

/// <summary>The part an entity plays in foreign affairs; finer than <see cref="EntityType"/>.</summary>
public enum EntityRole : byte
{
    /// <summary>None of the others, or not known.</summary>
    None,

    /// <summary>A state or its name ("China", "the United States").</summary>
    State,

    /// <summary>Adjective or noun of a nation ("Chinese", "the Germans").</summary>
    Demonym,

    /// <summary>A capital or seat of government; may speak for the government.</summary>
    Capital,

    /// <summary>A building or quarter that stands for a body (Kremlin, White House, Foggy Bottom).</summary>
    Metonym,

    /// <summary>An international organisation or bloc.</summary>
    Intergovernmental,

    /// <summary>A ministry, parliament, agency, army or other body of one state.</summary>
    StateBody,

    /// <summary>A newspaper, agency or broadcaster.</summary>
    Media,

    /// <summary>An armed or political group.</summary>
    ArmedGroup,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>A person who holds or held an office.</summary>
    OfficeHolder,

    /// <summary>An office or title without a name ("the foreign minister", "a senior official").</summary>
    OfficeOnly,

    /// <summary>A political party; it belongs to a state and does not speak for it.</summary>
    Party,
}
