namespace Diplomacy.Analysis.Tokens;

/// <summary>What a code unit is to the tokenizer; a letter has several bits.</summary>
[Flags]
internal enum CharClass : ushort
{
    /// <summary>Controls, unassigned, private use.</summary>
    None = 0,

    Letter = 1,
    Upper = 2,
    Lower = 4,
    Digit = 8,

    /// <summary>Combining marks, and invisible characters that stand inside words.</summary>
    Mark = 16,
    Space = 32,
    LineEnd = 64,
    Quote = 128,
    Punctuation = 256,
    Symbol = 512,
    Currency = 1024,
    NonLatin = 2048,
    Ideograph = 4096,
    Surrogate = 8192,
    Hyphen = 16384,

    /// <summary>Fractions, superscripts, circled and Roman numerals as single characters.</summary>
    OtherNumber = 32768,

    AnyLetter = Letter | Upper | Lower,
    Word = AnyLetter | Digit | Mark,
}
