using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// The lemma of a form with its tag: a table of exceptions, then the rules of English inflection, the candidates of which are
/// held against WordNet's words ("hoping" is of "hope", "hopping" of "hop", "visiting" of "visit"). Made on demand, there is no
/// layer of lemmas. Immutable; any number of threads.
/// </summary>
internal sealed class Lemmatizer
{
    private const int LongestForm = 64;

    private readonly LemmaTable _exceptions;
    private readonly WordUses _uses;

    public Lemmatizer(LemmaTable exceptions, WordUses uses)
    {
        _exceptions = exceptions;
        _uses = uses;
    }

    /// <summary>The lemma in the custom of the UD treebanks: small letters, but names as they stand.</summary>
    [SkipLocalsInit]
    public string Lemma(ReadOnlySpan<char> form, PennTag tag)
    {
        if (form.Length is 0 or > LongestForm)
        {
            return form.ToString();
        }

        Span<char> lower = stackalloc char[LongestForm + 1];
        lower = lower[..form.ToLowerInvariant(lower)];
        for (int i = 0; i < lower.Length; i++)
        {
            lower[i] = lower[i] == '’' ? '\'' : lower[i];
        }

        if (_exceptions.Find(lower, tag) is { } exception)
        {
            return exception;
        }

        Span<char> lemma = stackalloc char[LongestForm + 1];
        if (tag == PennTag.NNPS && form.Length > 3 && form[^1] == 's' && form[^2] is not ('s' or '\'') && Inflected(lower, PennTag.NNS, lemma) is > 0 and int kept)
        {
            // "Americans" is of "American": the capital stays.
            lemma[0] = form[0];
            return lemma[..kept].ToString();
        }

        if (tag.IsProper() || tag is PennTag.ADD or PennTag.NFP or PennTag.LS or PennTag.FW or PennTag.GW or PennTag.XX or PennTag.SYM)
        {
            return form.ToString();
        }

        int length = Inflected(lower, tag, lemma);
        return length == 0 ? lower.ToString() : lemma[..length].ToString();
    }

    /// <summary>Writes the base of an inflected form to <paramref name="lemma"/>; 0 where the form is its own lemma.</summary>
    private int Inflected(ReadOnlySpan<char> form, PennTag tag, Span<char> lemma) => tag switch
    {
        PennTag.NNS => Singular(form, WordUses.Noun, lemma),
        PennTag.VBZ => Singular(form, WordUses.Verb, lemma),
        PennTag.VBG when form.Length > 4 && form.EndsWith("ing") => Stem(form[..^3], WordUses.Verb, lemma),
        PennTag.VBD or PennTag.VBN when form.Length > 3 && form.EndsWith("ied") => Join(form[..^3], "y", lemma),
        PennTag.VBD or PennTag.VBN when form.Length > 3 && form.EndsWith("ed") => Stem(form[..^2], WordUses.Verb, lemma),
        PennTag.JJR or PennTag.RBR when form.Length > 4 && form.EndsWith("ier") => Join(form[..^3], "y", lemma),
        PennTag.JJR or PennTag.RBR when form.Length > 3 && form.EndsWith("er") => Stem(form[..^2], WordUses.Adjective, lemma),
        PennTag.JJS or PennTag.RBS when form.Length > 5 && form.EndsWith("iest") => Join(form[..^4], "y", lemma),
        PennTag.JJS or PennTag.RBS when form.Length > 4 && form.EndsWith("est") => Stem(form[..^3], WordUses.Adjective, lemma),
        _ => 0,
    };

    private int Singular(ReadOnlySpan<char> form, ushort use, Span<char> lemma)
    {
        if (form.Length < 3 || form[^1] != 's')
        {
            return 0;
        }

        if (form.EndsWith("series") || form.EndsWith("species"))
        {
            return 0;
        }

        // "ties" and "dies" keep their ie.
        if (form.Length > 4 && form.EndsWith("ies") && !(Known(form[..^1], use) && !Known(Write(form[..^3], "y", lemma), use)))
        {
            return Join(form[..^3], "y", lemma);
        }

        if (form.EndsWith("es") && form.Length > 3)
        {
            ReadOnlySpan<char> stem = form[..^2];
            bool hissing = stem[^1] is 'x' or 'z' or 's' or 'o' || stem.EndsWith("ch") || stem.EndsWith("sh");
            if (hissing && (Known(stem, use) || !Known(form[..^1], use)) && !(stem[^1] is 's' or 'z' && stem[^2] is not ('s' or 'z') && !Known(stem, use)))
            {
                return Join(stem, "", lemma);
            }
        }

        return form[^2] is 's' or '\'' ? 0 : Join(form[..^1], "", lemma);
    }

    /// <summary>The base whose ending fell away before -ed, -ing, -er, -est.</summary>
    private int Stem(ReadOnlySpan<char> stem, ushort use, Span<char> lemma)
    {
        bool doubled = stem.Length > 2 && stem[^1] == stem[^2] && !IsVowel(stem[^1]);
        if (doubled && Known(stem[..^1], use) && !(stem[^1] is 'l' or 's' or 'z' or 'f' && Known(stem, use)))
        {
            return Join(stem[..^1], "", lemma);
        }

        bool asIs = Known(stem, use), withE = Known(Write(stem, "e", lemma), use);
        if (withE && (!asIs || ShortSyllable(stem)))
        {
            return stem.Length + 1;
        }

        if (asIs)
        {
            return Join(stem, "", lemma);
        }

        if (doubled && stem[^1] is not ('l' or 's' or 'z' or 'f'))
        {
            return Join(stem[..^1], "", lemma);
        }

        // Of words nobody knows, those in -iz-, -at-, -iv-, -ag-, -uc- and the like lost an e.
        bool lostE = stem.Length > 2 && stem[^1] is 'v' or 'c' or 'u' || stem.EndsWith("iz") || stem.EndsWith("at") || stem.EndsWith("ag") || stem.EndsWith("dg") || stem.EndsWith("rs");
        return Join(stem, lostE ? "e" : "", lemma);
    }

    // One vowel and one consonant: such a base would have been doubled ("hopping"), so "hoping" is of "hope".
    private static bool ShortSyllable(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2 || IsVowel(stem[^1]) || stem[^1] is 'w' or 'x' or 'y' || !IsVowel(stem[^2]))
        {
            return false;
        }

        int vowels = 0;
        foreach (char c in stem)
        {
            vowels += IsVowel(c) ? 1 : 0;
        }

        return vowels == 1;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private bool Known(ReadOnlySpan<char> word, ushort use) => (_uses.Find(StableHash.Of(word)).Net & use) != 0;

    private static ReadOnlySpan<char> Write(ReadOnlySpan<char> stem, string ending, Span<char> target) => target[..Join(stem, ending, target)];

    private static int Join(ReadOnlySpan<char> stem, string ending, Span<char> target)
    {
        stem.CopyTo(target);
        ending.CopyTo(target[stem.Length..]);
        return stem.Length + ending.Length;
    }
}
