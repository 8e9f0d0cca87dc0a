// dotnet run -c Release --project benchmarks/Diplomacy.Analysis.Benchmarks -- --filter '*'
using BenchmarkDotNet.Running;
using Diplomacy.Analysis.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(CorpusKind).Assembly).Run(args, new ThroughputConfig());
