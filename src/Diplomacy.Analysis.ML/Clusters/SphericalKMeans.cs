using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.ML.Clusters;

/// <summary>
/// K-means by cosine over unit vectors, k-means++ start, fixed seed. Weighted: frequent words pull their centre more
/// (weight falls with the root of the rank), since a cluster that is good for rare words only helps few tokens.
/// </summary>
internal static class SphericalKMeans
{
    /// <summary>The cluster of each of <paramref name="count"/> vectors, and the centres.</summary>
    public static (int[] Assignment, float[] Centres) Run(float[] vectors, int count, int dimensions, int clusters, int rounds, int seed, Func<int, float> weight, Action<string>? log = null)
    {
        float[] centres = Start(vectors, count, dimensions, clusters, seed, weight);
        var assignment = new int[count];
        for (int round = 0; round < rounds; round++)
        {
            int moved = 0;
            double fit = 0;
            for (int i = 0; i < count; i++)
            {
                int best = Nearest(vectors.AsSpan(i * dimensions, dimensions), centres, dimensions, out float similarity);
                fit += similarity;
                moved += best == assignment[i] ? 0 : 1;
                assignment[i] = best;
            }

            log?.Invoke($"k-means {clusters}: round {round + 1}, mean cosine {fit / count:F4}, moved {moved}");
            Recentre(vectors, count, dimensions, clusters, assignment, centres, weight);
            if (moved * 500 < count)
            {
                break;
            }
        }

        return (assignment, centres);
    }

    /// <summary>Index of the centre with the highest dot product.</summary>
    public static int Nearest(ReadOnlySpan<float> vector, float[] centres, int dimensions, out float similarity)
    {
        int best = 0;
        similarity = float.NegativeInfinity;
        for (int c = 0; c * dimensions < centres.Length; c++)
        {
            float dot = Dot(vector, centres.AsSpan(c * dimensions, dimensions));
            if (dot > similarity)
            {
                similarity = dot;
                best = c;
            }
        }

        return best;
    }

    /// <summary>Dot product of two vectors of the same length.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        // Always eight lanes, so that every machine adds in the same order.
        Vector256<float> sum = Vector256<float>.Zero;
        ref float left = ref MemoryMarshal.GetReference(a);
        ref float right = ref MemoryMarshal.GetReference(b);
        int i = 0;
        for (; i + 8 <= a.Length; i += 8)
        {
            sum += Vector256.LoadUnsafe(ref left, (nuint)i) * Vector256.LoadUnsafe(ref right, (nuint)i);
        }

        float total = Vector256.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    private static float[] Start(float[] vectors, int count, int dimensions, int clusters, int seed, Func<int, float> weight)
    {
        var random = new SplitMix(seed);
        var centres = new float[clusters * dimensions];
        var distance = new float[count];
        Array.Fill(distance, 2f);
        for (int c = 0; c < clusters; c++)
        {
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += distance[i] * weight(i);
            }

            double at = random.NextDouble() * sum;
            int pick = count - 1;
            for (int i = 0; i < count; i++)
            {
                at -= distance[i] * weight(i);
                if (at <= 0)
                {
                    pick = i;
                    break;
                }
            }

            ReadOnlySpan<float> centre = vectors.AsSpan(pick * dimensions, dimensions);
            centre.CopyTo(centres.AsSpan(c * dimensions));
            for (int i = 0; i < count; i++)
            {
                distance[i] = Math.Min(distance[i], Math.Max(0, 1 - Dot(vectors.AsSpan(i * dimensions, dimensions), centre)));
            }
        }

        return centres;
    }

    private static void Recentre(float[] vectors, int count, int dimensions, int clusters, int[] assignment, float[] centres, Func<int, float> weight)
    {
        var sums = new float[centres.Length];
        for (int i = 0; i < count; i++)
        {
            float w = weight(i);
            Span<float> sum = sums.AsSpan(assignment[i] * dimensions, dimensions);
            ReadOnlySpan<float> vector = vectors.AsSpan(i * dimensions, dimensions);
            for (int d = 0; d < dimensions; d++)
            {
                sum[d] += w * vector[d];
            }
        }

        for (int c = 0; c < clusters; c++)
        {
            Span<float> sum = sums.AsSpan(c * dimensions, dimensions);
            if (sum.ContainsAnyExcept(0f))
            {
                WordVectors.Normalize(sum);
                sum.CopyTo(centres.AsSpan(c * dimensions));
            }
        }
    }
}
