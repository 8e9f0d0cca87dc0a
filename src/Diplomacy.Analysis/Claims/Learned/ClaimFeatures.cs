using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>
/// The numbers of the features' kinds and the hashing of words. Names are never features: entities and unknown proper nouns
/// stand as what they are (own side, another state, a person), so that a model cannot learn who does what.
/// </summary>
internal sealed class ClaimFeatures(WordClusters clusters)
{
    /// <summary>Most tokens of a content that are read.</summary>
    public const int Longest = 44;

    private const int LongestForm = 40;

    /// <summary>A feature of kind <paramref name="kind"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, uint value) => StableHash.Combine(kind * 0x9E37u, value);

    /// <summary>A feature of two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, uint first, uint second) => StableHash.Combine(StableHash.Combine(kind * 0x9E37u, first), second);

    /// <summary>What the features look at in a token; remembered where the vocabulary knows its form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FeatureWord Word(DocumentContext document, int token)
    {
        ref readonly Token read = ref document.Tokens[token];
        if (read.Lexeme == 0)
        {
            return Make(document.TokenText(token));
        }

        // A torn clitic ("’ s") has the lexeme of the whole one, but is longer.
        ref FeatureWord word = ref document.ClaimScratch.WordOf(this, read.Lexeme);
        if (word.Length != read.Length)
        {
            word = Make(document.TokenText(token));
        }

        return word;
    }

    private FeatureWord Make(ReadOnlySpan<char> form)
    {
        Word(form, out uint word, out uint stem, out int cluster);
        return new FeatureWord(form.Length, word, stem, cluster);
    }

    /// <summary>Hash of the word in small letters, of its beginning, and its cluster (0 where unknown).</summary>
    [SkipLocalsInit]
    public void Word(ReadOnlySpan<char> form, out uint word, out uint stem, out int cluster)
    {
        if (form.Length > LongestForm)
        {
            (word, stem, cluster) = (0, 0, 0);
            return;
        }

        Span<char> lower = stackalloc char[LongestForm];
        int length = form.ToLowerInvariant(lower);
        for (int i = 0; i < length; i++)
        {
            lower[i] = lower[i] == '’' ? '\'' : lower[i];
        }

        word = StableHash.Of(lower[..length]);
        cluster = clusters.Find(word);
        stem = length > 4 ? StableHash.Of(lower[..Stem(lower[..length])]) : word;
    }

    /// <summary>The middle level of a cluster.</summary>
    public int Middle(int cluster) => clusters.Middle(cluster);

    /// <summary>What a token counts as, where its form must not.</summary>
    public static uint Symbol(in Token token, PennTag tag) => token.Kind == TokenKind.Number || tag == PennTag.CD ? 11u : tag is PennTag.NNP or PennTag.NNPS ? 12u : 0u;

    // "condemning", "condemned", "condemns" -> "condemn"; "destabilisation" -> "destab": crude, but the same on both sides.
    private static int Stem(ReadOnlySpan<char> word)
    {
        int length = word.Length;
        if (length > 5 && word.EndsWith("ing"))
        {
            length -= 3;
        }
        else if (length > 4 && word.EndsWith("ed"))
        {
            length -= 2;
        }
        else if (length > 4 && word.EndsWith("es"))
        {
            length -= 2;
        }
        else if (length > 4 && word[^1] is 's' or 'e')
        {
            length--;
        }

        return Math.Min(length, 7);
    }
}
