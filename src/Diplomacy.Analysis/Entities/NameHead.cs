namespace Diplomacy.Analysis.Entities;

/// <summary>What a head word makes of a capitalised name.</summary>
internal enum NameHead : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A body; of a state where one is named in it ("Somali National Army").</summary>
    Official,

    /// <summary>A body that as a rule only a state has ("Coastal Police", "Supreme Court").</summary>
    State,

    /// <summary>Another organisation ("Northern Airlines").</summary>
    Organization,

    /// <summary>A place ("Lake Road").</summary>
    Place,

    /// <summary>An event, document or other thing ("Paris Agreement").</summary>
    Event,
}
