using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.Models;

internal sealed partial class LinearTable
{
    /// <summary>Sets <paramref name="scores"/> to the sum of the rows of <paramref name="features"/>.</summary>
    /// <param name="features">Hashed features, at most <see cref="MostFeatures"/>.</param>
    /// <param name="scores">At least <see cref="Stride"/> numbers.</param>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores[..Stride].Clear();
        Add(features, scores);
    }

    /// <summary>Adds the rows of <paramref name="features"/> to <paramref name="scores"/>.</summary>
    [SkipLocalsInit]
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        Span<int> rows = stackalloc int[MostFeatures];
        rows = rows[..features.Length];
        int count = 0;
        foreach (uint feature in features)
        {
            // Most features of a draft are unknown; their row is zero and need not be added.
            int row = Find(feature);
            rows[count] = row;
            count += row != 0 ? 1 : 0;
        }

        Add(rows[..count], scores);
    }

    /// <summary>Adds rows that <see cref="Find"/> gave to <paramref name="scores"/>.</summary>
    public void Add(ReadOnlySpan<int> rows, Span<int> scores)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            AddVector(rows, scores);
        }
        else
        {
            AddScalar(rows, scores);
        }
    }

    /// <summary>The plain loop; a test holds the vector path to its bits.</summary>
    internal void AddScalar(ReadOnlySpan<int> rows, Span<int> scores)
    {
        scores = scores[..Stride];
        foreach (int row in rows)
        {
            ReadOnlySpan<short> weights = Row(row);
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] += weights[i];
            }
        }
    }

    internal void AddVector(ReadOnlySpan<int> rows, Span<int> scores)
    {
        int stride = Stride;
        scores = scores[..stride];
        int count = Rows;
        foreach (int row in rows)
        {
            // One compare a row buys the unchecked loads below.
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)count, nameof(rows));
        }

        ref short weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref int target = ref MemoryMarshal.GetReference(scores);
        for (int at = 0; at < stride; at += 16)
        {
            // The outer loop runs over 16 classes, so that their sums stay in two registers.
            Vector256<int> low = Vector256.LoadUnsafe(ref target, (nuint)at);
            Vector256<int> high = Vector256.LoadUnsafe(ref target, (nuint)at + 8);
            foreach (int row in rows)
            {
                (Vector256<int> lower, Vector256<int> upper) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, ((nuint)row * (nuint)stride) + (nuint)at));
                low += lower;
                high += upper;
            }

            low.StoreUnsafe(ref target, (nuint)at);
            high.StoreUnsafe(ref target, (nuint)at + 8);
        }
    }
}
