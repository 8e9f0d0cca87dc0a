using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Clusters;

/// <summary>
/// Makes <c>clusters.weights</c>: spherical k-means over word vectors for the fine level, then over the centres for the two
/// levels above, so that the levels nest and a word costs six bytes.
/// </summary>
internal sealed class ClusterTrainer
{
    /// <summary>How many of the most frequent words get a cluster.</summary>
    public int Words { get; init; } = 200_000;

    /// <summary>Number of clusters of the levels.</summary>
    public int Fine { get; init; } = 1024;

    /// <summary>Number of middle clusters, at most 255.</summary>
    public int Middle { get; init; } = 250;

    /// <summary>Number of coarse clusters, at most 255.</summary>
    public int Coarse { get; init; } = 64;

    /// <summary>Most rounds of k-means at the fine level.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Seed of the start.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The weight file for the vectors of <paramref name="path"/>. The same input and options give the same bytes.</summary>
    public byte[] Train(string path, Action<string>? log = null)
    {
        WordVectors vectors = WordVectors.ReadWink(path, Words);
        int size = vectors.Dimensions;
        (int[] fine, float[] centres) = SphericalKMeans.Run(vectors.Values, vectors.Words.Length, size, Fine, Rounds, Seed, WeightOf, log);
        float[] mass = new float[Fine];
        for (int i = 0; i < fine.Length; i++)
        {
            mass[fine[i]] += WeightOf(i);
        }

        (int[] middle, float[] upper) = SphericalKMeans.Run(centres, Fine, size, Middle, 30, Seed, i => mass[i], log);
        float[] upperMass = new float[Middle];
        for (int i = 0; i < Fine; i++)
        {
            upperMass[middle[i]] += mass[i];
        }

        (int[] coarse, _) = SphericalKMeans.Run(upper, Middle, size, Coarse, 30, Seed, i => upperMass[i], log);
        byte[] middles = new byte[Fine + 1];
        byte[] coarses = new byte[Fine + 1];
        for (int i = 0; i < Fine; i++)
        {
            middles[i + 1] = (byte)(middle[i] + 1);
            coarses[i + 1] = (byte)(coarse[middle[i]] + 1);
        }

        var writer = new WeightFileWriter();
        WordClusters.Write(writer, vectors.Words.Select((word, i) => (word, fine[i] + 1)), middles, coarses);
        return writer.ToArray();
    }

    // Frequent words count more, but not as much more as they are more frequent.
    private static float WeightOf(int rank) => 1f / MathF.Sqrt(rank + 1000);
}
