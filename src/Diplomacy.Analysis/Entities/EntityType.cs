namespace Diplomacy.Analysis.Entities;

/// <summary>What a mention names. The first five are what <c>tag</c> writes as PER, ORG, LOC, NORP, MISC.</summary>
public enum EntityType : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A body: ministry, company, party, international organisation, medium.</summary>
    Organization,

    /// <summary>A state, city, region or other place.</summary>
    Location,

    /// <summary>A nationality, religious or political group, or the adjective of one.</summary>
    Group,

    /// <summary>Anything else with a name: events, documents, products.</summary>
    Miscellaneous,
}
