using Diplomacy.Analysis.Claims.Learned;
using Xunit;

namespace Diplomacy.Analysis.Tests.Claims.Learned;

public sealed class LearnedTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(-7.25)]
    [InlineData(-59)]
    public void Exponential_IsThatOfTheLibrary(double x) => Assert.Equal(1, Softmax.Exp(x) / Math.Exp(x), 7);

    [Fact]
    public void Probabilities_SumToOne_AndFollowTheScores()
    {
        double[] p = new double[4];
        Softmax.Of([int.MinValue, -10, 100, 100], 0.01, p);
        Assert.Equal(1, p.Sum(), 12);
        Assert.Equal(p[2], p[3]);
        Assert.True(p[2] > p[1] && p[1] > p[0]);
    }

    [Fact]
    public void AWordReadBefore_IsReadTheSame_AlsoWhereItIsTorn()
    {
        const string torn = "The minister said that Norway’ s patience was at an end.";
        DiplomacyAnalyzer fresh = DiplomacyAnalyzer.CreateBuilder().Build(), used = DiplomacyAnalyzer.CreateBuilder().Build();
        used.ExtractClaims("The minister said that Norway’s patience was at an end, and that Norway’s hand remains stretched out.");
        Assert.Equal(fresh.ExtractClaims(torn).Select(Told), used.ExtractClaims(torn).Select(Told));

        static string Told(Claim claim) => string.Join('\n', claim.Evidence.Select(e => e.Reason).Prepend(claim.Content));
    }

    [Fact]
    public void FeatureSet_KeepsEachOnce_AndNoMoreThanItHolds()
    {
        var set = new FeatureSet();
        set.Clear();
        for (uint i = 0; i < 2000; i++)
        {
            set.Add(i % 600);
        }

        Assert.Equal(FeatureSet.Most, set.Count);
        Assert.Equal(set.Count, set.Span.ToArray().Distinct().Count());
        set.Clear();
        set.Add(7);
        Assert.Equal([7u], set.Span.ToArray());
    }
}
