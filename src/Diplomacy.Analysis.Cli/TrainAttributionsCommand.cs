using System.CommandLine;
using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.ML.Attributions;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train attributions</c>.</summary>
internal static class TrainAttributionsCommand
{
    public static Command Create(CommandHost host)
    {
        var defaults = new AttributionOptions();
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", Required = true };
        var percent = new Option<int>("--percent") { Description = "How much of the articles, for learning curves.", DefaultValueFactory = _ => 100 };
        var without = new Option<FrameGroups[]>("--without") { Description = "Groups of features to leave out, for ablations.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var with = new Option<FrameGroups[]>("--with") { Description = "Groups of features to add to those of the model that ships.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var models = new Option<int>("--models") { Description = "Trainings to average.", DefaultValueFactory = _ => defaults.Models };
        var rounds = new Option<int>("--rounds") { Description = "Rounds over the articles.", DefaultValueFactory = _ => defaults.Rounds };
        var dropout = new Option<float>("--dropout") { Description = "Part of the chain's features left out at each step.", DefaultValueFactory = _ => defaults.FrameDropout };
        var pull = new Option<float>("--pull") { Description = "Strength of the pull of weights to zero.", DefaultValueFactory = _ => defaults.Pull };
        var least = new Option<float>("--min-weight") { Description = "Weights below this are left out.", DefaultValueFactory = _ => defaults.MinWeight };
        var count = new Option<int>("--min-count") { Description = "How often a feature must be met.", DefaultValueFactory = _ => defaults.MinCount };
        var heldOut = new Option<bool>("--held-out-only") { Description = "Train on the articles that are not held out, and on no others." };
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("attributions", "Trains the learned attribution finder; about three minutes.") { data, percent, without, with, models, rounds, dropout, pull, least, count, heldOut, seed, output };
        command.SetAction(parsed =>
        {
            FrameGroups groups = parsed.GetValue(with)!.Aggregate(defaults.Groups, (all, group) => all | group);
            var options = defaults with
            {
                Seed = parsed.GetValue(seed),
                Models = parsed.GetValue(models),
                Rounds = parsed.GetValue(rounds),
                FrameDropout = parsed.GetValue(dropout),
                Pull = parsed.GetValue(pull),
                MinCount = parsed.GetValue(count),
                MinWeight = parsed.GetValue(least),
                Groups = parsed.GetValue(without)!.Aggregate(groups, (all, group) => all & ~group),
            };
            string folder = TrainCommand.Existing(parsed.GetValue(data)!);
            File.WriteAllBytes(parsed.GetValue(output)!, AttributionTraining.Train(folder, parsed.GetValue(percent), options, parsed.GetValue(heldOut), host.Error.WriteLine));
            return ExitCodes.Done;
        });
        return command;
    }
}
