using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>The columns every benchmark of this project prints: time, MB/s, claims a MB, bytes allocated.</summary>
internal sealed class ThroughputConfig : ManualConfig
{
    public ThroughputConfig()
    {
        Add(DefaultConfig.Instance);
        AddJob(Job.Default.WithMinIterationCount(5).WithMaxIterationCount(12));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new ThroughputColumn(), new ClaimsPerMegabyteColumn(), new AllocatedPerArticleColumn());
    }
}
