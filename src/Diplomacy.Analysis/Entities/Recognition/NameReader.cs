using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>Makes the facts of words. Immutable; any number of threads.</summary>
internal sealed class NameReader
{
    private const int LongestForm = 64;

    private readonly WordClusters _clusters;
    private readonly NameTypes _types;

    public NameReader(WordClusters clusters, NameTypes types)
    {
        _clusters = clusters;
        _types = types;
    }

    /// <summary>
    /// The facts of a form with <see cref="StableHash"/> <paramref name="exact"/>: hash, letter case and whether it holds a
    /// capital. The rest, which only words in and beside names need, is <see cref="Complete"/>'s.
    /// </summary>
    [SkipLocalsInit]
    public static void Start(ReadOnlySpan<char> form, uint exact, out NameFacts facts)
    {
        facts = default;
        facts.Exact = exact;
        if (form.Length > LongestForm)
        {
            // Nothing that long is a name; its ends tell enough.
            form = form[..LongestForm];
        }

        int capitals = 0, letters = 0, digits = 0;
        foreach (char c in form)
        {
            if (char.IsAsciiLetterLower(c))
            {
                letters++;
            }
            else if (char.IsUpper(c))
            {
                capitals++;
            }
            else if (char.IsLetter(c))
            {
                letters++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
        }

        facts.Case = NameShape.Of(capitals, letters, digits, form.Length - capitals - letters - digits, !form.IsEmpty && char.IsUpper(form[0]));
        facts.Upper = capitals > 0;
        if (capitals == 0)
        {
            facts.Word = exact;
            return;
        }

        Span<char> lower = stackalloc char[LongestForm];
        form.ToLowerInvariant(lower);
        facts.Word = StableHash.Of(lower[..form.Length]);
    }

    /// <summary>Adds shape, affixes, clusters and kind.</summary>
    [SkipLocalsInit]
    public void Complete(ReadOnlySpan<char> form, ref NameFacts facts)
    {
        if (form.Length > LongestForm)
        {
            form = form[..LongestForm];
        }

        Span<char> lower = stackalloc char[LongestForm];
        form.ToLowerInvariant(lower);
        lower = lower[..form.Length];
        facts.Shape = ShapeOf(form);
        int fine = _clusters.Find(facts.Word);
        byte kind = _types.Find(facts.Word);
        if (fine == 0 || kind == 0)
        {
            Fold(lower, ref fine, ref kind);
        }

        facts.Fine = (ushort)fine;
        facts.Middle = (byte)_clusters.Middle(fine);
        facts.Coarse = (byte)_clusters.Coarse(fine);
        facts.Kind = kind;
        int length = lower.Length;
        facts.Prefix2 = length > 2 ? Affix(lower[..2], 1) : 0;
        facts.Prefix3 = length > 3 ? Affix(lower[..3], 1) : 0;
        facts.Prefix4 = length > 4 ? Affix(lower[..4], 1) : 0;
        facts.Suffix1 = length > 1 ? Affix(lower[^1..], 2) : 0;
        facts.Suffix2 = length > 2 ? Affix(lower[^2..], 2) : 0;
        facts.Suffix3 = length > 3 ? Affix(lower[^3..], 2) : 0;
        facts.Suffix4 = length > 4 ? Affix(lower[^4..], 2) : 0;
    }

    // The vectors know no diacritics and no periods: "Côte" is found as "cote", "U.S." as "us".
    private void Fold(ReadOnlySpan<char> lower, ref int fine, ref byte kind)
    {
        Span<char> folded = stackalloc char[LongestForm];
        int length = 0;
        bool changed = false;
        foreach (char c in lower)
        {
            char plain = LetterFolding.Fold(c);
            changed |= plain != c || c == '.';
            if (c != '.')
            {
                folded[length++] = plain;
            }
        }

        if (changed && length > 0)
        {
            uint hash = StableHash.Of(folded[..length]);
            fine = fine == 0 ? _clusters.Find(hash) : fine;
            kind = kind == 0 ? _types.Find(hash) : kind;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Affix(ReadOnlySpan<char> letters, uint side)
    {
        uint hash = side;
        foreach (char c in letters)
        {
            hash = (hash ^ c) * 0x9E3779B1u;
        }

        return StableHash.Mix(hash) | 1;
    }

    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        uint hash = 7;
        uint last = 0;
        int run = 0;
        foreach (char c in form)
        {
            uint kind = char.IsAsciiLetterLower(c) ? 'x' : char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2)
            {
                hash = (hash ^ kind) * 0x01000193u;
            }
        }

        return StableHash.Mix(hash);
    }
}
