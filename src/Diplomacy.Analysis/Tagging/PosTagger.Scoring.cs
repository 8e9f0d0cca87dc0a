using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

internal sealed partial class PosTagger
{
    private const int Width = WordSums.Width;

    // What the sums of no tag are held to: tag 0 is none, and behind the last tag stand shift and key of a row.
    private static readonly short[] Bounds = [.. Enumerable.Range(0, Width).Select(i => i > 0 && i < PennTags.Count ? short.MaxValue : short.MinValue)];

    /// <summary>Tags one sentence whose facts were made by <see cref="FactsOf"/>.</summary>
    internal void Tag(ReadOnlySpan<WordFacts> words, Span<PennTag> tags)
    {
        _sums.GetAwaiter().GetResult();
        int[] places = new int[words.Length + (2 * Border)];
        Array.Fill(places, _kept.Length - 1);
        for (int i = 0; i < words.Length; i++)
        {
            places[i + Border] = i == 0 ? 0 : words[i].Kept;
            tags[i] = words[i].Only;
        }

        Tag(places, words, tags, new TagScratch());
    }

    // First the four sums that words and tags have by themselves, which stand ready: where one tag leads by enough, it is
    // taken. The rest, a quarter, are asked for the features that join words with each other and with tags.
    [SkipLocalsInit]
    private void Tag(ReadOnlySpan<int> places, ReadOnlySpan<WordFacts> facts, Span<PennTag> tags, TagScratch scratch)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> rows = stackalloc int[TagFeatures.Most];
        Span<short> scores = stackalloc short[Width];
        int last = 0, previous = 0;
        for (int i = 0; i < tags.Length; i++)
        {
            int tag = (int)tags[i];
            if (tag == 0)
            {
                int at = i + Border;
                tag = Lead(
                    ref SumOf(places, facts, at, OwnSum, scratch),
                    ref SumOf(places, facts, at - 1, BeforeSum, scratch),
                    ref SumOf(places, facts, at + 1, AfterSum, scratch),
                    ref _tagSums.At((last * PennTags.Count) + previous),
                    scores);
                if (tag == 0)
                {
                    int count = TagFeatures.Joined(
                        FactsAt(places, facts, at - 2, scratch).Word,
                        FactsAt(places, facts, at - 1, scratch).Word,
                        FactsAt(places, facts, at, scratch),
                        FactsAt(places, facts, at + 1, scratch),
                        FactsAt(places, facts, at + 2, scratch),
                        (PennTag)last,
                        (PennTag)previous,
                        features);
                    _table.Add(rows[.._table.Find(features[..count], rows)], scores);
                    tag = Best(scores);
                }

                tags[i] = (PennTag)tag;
            }

            previous = last;
            last = tag;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly WordFacts FactsAt(ReadOnlySpan<int> places, ReadOnlySpan<WordFacts> facts, int at, TagScratch scratch)
    {
        int place = places[at];
        if (place > 0)
        {
            return ref _kept[place];
        }

        if (place < 0)
        {
            return ref scratch.Facts(~place);
        }

        return ref facts[at - Border];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte SumOf(ReadOnlySpan<int> places, ReadOnlySpan<WordFacts> facts, int at, int part, TagScratch scratch)
    {
        int place = places[at];
        return ref place > 0 ? ref _keptSums.At((place * SumsOfWord) + part) : ref MadeSum(place, facts, at, part, scratch);
    }

    private ref byte MadeSum(int place, ReadOnlySpan<WordFacts> facts, int at, int part, TagScratch scratch)
    {
        bool first = at == Border && part == OwnSum;
        if (place == 0)
        {
            Sum(facts[at - Border], part, first, scratch.Room, part);
            return ref scratch.Room.At(part);
        }

        int sum = (~place * SumsOfWord) + part;
        if (scratch.IsEmpty(~place, part))
        {
            Sum(scratch.Facts(~place), part, first, scratch.Sums, sum);
        }

        return ref scratch.Sums.At(sum);
    }

    /// <summary>Sums four lines into <paramref name="scores"/> and gives the tag that leads all others by the sure margin, or 0.</summary>
    private int Lead(ref byte own, ref byte before, ref byte after, ref byte state, Span<short> scores)
    {
        (Vector256<short> sum0, Vector256<short> sum1) = Add(ref own, ref before, ref after, ref state, 0);
        (Vector256<short> sum2, Vector256<short> sum3) = Add(ref own, ref before, ref after, ref state, 32);
        ref short bounds = ref MemoryMarshal.GetArrayDataReference(Bounds);
        sum0 = Vector256.Min(sum0, Vector256.LoadUnsafe(ref bounds));
        sum3 = Vector256.Min(sum3, Vector256.LoadUnsafe(ref bounds, 48));
        Vector256<short> most = Vector256.Max(Vector256.Max(sum0, sum1), Vector256.Max(sum2, sum3));
        ulong near = Above(sum0, sum1, sum2, sum3, Math.Max(Highest(most) - _sure, short.MinValue));
        if ((near & (near - 1)) == 0)
        {
            return BitOperations.TrailingZeroCount(near);
        }

        ref short target = ref MemoryMarshal.GetReference(scores);
        sum0.StoreUnsafe(ref target);
        sum1.StoreUnsafe(ref target, 16);
        sum2.StoreUnsafe(ref target, 32);
        sum3.StoreUnsafe(ref target, 48);
        return 0;
    }

    /// <summary>The tag with the highest score; the first of equal ones.</summary>
    private static int Best(ReadOnlySpan<short> scores)
    {
        ref short first = ref MemoryMarshal.GetReference(scores);
        ref short bounds = ref MemoryMarshal.GetArrayDataReference(Bounds);
        Vector256<short> sum0 = Vector256.Min(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref bounds));
        Vector256<short> sum1 = Vector256.LoadUnsafe(ref first, 16);
        Vector256<short> sum2 = Vector256.LoadUnsafe(ref first, 32);
        Vector256<short> sum3 = Vector256.Min(Vector256.LoadUnsafe(ref first, 48), Vector256.LoadUnsafe(ref bounds, 48));
        Vector256<short> most = Vector256.Max(Vector256.Max(sum0, sum1), Vector256.Max(sum2, sum3));
        return BitOperations.TrailingZeroCount(Above(sum0, sum1, sum2, sum3, Math.Max(Highest(most) - 1, short.MinValue)));
    }

    // The order of the additions is part of the result where a sum is at its bounds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<short> Lower, Vector256<short> Upper) Add(ref byte own, ref byte before, ref byte after, ref byte state, int at)
    {
        (Vector256<short> low, Vector256<short> high) = NarrowTable.Weights(ref own, Width, at);
        (Vector256<short> low2, Vector256<short> high2) = NarrowTable.Weights(ref before, Width, at);
        (Vector256<short> low3, Vector256<short> high3) = NarrowTable.Weights(ref after, Width, at);
        (Vector256<short> low4, Vector256<short> high4) = NarrowTable.Weights(ref state, Width, at);
        return (
            Vector256.AddSaturate(Vector256.AddSaturate(low, low2), Vector256.AddSaturate(low3, low4)),
            Vector256.AddSaturate(Vector256.AddSaturate(high, high2), Vector256.AddSaturate(high3, high4)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Highest(Vector256<short> most)
    {
        Vector128<short> half = Vector128.Max(most.GetLower(), most.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        return Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create((short)1, 0, 3, 2, 5, 4, 7, 6))).ToScalar();
    }

    // A bit for each score above the bound.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Above(Vector256<short> sum0, Vector256<short> sum1, Vector256<short> sum2, Vector256<short> sum3, int bound)
    {
        Vector256<short> least = Vector256.Create((short)bound);
        return Vector256.GreaterThan(sum0, least).ExtractMostSignificantBits()
            | ((ulong)Vector256.GreaterThan(sum1, least).ExtractMostSignificantBits() << 16)
            | ((ulong)Vector256.GreaterThan(sum2, least).ExtractMostSignificantBits() << 32)
            | ((ulong)Vector256.GreaterThan(sum3, least).ExtractMostSignificantBits() << 48);
    }
}
