namespace Diplomacy.Analysis.Attributions;

/// <summary>What a word can be for the finder of cues. A word may be several; most are none, and are skipped after one read.</summary>
[Flags]
internal enum CueSorts : byte
{
    /// <summary>No part of any cue.</summary>
    None = 0,

    /// <summary>A form of a verb of <c>verbs.tsv</c>.</summary>
    Verb = 1,

    /// <summary>A noun of <c>nominal_cues.tsv</c>.</summary>
    Noun = 2,

    /// <summary>The first word of a fixed phrase of <c>cue_phrases.tsv</c>.</summary>
    Phrase = 4,

    /// <summary>The word after "be" in a phrase of <c>cue_phrases.tsv</c> ("ready", "concerned").</summary>
    Predicate = 8,

    /// <summary>The first word of a prepositional cue: "according", "in", "per", "as".</summary>
    Preposition = 16,
}
