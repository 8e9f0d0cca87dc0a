namespace Diplomacy.Analysis.Attributions;

/// <summary>The grammatical shape of an attribution's content.</summary>
public enum ContentKind : byte
{
    /// <summary>A clause with a finite verb, with or without "that".</summary>
    Clause,

    /// <summary>A to-infinitive ("urged the US to stop").</summary>
    Infinitive,

    /// <summary>A gerund ("accused it of stealing", "called for ending").</summary>
    Gerund,

    /// <summary>A noun phrase ("called for restraint", "backs the plan").</summary>
    NounPhrase,

    /// <summary>Quoted sentences.</summary>
    Quotation,

    /// <summary>None of the others.</summary>
    Other,
}
