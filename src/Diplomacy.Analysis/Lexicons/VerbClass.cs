namespace Diplomacy.Analysis.Lexicons;

/// <summary>What sort of cue a verb is; the column <c>class</c> of <c>verbs.tsv</c>.</summary>
internal enum VerbClass : byte
{
    /// <summary>Not a cue.</summary>
    None,

    /// <summary>Says something: "said", "stressed".</summary>
    Say,

    /// <summary>Says it to somebody who must be named: "told", "informed".</summary>
    Tell,

    /// <summary>Puts a question: "asked", "wondered".</summary>
    Ask,

    /// <summary>Wants somebody to act: "urged", "demanded", "called for".</summary>
    Directive,

    /// <summary>"warned", "cautioned".</summary>
    Warn,

    /// <summary>"threatened".</summary>
    Threat,

    /// <summary>Binds the speaker: "pledged", "plans".</summary>
    Commit,

    /// <summary>"agreed", "accepted".</summary>
    Agree,

    /// <summary>"admitted", "confirmed".</summary>
    Acknowledge,

    /// <summary>"denied", "refuted".</summary>
    Deny,

    /// <summary>"rejected", "opposes".</summary>
    Reject,

    /// <summary>"backs", "welcomed", "praised", "thanked".</summary>
    Support,

    /// <summary>"apologised".</summary>
    Apologize,

    /// <summary>"regretted", "fears".</summary>
    Concern,

    /// <summary>"condemned", "criticised".</summary>
    Condemn,

    /// <summary>"accused", "blamed".</summary>
    Accuse,

    /// <summary>Holds something to be so, without saying it: "believes". Weak as a cue: the reporter often guesses.</summary>
    Think,

    /// <summary>A document or figure says it: "showed", "reads".</summary>
    Show,

    /// <summary>Takes a position in another way: "mulls", "boycotts".</summary>
    Position,
}
