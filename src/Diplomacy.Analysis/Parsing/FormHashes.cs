using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// What the parser knows of a token's letters, as hashes: the word in lower case, its first and last three letters, and its
/// shape. Trainer and parser take them from here, so they cannot drift apart. Typographic quotes and dashes are read as
/// their plain sisters, because treebanks hold both and word vectors only one.
/// </summary>
internal readonly struct FormHashes
{
    private const int AffixLength = 3;
    private const int LongestShape = 5;

    public readonly uint Word;
    public readonly uint Prefix;
    public readonly uint Suffix;
    public readonly uint Shape;

    public FormHashes(ReadOnlySpan<char> form)
    {
        uint word = StableHash.Begin, prefix = StableHash.Begin, suffix = StableHash.Begin, shape = StableHash.Begin;
        char last = '\0';
        int shapes = 0;
        for (int i = 0; i < form.Length; i++)
        {
            char c = Fold(form[i]);
            char lower = Lower(c);
            word = StableHash.Append(word, lower);
            if (i < AffixLength)
            {
                prefix = StableHash.Append(prefix, lower);
            }

            if (i >= form.Length - AffixLength)
            {
                suffix = StableHash.Append(suffix, lower);
            }

            // "McDonald" is XxXx, "1980s" is 0x, "U.S." is X.X.: runs of one class count once.
            char kind = Class(c, lower);
            if (kind != last && shapes < LongestShape)
            {
                shape = StableHash.Append(shape, kind);
                last = kind;
                shapes++;
            }
        }

        // A short word is its own affix, told from a longer word that ends in the same letters.
        uint whole = form.Length <= AffixLength ? 1u : 0;
        Word = StableHash.Combine(StableHash.Mix(word), 0x10);
        Prefix = StableHash.Combine(StableHash.Mix(prefix), 0x20 + whole);
        Suffix = StableHash.Combine(StableHash.Mix(suffix), 0x30 + whole);
        Shape = StableHash.Combine(StableHash.Mix(shape), 0x40);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Fold(char c)
    {
        if (c < '\u2010')
        {
            return c;
        }

        return c switch
        {
            '\u2018' or '\u2019' or '\u201B' => '\'',
            '\u201C' or '\u201D' or '\u201E' => '"',
            >= '\u2010' and <= '\u2015' => '-',
            _ => c,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Lower(char c) => c < 128 ? (c - 'A' <= 'Z' - 'A' && c >= 'A' ? (char)(c | 32) : c) : char.ToLowerInvariant(c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Class(char c, char lower)
    {
        if (lower is >= 'a' and <= 'z')
        {
            return c == lower ? 'x' : 'X';
        }

        return c < 128
            ? (c is >= '0' and <= '9' ? '0' : c)
            : (c != lower ? 'X' : char.IsLower(c) ? 'x' : char.IsLetter(c) ? 'l' : char.IsDigit(c) ? '0' : '?');
    }
}
