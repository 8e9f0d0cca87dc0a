using System.Numerics;
using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// Clusters of words that are used alike (from the GloVe vectors), at three nested levels: fine, middle, coarse. Words that
/// were never seen in training share a cluster with some that were: "Ouagadougou" stands with other capitals.
/// <code>
/// int fine = clusters.Find("Ouagadougou");          // 0 where the word is not known
/// int coarse = clusters.Coarse(fine);
/// </code>
/// The keys are hashes of lower-case forms without diacritics, as GloVe has them. Immutable; any number of threads.
/// </summary>
internal sealed class WordClusters
{
    /// <summary>Name of the model file.</summary>
    public const string FileName = "clusters";

    private const int LongestForm = 48;

    private readonly ulong[] _slots;
    private readonly byte[] _middle;
    private readonly byte[] _coarse;

    private WordClusters(ulong[] slots, byte[] middle, byte[] coarse)
    {
        _slots = slots;
        _middle = middle;
        _coarse = coarse;
    }

    /// <summary>No clusters: every word is unknown.</summary>
    public static WordClusters Empty { get; } = new(new ulong[16], new byte[1], new byte[1]);

    /// <summary>Number of fine clusters; ids are 1 to this number.</summary>
    public int Count => _middle.Length - 1;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be clusters.</exception>
    public static WordClusters Read(WeightFile file)
    {
        ReadOnlySpan<uint> words = file.UInt32s("words");
        ReadOnlySpan<short> ids = file.Int16s("clusters");
        ReadOnlySpan<byte> middle = file.Bytes("middle");
        ReadOnlySpan<byte> coarse = file.Bytes("coarse");
        WeightFile.Check(words.Length == ids.Length && middle.Length == coarse.Length && middle.Length is > 0 and <= short.MaxValue, "the parts of the clusters have lengths that do not agree");
        ulong[] slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words.Length * 2))];
        for (int i = 0; i < words.Length; i++)
        {
            WeightFile.Check(i == 0 || words[i] > words[i - 1], "the words of the clusters are not in order");
            WeightFile.Check(ids[i] > 0 && ids[i] < middle.Length, "a word is in a cluster that is not there");
            uint slot = words[i];
            while (slots[(int)slot & (slots.Length - 1)] != 0)
            {
                slot++;
            }

            slots[(int)slot & (slots.Length - 1)] = ((ulong)(uint)ids[i] << 32) | words[i];
        }

        return new WordClusters(slots, middle.ToArray(), coarse.ToArray());
    }

    /// <summary>Writes clusters. Ids run from 1; index 0 of the upper levels stands for unknown words.</summary>
    /// <param name="writer">The file to be.</param>
    /// <param name="words">Words with their fine cluster; of two with one hash the first counts.</param>
    /// <param name="middle">For each fine cluster, 0 included, its middle cluster.</param>
    /// <param name="coarse">For each fine cluster, 0 included, its coarse cluster.</param>
    public static void Write(WeightFileWriter writer, IEnumerable<(string Word, int Cluster)> words, byte[] middle, byte[] coarse)
    {
        var sorted = new SortedDictionary<uint, short>();
        foreach ((string word, int cluster) in words)
        {
            sorted.TryAdd(StableHash.Of(word), (short)cluster);
        }

        writer.Add("words", sorted.Keys.ToArray());
        writer.Add("clusters", sorted.Values.ToArray());
        writer.Add("middle", middle);
        writer.Add("coarse", coarse);
    }

    /// <summary>The fine cluster of a lower-case form by its <see cref="StableHash"/>; 0 where unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint lowerHash)
    {
        ulong[] slots = _slots;
        for (uint slot = lowerHash; ; slot++)
        {
            ulong entry = slots[(int)slot & (slots.Length - 1)];
            if ((uint)entry == lowerHash || entry == 0)
            {
                return (int)(entry >> 32);
            }
        }
    }

    /// <summary>
    /// The fine cluster of a word in any letter case; where it is not known as it stands, without diacritics and periods
    /// ("Côte" is found as "cote", "U.S." as "us"). 0 where unknown. Does not allocate.
    /// </summary>
    [SkipLocalsInit]
    public int Find(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[LongestForm];
        int length = form.ToLowerInvariant(lower);
        int cluster = Find(StableHash.Of(lower[..length]));
        return cluster != 0 ? cluster : FindFolded(lower[..length]);
    }

    /// <summary>The fine cluster of a lower-case form without its diacritics and periods; 0 where it has none or is unknown.</summary>
    [SkipLocalsInit]
    public int FindFolded(ReadOnlySpan<char> lower)
    {
        if (lower.Length > LongestForm)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[LongestForm];
        int length = 0;
        foreach (char c in lower)
        {
            if (c != '.')
            {
                folded[length++] = LetterFolding.Fold(c);
            }
        }

        folded = folded[..length];
        return length == 0 || folded.SequenceEqual(lower) ? 0 : Find(StableHash.Of(folded));
    }

    /// <summary>The middle cluster of a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Middle(int fine) => _middle[fine];

    /// <summary>The coarse cluster of a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Coarse(int fine) => _coarse[fine];
}
