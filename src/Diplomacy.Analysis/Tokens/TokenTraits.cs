namespace Diplomacy.Analysis.Tokens;

/// <summary>Facts about a token's letters and its place that later stages ask for often.</summary>
[Flags]
public enum TokenTraits : ushort
{
    /// <summary>None of the others.</summary>
    None = 0,

    /// <summary>White space, or the start of the text, stands before the token.</summary>
    SpaceBefore = 1,

    /// <summary>A line break stands somewhere in the white space before the token.</summary>
    LineBreakBefore = 2,

    /// <summary>A paragraph break (a blank line, or a line break that the text uses as one) stands before the token.</summary>
    ParagraphBreakBefore = 4,

    /// <summary>The first letter is a capital.</summary>
    InitialCapital = 8,

    /// <summary>All letters are capitals and there are at least two of them.</summary>
    AllCapitals = 16,

    /// <summary>Holds at least one digit.</summary>
    HasDigit = 32,

    /// <summary>Holds a hyphen between other characters.</summary>
    HasHyphen = 64,

    /// <summary>Ends with a period that belongs to it (<c>Mr.</c>, <c>U.S.</c>).</summary>
    EndsWithPeriod = 128,

    /// <summary>A clitic split off the word before it (<c>n't</c>, <c>'s</c>, <c>'ll</c>).</summary>
    Clitic = 256,

    /// <summary>Holds a letter outside the Latin script.</summary>
    NonLatin = 512,
}
