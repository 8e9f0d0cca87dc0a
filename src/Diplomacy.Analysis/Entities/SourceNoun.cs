namespace Diplomacy.Analysis.Entities;

/// <summary>What a common noun is as a source.</summary>
internal enum SourceNoun : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Words of whoever issued it: "the report".</summary>
    Document,

    /// <summary>Stands for a body named before: "the agency".</summary>
    Body,

    /// <summary>Stands for a state named before: "the country".</summary>
    State,

    /// <summary>Several unnamed people: "protesters".</summary>
    Group,

    /// <summary>One unnamed person: "a neighbour".</summary>
    Person,

    /// <summary>With "the" a person named before: "the billionaire".</summary>
    Epithet,
}
