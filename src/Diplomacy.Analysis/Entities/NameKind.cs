namespace Diplomacy.Analysis.Entities;

/// <summary>Which lexicon a name comes from, and what it says by itself.</summary>
internal enum NameKind : byte
{
    /// <summary>A state's name.</summary>
    State,

    /// <summary>Adjective of a state.</summary>
    Adjective,

    /// <summary>The people of a state.</summary>
    People,

    /// <summary>Capital or seat of government.</summary>
    Capital,

    /// <summary>Building or street that stands for a body.</summary>
    Metonym,

    /// <summary>International organisation.</summary>
    Organization,

    /// <summary>National body.</summary>
    Body,

    /// <summary>Medium.</summary>
    Media,

    /// <summary>Group of people.</summary>
    Group,

    /// <summary>Other place.</summary>
    Place,

    /// <summary>Person who holds or held an office.</summary>
    Holder,
}
