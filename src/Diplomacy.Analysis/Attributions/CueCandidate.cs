using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Attributions;

/// <summary>A place that may introduce reported words. Source and content are sought for each, by finders of their own.</summary>
internal struct CueCandidate
{
    /// <summary>The cue with auxiliaries, negation, adverbs and particles: "has repeatedly called on".</summary>
    public TokenRange Cue;

    /// <summary>Index of the verb, noun or preposition that decides.</summary>
    public int Head;

    /// <summary>The lexicon's entry, or null for prepositions.</summary>
    public VerbEntry? Verb;

    /// <summary>What may follow.</summary>
    public VerbFrames Frames;

    /// <summary>Its shape.</summary>
    public CueShape Shape;

    /// <summary>Whether the cue itself is negated.</summary>
    public bool Negated;

    /// <summary>The first token behind <see cref="Cue"/> from which a content may start.</summary>
    public int After;

    /// <summary>The source found so far; empty where none.</summary>
    public TokenRange Source;

    /// <summary>Whether the source stands behind the cue ("said Wang").</summary>
    public bool Inverted;

    /// <summary>Whether the cue has a subject of its own, so that it opens a clause.</summary>
    public bool OwnSubject;

    /// <summary>The subject of a passive.</summary>
    public TokenRange Patient;

    /// <summary>Where the words that belong to this cue end, where they stood before it; 0 otherwise. Later cues look left no further.</summary>
    public int Done;

    /// <summary>The first token of the clause the cue opens: its source or, without one, itself.</summary>
    public readonly int ClauseStart => Shape == CueShape.Passive
        ? (Patient.IsEmpty ? Cue.First : Patient.First)
        : OwnSubject && !Inverted && !Source.IsEmpty ? Source.First : Cue.First;
}
