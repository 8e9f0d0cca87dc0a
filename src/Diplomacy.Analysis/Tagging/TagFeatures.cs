using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// The features of the tagger, made the same way in training and in use. Nothing here allocates; every hash is
/// <see cref="StableHash"/>, so a model file fits every machine.
/// </summary>
internal static class TagFeatures
{
    /// <summary>Most features of a token.</summary>
    public const int Most = 48;

    private const int LongestForm = 48;
    private const uint Border = 0x51ED270B;

    /// <summary>The facts of a word outside of any dictionary.</summary>
    [SkipLocalsInit]
    public static WordFacts Facts(ReadOnlySpan<char> form, SentenceCase letterCase)
    {
        Span<char> lower = stackalloc char[LongestForm];
        if (form.Length > LongestForm)
        {
            // A web address or a run of marks: its ends tell enough.
            form = form[^LongestForm..];
        }

        int capitals = 0, letters = 0, digits = 0, marks = 0;
        bool hyphen = false, period = false;
        for (int i = 0; i < form.Length; i++)
        {
            char c = form[i];
            if (c is >= 'a' and <= 'z')
            {
                letters++;
                lower[i] = c;
            }
            else if (c is >= 'A' and <= 'Z')
            {
                letters++;
                capitals++;
                lower[i] = (char)(c | 0x20);
            }
            else if (c is >= '0' and <= '9')
            {
                digits++;
                lower[i] = '0';
            }
            else if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
                lower[i] = char.ToLowerInvariant(c);
            }
            else
            {
                marks++;
                hyphen |= c is '-' or '–' or '/';
                period |= c == '.';
                lower[i] = c is '’' ? '\'' : c;
            }
        }

        lower = lower[..form.Length];
        uint initial = form.Length > 0 && char.IsUpper(form[0]) ? 1u : 0;
        uint shape = letters == 0
            ? (digits > 0 ? (marks == 0 ? 1u + (uint)Math.Min(4, digits) : 6) : 7)
            : 8 + initial + (capitals == letters && capitals > 1 ? 2u : capitals > initial ? 4u : 0) + (digits > 0 ? 8u : 0) + (hyphen ? 16u : 0) + (period ? 32u : 0);
        return new WordFacts
        {
            Word = StableHash.Of(lower),
            Suffix1 = StableHash.Of(lower[^Math.Min(lower.Length, 1)..]),
            Suffix2 = StableHash.Of(lower[^Math.Min(lower.Length, 2)..]),
            Suffix3 = StableHash.Of(lower[^Math.Min(lower.Length, 3)..]),
            Suffix4 = StableHash.Of(lower[^Math.Min(lower.Length, 4)..]),
            Prefix1 = StableHash.Of(lower[..Math.Min(lower.Length, 1)]),
            Prefix2 = StableHash.Of(lower[..Math.Min(lower.Length, 2)]),
            Prefix3 = StableHash.Of(lower[..Math.Min(lower.Length, 3)]),
            Shape = shape | ((uint)letterCase << 8),
        };
    }

    /// <summary>Writes the features of token <paramref name="at"/> and gives their number.</summary>
    /// <param name="words">The facts of the sentence.</param>
    /// <param name="at">Index into <paramref name="words"/>.</param>
    /// <param name="last">Tag of the token before, <see cref="PennTag.None"/> at the start.</param>
    /// <param name="previous">Tag of the token before that.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    public static int Extract(ReadOnlySpan<WordFacts> words, int at, PennTag last, PennTag previous, Span<uint> features)
    {
        ref readonly WordFacts word = ref words[at];
        ref readonly WordFacts before = ref At(words, at - 1);
        ref readonly WordFacts before2 = ref At(words, at - 2);
        ref readonly WordFacts after = ref At(words, at + 1);
        ref readonly WordFacts after2 = ref At(words, at + 2);
        uint first = at == 0 ? 1u : 0;
        uint tag1 = (uint)last, tag2 = (uint)previous;
        int n = 0;
        features[n++] = Of(1, word.Word);
        features[n++] = Of(2, word.Word, (word.Shape << 1) | first);
        features[n++] = Of(3, word.Suffix1);
        features[n++] = Of(4, word.Suffix2);
        features[n++] = Of(5, word.Suffix3);
        features[n++] = Of(6, word.Suffix4);
        features[n++] = Of(7, word.Prefix1);
        features[n++] = Of(8, word.Prefix2);
        features[n++] = Of(9, word.Prefix3);
        features[n++] = Of(10, (word.Shape << 1) | first);
        features[n++] = Of(11, word.Suffix3, (word.Shape << 1) | first);
        features[n++] = Of(12, word.Class);
        features[n++] = Of(13, before.Word);
        features[n++] = Of(14, before2.Word);
        features[n++] = Of(15, after.Word);
        features[n++] = Of(16, after2.Word);
        features[n++] = Of(17, after.Suffix3);
        features[n++] = Of(18, after.Class, word.Class);
        features[n++] = Of(19, after.Shape, word.Shape);
        features[n++] = Of(20, after.Class, after2.Class);
        features[n++] = Of(21, before.Word, word.Word);
        features[n++] = Of(22, word.Word, after.Word);
        features[n++] = Of(23, tag1);
        features[n++] = Of(24, tag2);
        features[n++] = Of(25, tag1, tag2);
        features[n++] = Of(26, tag1, word.Word);
        features[n++] = Of(27, tag1, word.Suffix3);
        features[n++] = Of(28, tag1, after.Class);
        features[n++] = Of(29, (tag1 << 6) | tag2, word.Class);
        features[n++] = Of(30, before.Suffix3);
        features[n++] = Of(31, after.Class);
        features[n++] = Of(32, before.Word, after.Word);
        features[n++] = Of(33, tag1, after.Suffix3);
        return n;
    }

    private static readonly WordFacts Outside = new() { Word = Border, Suffix3 = Border, Shape = 1 << 16, Class = Border };

    private static ref readonly WordFacts At(ReadOnlySpan<WordFacts> words, int at) => ref (uint)at < (uint)words.Length ? ref words[at] : ref Outside;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(uint template, uint value) => StableHash.Mix(value ^ (template * 0x9E3779B1u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(uint template, uint first, uint second) => StableHash.Mix(first + (second * 0x85EBCA77u) + (template * 0x9E3779B1u));
}
