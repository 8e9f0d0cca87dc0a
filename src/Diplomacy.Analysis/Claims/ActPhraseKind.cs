namespace Diplomacy.Analysis.Claims;

/// <summary>What a phrase of <c>act_phrases.tsv</c> needs around it to count; the column <c>kind</c>.</summary>
internal enum ActPhraseKind : byte
{
    /// <summary>No phrase.</summary>
    None,

    /// <summary><c>own</c>: a predicate of the speaker's own side ("we stand with").</summary>
    Own,

    /// <summary><c>own-inf</c>: the same, an infinitive or gerund with the action follows ("is ready to").</summary>
    OwnInfinitive,

    /// <summary><c>own-np</c>: the same, a noun phrase follows ("is committed to").</summary>
    OwnNounPhrase,

    /// <summary><c>judge</c>: a judgement, whoever is the subject ("is unacceptable").</summary>
    Judge,

    /// <summary><c>lead</c>: opens an impersonal directive ("it is important to").</summary>
    Lead,

    /// <summary><c>wrong</c>: a deed that is a wrong when another is said to have done it ("violated").</summary>
    Wrong,

    /// <summary><c>cease</c>: asks for an end to something ("stop", "lift").</summary>
    Cease,

    /// <summary><c>coop</c>: a friendly deed ("cooperate", "assist").</summary>
    Cooperate,
}
