namespace Diplomacy.Analysis.Attributions;

/// <summary>The grammatical shape of a cue; it decides where its source is sought.</summary>
internal enum CueShape : byte
{
    /// <summary>A finite verb with a subject: "Wang said".</summary>
    Finite,

    /// <summary>A gerund that shares the subject of its clause: ", adding that".</summary>
    Participle,

    /// <summary>A passive: "was urged to".</summary>
    Passive,

    /// <summary>A passive that means its subject speaks: "is quoted as saying".</summary>
    Quoted,

    /// <summary>An infinitive: "to call for", "went on to say".</summary>
    Infinitive,

    /// <summary>A noun with its possessor: "its call for".</summary>
    Noun,

    /// <summary>A noun after a verb that carries it: "issued a warning that".</summary>
    LightVerb,

    /// <summary>A noun with its source behind it, about the subject: "drew criticism from Doha".</summary>
    Reaped,

    /// <summary>"according to".</summary>
    Preposition,

    /// <summary>"in the view of", "in Lavrov's view".</summary>
    View,
}
