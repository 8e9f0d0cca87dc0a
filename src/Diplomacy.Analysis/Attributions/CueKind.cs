namespace Diplomacy.Analysis.Attributions;

/// <summary>What marks the attribution.</summary>
public enum CueKind : byte
{
    /// <summary>A verb of saying, thinking or position ("said", "urged", "supports").</summary>
    Verb,

    /// <summary>A noun with a stated content ("its call for X to do Y").</summary>
    Noun,

    /// <summary>"according to" and its like.</summary>
    Preposition,

    /// <summary>A colon after the speaker ("Merkel: we will ...").</summary>
    Colon,

    /// <summary>A dash or an adjacent sentence; no word of saying.</summary>
    Adjacency,

    /// <summary>A turn of a transcript; the label names the speaker.</summary>
    Turn,

    /// <summary>No cue: a first-person statement by the speaker of the metadata.</summary>
    FirstPerson,
}
