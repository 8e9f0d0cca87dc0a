using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.Tests.Models;

public class WordClustersTests
{
    private static readonly WordClusters Clusters = WordClusters.Read(new ModelSet().Open(WordClusters.FileName)!);

    [Theory]
    [InlineData("Tuesday", "Wednesday")]
    [InlineData("Ouagadougou", "Bamako")]
    [InlineData("José", "Juan")]
    public void WordsThatAreUsedAlike_ShareAMiddleCluster(string one, string other) =>
        Assert.Equal(Clusters.Middle(Clusters.Find(one)), Clusters.Middle(Clusters.Find(other)));

    [Theory]
    [InlineData("Paris", "carrots")]
    [InlineData("Ouagadougou", "parliament")]
    public void WordsThatAreUsedDifferently_ShareNoCoarseCluster(string one, string other) =>
        Assert.NotEqual(Clusters.Coarse(Clusters.Find(one)), Clusters.Coarse(Clusters.Find(other)));

    [Theory]
    [InlineData("PARIS", "paris")]
    [InlineData("José", "jose")]
    [InlineData("Erdoğan", "erdogan")]
    [InlineData("U.S.", "us")]
    public void LetterCaseDiacriticsAndPeriods_DoNotCount(string form, string plain)
    {
        Assert.NotEqual(0, Clusters.Find(form));
        Assert.Equal(Clusters.Find(StableHash.Of(plain)), Clusters.Find(form));
    }

    [Theory]
    [InlineData("")]
    [InlineData("qzxvkjwq")]
    [InlineData("....")]
    [InlineData("\ud800")]
    public void UnknownForms_HaveNoCluster(string form)
    {
        Assert.Equal(0, Clusters.Find(form));
        Assert.Equal(0, Clusters.Coarse(0));
    }

    [Fact]
    public void VeryLongForm_HasNoCluster() => Assert.Equal(0, Clusters.Find(new string('a', 5000)));

    [Fact]
    public void WhatIsWritten_IsRead()
    {
        var writer = new WeightFileWriter();
        WordClusters.Write(writer, [("alpha", 1), ("beta", 2), ("alpha", 2)], [0, 1, 1], [0, 1, 1]);
        WordClusters read = WordClusters.Read(WeightFile.Open(new MemoryStream(writer.ToArray())));
        Assert.Equal(1, read.Find("Alpha"));
        Assert.Equal(2, read.Find("Beta"));
        Assert.Equal(2, read.Count);
    }

    [Fact]
    public void ClusterOutOfRange_IsRefused()
    {
        var writer = new WeightFileWriter();
        WordClusters.Write(writer, [("alpha", 7)], [0, 1], [0, 1]);
        Assert.Throws<WeightFileException>(() => WordClusters.Read(WeightFile.Open(new MemoryStream(writer.ToArray()))));
    }
}
