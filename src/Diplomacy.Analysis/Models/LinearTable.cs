using System.Numerics;
using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// A sparse linear model of several classes, ready to score: hashed feature to a row of 16-bit class weights. On disk a row
/// holds only its non-zero weights (8 or 16 bits); in memory it is padded to whole vectors. Sums are integers, so every
/// instruction set gives the same bits, in any order.
/// <code>
/// Span&lt;int&gt; scores = stackalloc int[table.Stride];            // the first Classes are meant, the rest stays zero
/// table.Score(features, scores);                              // features: hashes made by StableHash
/// int best = LinearTable.Best(scores[..table.Classes]);
/// </code>
/// A stage that meets the same features again and again keeps <see cref="Find"/>'s row and sums rows
/// (<see cref="Add(ReadOnlySpan{int}, Span{int})"/>): row 0 is all zero and stands for every unknown feature.
/// Immutable; any number of threads.
/// </summary>
internal sealed partial class LinearTable
{
    /// <summary>Most features of one call.</summary>
    public const int MostFeatures = 256;

    private readonly ulong[] _slots;
    private readonly short[] _weights;

    private LinearTable(int classes, float scale, ulong[] slots, short[] weights)
    {
        Classes = classes;
        Scale = scale;
        Stride = StrideOf(classes);
        _slots = slots;
        _weights = weights;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of scores to give room for: <see cref="Classes"/> rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Number of rows, the zero row included.</summary>
    public int Rows => _weights.Length / Stride;

    /// <summary>What one step of a score is worth in the units of training.</summary>
    public float Scale { get; }

    /// <summary>The row of a hashed feature; 0, the zero row, where the model does not know it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint feature)
    {
        ulong[] slots = _slots;
        for (uint slot = Home(feature); ; slot++)
        {
            ulong entry = slots[(int)slot & (slots.Length - 1)];
            if ((uint)entry == feature || entry == 0)
            {
                return (int)(entry >> 32);
            }
        }
    }

    /// <summary>
    /// Several tables as one that is looked up once: the classes of the first, then those of the second, and so on. Its
    /// <see cref="Scale"/> means nothing; each part keeps that of its table.
    /// </summary>
    public static LinearTable Join(ReadOnlySpan<LinearTable> tables)
    {
        var rows = new Dictionary<uint, int>();
        int classes = 0;
        foreach (LinearTable table in tables)
        {
            classes += table.Classes;
            foreach (ulong entry in table._slots)
            {
                if (entry != 0)
                {
                    rows.TryAdd((uint)entry, rows.Count + 1);
                }
            }
        }

        int stride = StrideOf(classes);
        ulong[] slots = SlotsFor(rows.Count);
        short[] weights = new short[(rows.Count + 1) * stride];
        foreach ((uint feature, int row) in rows)
        {
            Place(slots, feature, row);
            Span<short> whole = weights.AsSpan(row * stride, stride);
            foreach (LinearTable table in tables)
            {
                table.Row(table.Find(feature))[..table.Classes].CopyTo(whole);
                whole = whole[table.Classes..];
            }
        }

        return new LinearTable(classes, 1, slots, weights);
    }

    /// <summary>The weights of a row, <see cref="Stride"/> of them.</summary>
    public ReadOnlySpan<short> Row(int row) => _weights.AsSpan(row * Stride, Stride);

    /// <summary>The index of the highest score; the first of equal ones.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }

    private static int StrideOf(int classes) => (classes + 15) & ~15;

    // At most half full, so that a search is short and always ends.
    private static ulong[] SlotsFor(int rows) => new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows * 2))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Place(ulong[] slots, uint feature, int row)
    {
        uint slot = Home(feature);
        while (slots[(int)slot & (slots.Length - 1)] != 0)
        {
            slot++;
        }

        slots[(int)slot & (slots.Length - 1)] = ((ulong)(uint)row << 32) | feature;
    }

    // The keys are mixed hashes already (StableHash ends with an avalanche): their low bits are as good as any.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Home(uint feature) => feature;
}
