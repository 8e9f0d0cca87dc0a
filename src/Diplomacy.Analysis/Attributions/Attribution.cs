using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// Who says what: source, cue, content, as token ranges. Lists of ranges stand in
/// <see cref="DocumentContext.Ranges"/>; each field here is a slice of it.
/// </summary>
internal struct Attribution
{
    /// <summary>Slice of <see cref="DocumentContext.Ranges"/> with the source's ranges; empty where no source is given.</summary>
    public TokenRange Source;

    /// <summary>Slice of <see cref="DocumentContext.Ranges"/> with the cue's ranges; empty for turns and first-person texts.</summary>
    public TokenRange Cue;

    /// <summary>Slice of <see cref="DocumentContext.Ranges"/> with the content's ranges, in text order; "that" and quotation marks included. As PolNeAR
    /// has it, a person asked, accused or dealt with in a passive stands inside it: where it holds all of
    /// <see cref="Addressee"/>, what is asked or charged is the rest.</summary>
    public TokenRange Content;

    /// <summary>The tokens of the person or body spoken to ("the United States" in "urged the United States to"), accused ("accused Rome of") or dealt with in a passive ("the envoy was urged to"), or empty.</summary>
    public TokenRange Addressee;

    /// <summary>Index of the cue's head token (the verb or noun), or -1.</summary>
    public int CueHead;

    /// <summary>The lexicon's entry for the cue; for nouns and phrases the verb with the same act ("reject" for "its rejection of"). Null where there is no such word.</summary>
    public VerbEntry? Verb;

    /// <summary>What marks the attribution.</summary>
    public CueKind CueKind;

    /// <summary>The grammatical shape of the content.</summary>
    public ContentKind ContentKind;

    /// <summary>How the words are given.</summary>
    public SpeechForm Form;

    /// <summary>Whether the cue itself is negated ("did not say", "refused to rule out").</summary>
    public bool CueNegated;

    /// <summary>Index of the attribution whose content holds this one, or -1.</summary>
    public int Parent;

    /// <summary>Who speaks, as far as the text tells. Written by the speaker stage.</summary>
    public ResolvedSpeaker? Speaker;

    /// <summary>0..1.</summary>
    public float Confidence;

    /// <summary>Name of the rule or model that found it.</summary>
    public string Rule;
}
