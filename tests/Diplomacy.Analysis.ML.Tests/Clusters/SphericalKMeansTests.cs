using Diplomacy.Analysis.ML.Clusters;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Clusters;

public class SphericalKMeansTests
{
    [Fact]
    public void TwoDirections_BecomeTwoClusters()
    {
        float[] vectors = [1, 0.1f, 0.9f, 0, 0, 1, 0.1f, 0.9f, 1, 0];
        for (int i = 0; i < 5; i++)
        {
            WordVectors.Normalize(vectors.AsSpan(i * 2, 2));
        }

        (int[] assignment, float[] centres) = SphericalKMeans.Run(vectors, 5, 2, 2, 10, 1, _ => 1);
        Assert.Equal(assignment[0], assignment[1]);
        Assert.Equal(assignment[0], assignment[4]);
        Assert.Equal(assignment[2], assignment[3]);
        Assert.NotEqual(assignment[0], assignment[2]);
        Assert.Equal(4, centres.Length);
    }

    [Fact]
    public void TheRandomNumbers_AreTheSameOnEveryRuntime()
    {
        var random = new SplitMix(1);
        Assert.Equal([0x910A2DEC89025CC1ul, 0xBEEB8DA1658EEC67ul], [random.Next(), random.Next()]);
    }
}
