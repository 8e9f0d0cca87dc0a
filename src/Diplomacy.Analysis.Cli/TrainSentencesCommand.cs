using System.CommandLine;
using Diplomacy.Analysis.ML.Sentences;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train sentences</c>.</summary>
internal static class TrainSentencesCommand
{
    public static Command Create(CommandHost host)
    {
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", Required = true };
        var corpora = new Option<string[]>("--corpora") { Description = $"Which corpora: {string.Join(", ", BoundaryTraining.Known)}.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => BoundaryTraining.Known };
        corpora.AcceptOnlyFromAmong(BoundaryTraining.Known);
        var percent = new Option<int>("--percent") { Description = "How much of the treebanks, for learning curves.", DefaultValueFactory = _ => 100 };
        var without = new Option<int[]>("--without") { Description = "Numbers of features to leave out, for ablations; prints the figures of single gaps and writes no file.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("sentences", "Trains the model of sentence boundaries; ten seconds.") { data, corpora, percent, without, seed, output };
        command.SetAction(parsed =>
        {
            var options = new BoundaryOptions { Seed = parsed.GetValue(seed), Without = parsed.GetValue(without)!.ToHashSet() };
            string folder = TrainCommand.Existing(parsed.GetValue(data)!);
            (byte[] weights, string[] lines) = BoundaryTraining.Train(folder, parsed.GetValue(corpora)!, parsed.GetValue(percent), options, host.Error.WriteLine);
            if (options.Without.Count == 0)
            {
                File.WriteAllBytes(parsed.GetValue(output)!, weights);
                lines = [.. lines, .. BoundaryTraining.Measure(weights, folder)];
            }

            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            foreach (string line in lines)
            {
                writer.WriteLine(line);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
