namespace Diplomacy.Analysis.Claims;

/// <summary>What the words of a claim do; the 15 families of the annotation guidelines.</summary>
public enum ActFamily : byte
{
    /// <summary>Assertion, assessment, forecast, announcement, reaffirmation, "no comment".</summary>
    State,

    /// <summary>Admit, confirm, concur, recognise.</summary>
    Acknowledge,

    /// <summary>Contest an allegation; disclaim an intention.</summary>
    Deny,

    /// <summary>Factual charge of wrongdoing by somebody.</summary>
    Accuse,

    /// <summary>Ask, hope that somebody acts, propose, invite, call on, urge, should.</summary>
    Appeal,

    /// <summary>Categorical, with a named or clear addressee: must, insist, demand, order.</summary>
    Demand,

    /// <summary>A danger or consequence the speaker does not promise to bring about.</summary>
    Warn,

    /// <summary>Promise, offer, readiness, plan or intention of the speaker's own side.</summary>
    Commit,

    /// <summary>Accept, sign up, reach agreement, agree to do.</summary>
    Agree,

    /// <summary>Refuse, oppose, will not accept.</summary>
    Reject,

    /// <summary>Announce harm by the speaker's own side, also veiled.</summary>
    Threaten,

    /// <summary>Support, praise of another, welcome, thank, congratulate, condole.</summary>
    Support,

    /// <summary>Value judgement against an act, policy or actor.</summary>
    Condemn,

    /// <summary>Concern, regret, alarm.</summary>
    Concern,

    /// <summary>Apologise, express remorse for an act of one's own.</summary>
    Apologize,
}
