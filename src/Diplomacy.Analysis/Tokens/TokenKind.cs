namespace Diplomacy.Analysis.Tokens;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, possibly with inner apostrophes, periods or digits.</summary>
    Word,

    /// <summary>A number in digits, with separators, or an ordinal such as <c>21st</c>.</summary>
    Number,

    /// <summary>A mark of punctuation that is no quotation mark.</summary>
    Punctuation,

    /// <summary>A quotation mark of any kind (not an apostrophe inside a word).</summary>
    Quote,

    /// <summary>A web address, e-mail address, hashtag or handle.</summary>
    Address,

    /// <summary>Currency signs, percent signs, mathematical and other symbols.</summary>
    Symbol,

    /// <summary>Anything else: control characters, lone surrogates, unassigned code points.</summary>
    Other,
}
