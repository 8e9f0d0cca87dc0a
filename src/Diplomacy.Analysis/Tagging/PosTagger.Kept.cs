using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Tagging;

internal sealed partial class PosTagger
{
    // A kept word costs 384 bytes and a microsecond at load; the dictionary has its frequent words first, and what comes after
    // these is met less than once in fifty thousand tokens.
    private const int MostKept = 6_000;

    /// <summary>Words outside of the sentence that a token sees on each side.</summary>
    internal const int Border = 2;

    /// <summary>Sums of a word: its own features, those as the word before, those as the word after.</summary>
    internal const int SumsOfWord = 3;

    private const int OwnSum = 0, BeforeSum = 1, AfterSum = 2;

    /// <summary>The facts of the dictionary's words in small letters, and for each lexeme id its place there.</summary>
    private (WordFacts[] Kept, ushort[] KeptOf) Keep(Vocabulary vocabulary)
    {
        List<WordFacts> kept = [default];
        ushort[] keptOf = new ushort[vocabulary.Count];
        for (int id = 1; id < keptOf.Length && kept.Count < MostKept; id++)
        {
            if (_lexicon[id].Class != 0 && vocabulary.LowerOf(id) == id)
            {
                MakeFacts(vocabulary.Text(id), id, SentenceCase.Mixed, out WordFacts facts);
                facts.Kept = kept.Count;
                keptOf[id] = (ushort)kept.Count;
                kept.Add(facts);
            }
        }

        kept.Add(TagFeatures.At([], 0));
        return ([.. kept], keptOf);
    }

    private void FillSums()
    {
        for (int i = 1; i < _kept.Length; i++)
        {
            for (int part = 0; part < SumsOfWord; part++)
            {
                Sum(_kept[i], part, first: false, _keptSums, (i * SumsOfWord) + part);
            }
        }

        for (int last = 0; last < PennTags.Count; last++)
        {
            for (int previous = 0; previous < PennTags.Count; previous++)
            {
                Sum([TagFeatures.Tag((PennTag)last), TagFeatures.Tags((PennTag)last, (PennTag)previous)], _tagSums, (last * PennTags.Count) + previous);
            }
        }
    }

    /// <summary>Makes one of the sums of a word.</summary>
    [SkipLocalsInit]
    private void Sum(in WordFacts word, int part, bool first, in WordSums sums, int sum)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        int count = part switch
        {
            OwnSum => TagFeatures.Own(word, first, features),
            BeforeSum => TagFeatures.Before(word, features),
            _ => TagFeatures.After(word, features),
        };
        Sum(features[..count], sums, sum);
    }

    [SkipLocalsInit]
    private void Sum(ReadOnlySpan<uint> features, in WordSums sums, int sum)
    {
        Span<int> rows = stackalloc int[TagFeatures.Most];
        Span<short> total = stackalloc short[WordSums.Width];
        total.Clear();
        _table.Add(rows[.._table.Find(features, rows)], total);
        sums.Set(sum, total);
    }
}
