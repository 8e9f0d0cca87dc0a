using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// The features of the tagger, made the same way in training and in use. Those of one word alone (by its place: the word itself,
/// before, after) are apart from those that join words and tags, so that the tagger can keep the former summed for known words.
/// Nothing here allocates; every hash is <see cref="StableHash"/>, so a model file fits every machine.
/// </summary>
internal static class TagFeatures
{
    /// <summary>Most features of a token.</summary>
    public const int Most = 80;

    private const int LongestForm = 48;
    private const uint Border = 0x51ED270B;
    private const uint FirstState = 2166136261;
    private const uint Prime = 16777619;

    private static readonly WordFacts Outside = new() { Word = Border, Suffix3 = Border, Shape = 1 << 16, Class = Border, Net = 1 << 15 };

    /// <summary>The facts of a word outside of any dictionary.</summary>
    [SkipLocalsInit]
    public static WordFacts Facts(ReadOnlySpan<char> form, SentenceCase letterCase, WordClusters clusters)
    {
        Span<char> lower = stackalloc char[LongestForm];
        if (form.Length > LongestForm)
        {
            // A web address or a run of marks: its end tells enough.
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
        var facts = new WordFacts
        {
            // A word in small letters among capitals is what it seems to be; only where nothing has capitals it may be a name.
            Shape = shape | (capitals > 0 || letterCase == SentenceCase.Lower ? (uint)letterCase << 8 : 0),
        };
        Hash(lower, ref facts);
        facts.Fine = digits > 0 ? 0 : clusters.Find(facts.Word);
        if (facts.Fine == 0 && letters > 0 && digits == 0 && clusters.Count > 0)
        {
            facts.Fine = clusters.FindFolded(lower);
        }

        facts.Middle = clusters.Middle(facts.Fine);
        facts.Coarse = clusters.Coarse(facts.Fine);
        return facts;
    }

    /// <summary>All features of token <paramref name="at"/>, for training; gives their number.</summary>
    /// <param name="words">The facts of the sentence.</param>
    /// <param name="at">Index into <paramref name="words"/>.</param>
    /// <param name="last">Tag of the token before, <see cref="PennTag.None"/> at the start.</param>
    /// <param name="previous">Tag of the token before that.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    public static int All(ReadOnlySpan<WordFacts> words, int at, PennTag last, PennTag previous, Span<uint> features)
    {
        int n = Own(words[at], at == 0, features);
        n += Before(At(words, at - 1), features[n..]);
        n += After(At(words, at + 1), features[n..]);
        n += Joined(words, at, last, previous, features[n..]);
        features[n++] = Tag(last);
        features[n++] = Tags(last, previous);
        return n;
    }

    /// <summary>Those of them that are of one word, or of the last two tags, alone.</summary>
    public static int Single(ReadOnlySpan<WordFacts> words, int at, PennTag last, PennTag previous, Span<uint> features)
    {
        int n = Own(words[at], at == 0, features);
        n += Before(At(words, at - 1), features[n..]);
        n += After(At(words, at + 1), features[n..]);
        features[n++] = Tag(last);
        features[n++] = Tags(last, previous);
        return n;
    }

    /// <summary>Features of the word itself.</summary>
    public static int Own(in WordFacts word, bool first, Span<uint> features)
    {
        uint shape = (word.Shape << 1) | (first ? 1u : 0);
        features[19] = Of(20, word.Net, shape);
        features[0] = Of(1, word.Word);
        features[1] = Of(2, word.Word, shape);
        features[2] = Of(3, word.Suffix1);
        features[3] = Of(4, word.Suffix2);
        features[4] = Of(5, word.Suffix3);
        features[5] = Of(6, word.Suffix4);
        features[6] = Of(7, word.Prefix1);
        features[7] = Of(8, word.Prefix2);
        features[8] = Of(9, word.Prefix3);
        features[9] = Of(10, shape);
        features[10] = Of(11, word.Suffix3, shape);
        features[11] = Of(12, word.Class);
        features[12] = Of(13, (uint)word.Coarse);
        features[13] = Of(14, (uint)word.Middle);
        features[14] = Of(15, (uint)word.Fine);
        features[15] = Of(16, (uint)word.Middle, word.Suffix2);
        features[16] = Of(17, word.Seen);
        features[17] = Of(18, word.Seen, shape);
        features[18] = Of(19, word.Net);
        return 20;
    }

    /// <summary>Features of the word before.</summary>
    public static int Before(in WordFacts word, Span<uint> features)
    {
        features[6] = Of(36, word.Shape);
        features[0] = Of(30, word.Word);
        features[1] = Of(31, word.Suffix3);
        features[2] = Of(32, (uint)word.Middle);
        features[3] = Of(33, (uint)word.Fine);
        features[4] = Of(34, word.Seen);
        features[5] = Of(35, word.Net);
        return 7;
    }

    /// <summary>Features of the word after.</summary>
    public static int After(in WordFacts word, Span<uint> features)
    {
        features[7] = Of(47, word.Shape);
        features[0] = Of(40, word.Word);
        features[1] = Of(41, word.Suffix3);
        features[2] = Of(42, (uint)word.Middle);
        features[3] = Of(43, (uint)word.Fine);
        features[4] = Of(44, word.Seen);
        features[5] = Of(45, word.Net);
        features[6] = Of(46, word.Class);
        return 8;
    }

    /// <summary>Features that join words with each other and with the tags so far.</summary>
    public static int Joined(ReadOnlySpan<WordFacts> words, int at, PennTag last, PennTag previous, Span<uint> features) =>
        Joined(At(words, at - 2).Word, At(words, at - 1).Word, words[at], At(words, at + 1), At(words, at + 2), last, previous, features);

    /// <summary>The same, given the words: two before by their hashes, the word, and two behind it.</summary>
    public static int Joined(uint before2, uint before, in WordFacts word, in WordFacts after, in WordFacts after2, PennTag last, PennTag previous, Span<uint> features)
    {
        uint tag = (uint)last;
        features[15] = 0;
        features[14] = Raw(74, before2);
        features[0] = Raw(60, word.Class, after.Class);
        features[1] = Raw(61, word.Seen, after.Seen);
        features[2] = Raw(62, word.Net, after.Net);
        features[3] = Raw(63, word.Shape, after.Shape);
        features[4] = Raw(64, after.Class, after2.Class);
        features[5] = Raw(65, tag, word.Word);
        features[6] = Raw(66, tag, word.Suffix3);
        features[7] = Raw(67, tag, after.Class);
        features[8] = Raw(68, (tag << 6) | (uint)previous, word.Class);
        features[9] = Raw(69, tag, word.Seen);
        features[10] = Raw(70, tag, word.Net);
        features[11] = Raw(71, before, word.Word);
        features[12] = Raw(72, word.Word, after.Word);
        features[13] = Raw(73, after2.Word);
        StableHash.Mix(features[..16]);
        return 15;
    }

    /// <summary>The feature of the last tag.</summary>
    public static uint Tag(PennTag last) => Of(80, (uint)last);

    /// <summary>The feature of the last two tags.</summary>
    public static uint Tags(PennTag last, PennTag previous) => Of(81, ((uint)last << 6) | (uint)previous);

    /// <summary>The facts of the word at <paramref name="at"/>, or those of the border.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly WordFacts At(ReadOnlySpan<WordFacts> words, int at) => ref (uint)at < (uint)words.Length ? ref words[at] : ref Outside;

    // Prefixes are the states of the word's hash on its way (StableHash is FNV-1a with an end); suffixes are hashed from behind.
    private static void Hash(ReadOnlySpan<char> lower, ref WordFacts facts)
    {
        uint hash = FirstState;
        for (int i = 0; i < lower.Length; i++)
        {
            hash = (hash ^ lower[i]) * Prime;
            facts.Prefix1 = i == 0 ? hash : facts.Prefix1;
            facts.Prefix2 = i == 1 ? hash : facts.Prefix2;
            facts.Prefix3 = i == 2 ? hash : facts.Prefix3;
        }

        facts.Word = StableHash.Mix(hash);
        uint end = FirstState;
        for (int i = 1; i <= 4 && i <= lower.Length; i++)
        {
            end = (end ^ lower[^i]) * Prime;
            facts.Suffix1 = i == 1 ? end : facts.Suffix1;
            facts.Suffix2 = i <= 2 ? end : facts.Suffix2;
            facts.Suffix3 = i <= 3 ? end : facts.Suffix3;
            facts.Suffix4 = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(uint template, uint value) => StableHash.Mix(Raw(template, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(uint template, uint first, uint second) => StableHash.Mix(Raw(template, first, second));

    // Features before the last step of their hash, which is cheaper for eight at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Raw(uint template, uint value) => value ^ (template * 0x9E3779B1u);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Raw(uint template, uint first, uint second) => first + (second * 0x85EBCA77u) + (template * 0x9E3779B1u);
}
