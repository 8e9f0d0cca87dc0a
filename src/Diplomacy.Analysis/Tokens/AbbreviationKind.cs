namespace Diplomacy.Analysis.Tokens;

/// <summary>How an abbreviation behaves before its period; the names are those of <c>abbreviations.tsv</c>.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>Not an abbreviation.</summary>
    None,

    /// <summary>Stands before a name and never ends a sentence: "Gen. Petrov arrived."</summary>
    Title,

    /// <summary>An abbreviation only before a number: "No. 7", but "He said no."</summary>
    Number,

    /// <summary>Stands inside a sentence: "vs.", "approx.", "e.g.".</summary>
    Inner,

    /// <summary>Stands behind a name or a list and may well end a sentence: "Inc.", "Jr.", "etc.", "p.m.".</summary>
    Final,

    /// <summary>A month: "on Sept. 11", "last Sept. The talks failed."</summary>
    Month,

    /// <summary>A word in its own right unless a number, a comma or a small letter follows: "Sat. 5 May", but "They sat."</summary>
    Guarded,

    /// <summary>A state or province, an abbreviation only behind a comma: "Boston, Mass."</summary>
    Place,

    /// <summary>Letters with periods (not in the table): "U.S.", "Ph.D.".</summary>
    Initialism,

    /// <summary>One capital with a period (not in the table): "J. Smith".</summary>
    Initial,
}
