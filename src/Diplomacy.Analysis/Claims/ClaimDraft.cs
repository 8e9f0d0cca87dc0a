using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Claims;

/// <summary>A claim before it becomes a record; token ranges of the document throughout.</summary>
internal struct ClaimDraft
{
    /// <summary>Index of the attribution.</summary>
    public int Attribution;

    /// <summary>Slice of <see cref="ClaimScratch.ContentRanges"/>.</summary>
    public TokenRange Content;

    /// <summary>The performative inside the content that became the cue, or empty.</summary>
    public TokenRange Cue;

    /// <summary>The family.</summary>
    public ActFamily Family;

    /// <summary>The finer act.</summary>
    public string Act;

    /// <summary>Rung that the cue gives, 0 where none.</summary>
    public int Rung;

    /// <summary>Words that name the addressee: object of the cue or subject of the clause; may be empty.</summary>
    public TokenRange Party;

    /// <summary>What sort of addressee the words are.</summary>
    public SubjectKind PartyKind;

    /// <summary>The action asked for or promised, or empty.</summary>
    public TokenRange Action;

    /// <summary>The verb of an earlier conjunct that governs the action too ("refrain from" of "refrain from boarding ships and seizing cargo"), or empty.</summary>
    public TokenRange ActionHead;

    /// <summary>The condition, or empty.</summary>
    public TokenRange Condition;

    /// <summary>The words that carry the stance, or empty.</summary>
    public TokenRange StancePhrase;

    /// <summary>Whether the content is negated.</summary>
    public bool Negated;

    /// <summary>Whether it holds only under a condition.</summary>
    public bool Conditional;

    /// <summary>Whether the speaker hedges.</summary>
    public bool Hedged;

    /// <summary>Whether the deed is one of the speaker's own side.</summary>
    public bool OwnDeed;

    /// <summary>-2..2 of the phrase that decided, before addressee and words are weighed.</summary>
    public int Stance;

    /// <summary>Whether <see cref="Stance"/> is final.</summary>
    public bool Scored;

    /// <summary>Name of the deciding rule.</summary>
    public string Rule;

    /// <summary>The words the deciding rule saw.</summary>
    public TokenRange Seen;

    /// <summary>The clause's subject, or empty.</summary>
    public TokenRange Subject;

    /// <summary>Whose deed the clause tells of.</summary>
    public SubjectKind SubjectKind;

    /// <summary>The main verb, or -1.</summary>
    public int Verb;

    /// <summary>Modal force of the predicate.</summary>
    public Modality Modality;

    /// <summary>Whether the predicate is passive.</summary>
    public bool Passive;

    /// <summary>Whether it is in a past tense.</summary>
    public bool Past;

    /// <summary>Whether a form of "be" is the main verb.</summary>
    public bool Copula;

    /// <summary>How likely the family is by the trained model; 0 where there is none.</summary>
    public float Certainty;

    /// <summary>How much likelier the family is than the likeliest other, by the trained model.</summary>
    public float Margin;

    /// <summary>How likely the stance is by the trained model; 0 where the rules alone decided.</summary>
    public float Leaning;

    /// <summary>How likely the record is right.</summary>
    public float Trust;

    /// <summary>How likely the act is right.</summary>
    public float ActTrust;

    /// <summary>How likely the speaker is right.</summary>
    public float SpeakerTrust;

    /// <summary>How likely the addressees are right.</summary>
    public float AddresseeTrust;

    /// <summary>How likely the sign of the stance is right.</summary>
    public float StanceTrust;
}
