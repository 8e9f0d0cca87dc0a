using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Diplomacy.Analysis.DependencyInjection.Tests;

public class AddDiplomacyAnalysisTests
{
    [Fact]
    public void WithoutConfiguration_GivesTheSharedAnalyzer()
    {
        using ServiceProvider provider = new ServiceCollection().AddDiplomacyAnalysis().BuildServiceProvider();

        Assert.Same(DiplomacyAnalyzer.Default, provider.GetRequiredService<DiplomacyAnalyzer>());
    }

    [Fact]
    public void WithConfiguration_BuildsOneAnalyzerOfItsOwn()
    {
        int built = 0;
        using ServiceProvider provider = new ServiceCollection().AddDiplomacyAnalysis(_ => built++).BuildServiceProvider();

        DiplomacyAnalyzer first = provider.GetRequiredService<DiplomacyAnalyzer>();

        Assert.Same(first, provider.GetRequiredService<DiplomacyAnalyzer>());
        Assert.NotSame(DiplomacyAnalyzer.Default, first);
        Assert.Equal(1, built);
    }

    [Fact]
    public void AnalyzerRegisteredBefore_Stays()
    {
        DiplomacyAnalyzer own = DiplomacyAnalyzer.CreateBuilder().Build();
        using ServiceProvider provider = new ServiceCollection().AddSingleton(own).AddDiplomacyAnalysis().BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<DiplomacyAnalyzer>());
    }
}
