namespace Diplomacy.Analysis.Claims;

/// <summary>The finer acts of the taxonomy, their families and ladders of force.</summary>
internal static class ActNames
{
    /// <summary>The family of a finer act; an unknown name counts as <see cref="ActFamily.State"/>.</summary>
    public static ActFamily FamilyOf(string act) => act switch
    {
        "Acknowledge" or "Concur" or "Recognize" => ActFamily.Acknowledge,
        "Deny" => ActFamily.Deny,
        "Accuse" => ActFamily.Accuse,
        "Appeal" or "Propose" or "Invite" => ActFamily.Appeal,
        "Demand" => ActFamily.Demand,
        "Warn" => ActFamily.Warn,
        "Commit" or "Offer" => ActFamily.Commit,
        "Agree" => ActFamily.Agree,
        "Reject" or "Oppose" => ActFamily.Reject,
        "Threaten" or "ReserveRight" => ActFamily.Threaten,
        "Support" or "Praise" or "Thank" or "Congratulate" or "Empathize" or "Forgive" => ActFamily.Support,
        "Condemn" or "Disapprove" or "Protest" => ActFamily.Condemn,
        "Concern" or "Regret" => ActFamily.Concern,
        "Apologize" => ActFamily.Apologize,
        _ => ActFamily.State,
    };

    /// <summary>Whether the taxonomy has an act of this name.</summary>
    public static bool IsKnown(string act) => FamilyOf(act) != ActFamily.State || act is "State" or "Reaffirm" or "DeclineComment" or "Consider" or "Assess" or "Inquire";

    private static readonly string[] Names = Enum.GetNames<ActFamily>();

    /// <summary>The family's name, without allocating.</summary>
    public static string NameOf(ActFamily family) => Names[(int)family];

    /// <summary>The ladder of force on which the act's rungs are counted; empty where it has none.</summary>
    public static string LadderOf(string act) => act switch
    {
        "State" or "Reaffirm" => "ASSERT",
        "Acknowledge" or "Concur" or "Agree" or "Recognize" => "ACCEPT_CONCEDE",
        "Deny" or "DeclineComment" => "DENY",
        "Appeal" or "Demand" => "DIRECTIVE",
        "Propose" or "Invite" => "PROPOSE_MEET",
        "Warn" or "Threaten" => "WARN_THREATEN",
        "ReserveRight" or "Consider" => "RESERVE_RIGHT",
        "Commit" or "Offer" => "COMMIT",
        "Reject" or "Oppose" => "OPPOSE",
        "Support" => "SUPPORT",
        "Praise" or "Thank" or "Congratulate" => "PRAISE_WELCOME",
        "Empathize" or "Apologize" => "EMPATHY_APOLOGY",
        "Condemn" or "Disapprove" => "CONDEMN",
        "Protest" => "PROTEST_FORMAL",
        "Accuse" => "ACCUSE",
        "Concern" => "CONCERN",
        "Regret" => "REGRET",
        _ => "",
    };

    /// <summary>Whether claims of the family have somebody they are addressed to.</summary>
    public static bool HasAddressee(this ActFamily family) => family is ActFamily.Appeal or ActFamily.Demand or ActFamily.Warn or ActFamily.Commit or ActFamily.Threaten;

    /// <summary>The lowest usual rung of the act where neither cue nor content names one.</summary>
    public static int DefaultRung(string act) => act switch
    {
        "Demand" => 6,
        "Appeal" or "Support" or "Reaffirm" or "Deny" or "Accuse" or "Agree" or "ReserveRight" or "Threaten" => act is "Reaffirm" or "Agree" or "Threaten" ? 4 : 3,
        "Commit" or "Oppose" or "Warn" or "Praise" or "Concern" or "Acknowledge" or "Condemn" or "Empathize" or "Regret" => 2,
        "Reject" => 4,
        "Concur" or "Thank" or "Congratulate" or "Propose" or "Invite" or "Protest" => 3,
        "Apologize" => 5,
        "Offer" or "State" or "DeclineComment" or "Consider" or "Disapprove" => 1,
        _ => 0,
    };
}
