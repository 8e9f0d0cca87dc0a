using System.CommandLine;
using Diplomacy.Analysis.ML.Clusters;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train clusters</c>.</summary>
internal static class TrainClustersCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> vectors = TrainCommand.Vectors();
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("clusters", "Clusters words by their vectors; about two minutes.") { vectors, seed, output };
        command.SetAction(parsed =>
        {
            byte[] weights = new ClusterTrainer { Seed = parsed.GetValue(seed) }.Train(TrainCommand.Existing(parsed.GetValue(vectors)!), host.Error.WriteLine);
            File.WriteAllBytes(parsed.GetValue(output)!, weights);
            return ExitCodes.Done;
        });
        return command;
    }
}
