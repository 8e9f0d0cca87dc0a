namespace Diplomacy.Analysis.Claims;

/// <summary>The skeleton of one clause; all numbers are indices into the unit's core tokens, ends exclusive.</summary>
internal struct Clause
{
    /// <summary>First core token, a leading adverbial included.</summary>
    public int Start;

    /// <summary>Behind the last core token.</summary>
    public int End;

    /// <summary>First core token behind a leading adverbial.</summary>
    public int Body;

    /// <summary>The subject; empty where there is none.</summary>
    public int SubjectStart;

    /// <summary>End of the subject.</summary>
    public int SubjectEnd;

    /// <summary>First word of the predicate (auxiliary or verb), or -1.</summary>
    public int Predicate;

    /// <summary>The main verb, or -1.</summary>
    public int Verb;

    /// <summary>The leading condition ("If talks fail"); empty where there is none.</summary>
    public int ConditionStart;

    /// <summary>End of the condition.</summary>
    public int ConditionEnd;

    /// <summary>Modal force.</summary>
    public Modality Modality;

    /// <summary>Whose deed it is.</summary>
    public SubjectKind Subject;

    /// <summary>Whether the predicate is negated.</summary>
    public bool Negated;

    /// <summary>Whether the predicate is passive.</summary>
    public bool Passive;

    /// <summary>Whether the predicate is in a past tense.</summary>
    public bool Past;

    /// <summary>Whether a form of "be" is the main verb.</summary>
    public bool Copula;
}
