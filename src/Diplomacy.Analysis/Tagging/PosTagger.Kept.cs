using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

internal sealed partial class PosTagger
{
    // A kept word costs 384 bytes and a microsecond at load; the dictionary has its frequent words first, and what comes after
    // these is met less than once in fifty thousand tokens.
    private const int MostKept = 6_000;

    /// <summary>The facts of the dictionary's words in small letters, and for each lexeme id its place there.</summary>
    private (WordFacts[] Kept, int[] KeptOf) Keep(Vocabulary vocabulary)
    {
        List<WordFacts> kept = [default];
        int[] keptOf = new int[vocabulary.Count];
        for (int id = 1; id < keptOf.Length && kept.Count < MostKept; id++)
        {
            if (_lexicon[id].Class != 0 && vocabulary.LowerOf(id) == id)
            {
                MakeFacts(vocabulary.Text(id), id, SentenceCase.Mixed, out WordFacts facts);
                facts.Kept = kept.Count;
                keptOf[id] = kept.Count;
                kept.Add(facts);
            }
        }

        return ([.. kept], keptOf);
    }

    private int[][] Sums(LinearTable table)
    {
        int[][] sums = new int[_kept.Length * 3][];
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        for (int i = 0; i < _kept.Length; i++)
        {
            sums[i * 3] = Rows(table, features[..TagFeatures.Own(_kept[i], first: false, features)]);
            sums[(i * 3) + 1] = Rows(table, features[..TagFeatures.Before(_kept[i], features)]);
            sums[(i * 3) + 2] = Rows(table, features[..TagFeatures.After(_kept[i], features)]);
        }

        return sums;
    }

    private static int[] Rows(LinearTable table, ReadOnlySpan<uint> features)
    {
        int[] rows = new int[features.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = table.Find(features[i]);
        }

        return rows;
    }
}
