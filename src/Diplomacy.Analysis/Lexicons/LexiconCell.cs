namespace Diplomacy.Analysis.Lexicons;

/// <summary>What a cell of a lexicon may hold; checked while it is read.</summary>
internal enum LexiconCell : byte
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An alpha-3 code or an acronym: letters and digits, no blank.</summary>
    Code,

    /// <summary>A day, month or year: <c>2021-02-22</c>, <c>2021-02</c>, <c>2021</c>; an end may also be <c>?</c>.</summary>
    Date,

    /// <summary><c>m</c>, <c>f</c> or <c>u</c>.</summary>
    Gender,

    /// <summary>A member of <see cref="Entities.OfficeClass"/> in lower case.</summary>
    OfficeClass,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A stance, -2 to 2.</summary>
    Lean,

    /// <summary>A number with a point.</summary>
    Score,

    /// <summary>An act of the taxonomy.</summary>
    Act,

    /// <summary>A member of <see cref="Claims.ActPhraseKind"/> as the table writes it.</summary>
    PhraseKind,

    /// <summary>A member of <see cref="Tokens.AbbreviationKind"/>.</summary>
    Abbreviation,

    /// <summary>How a line of page furniture is recognised.</summary>
    RegionMatch,
}
