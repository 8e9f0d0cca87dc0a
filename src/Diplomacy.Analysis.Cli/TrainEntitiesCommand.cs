using System.CommandLine;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.ML.Entities;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train entities</c>.</summary>
internal static class TrainEntitiesCommand
{
    public static Command Create(CommandHost host)
    {
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", Required = true };
        Option<string> vectors = TrainCommand.Vectors();
        var corpora = new Option<string[]>("--corpora") { Description = $"Which corpora: {string.Join(", ", EntityCorpora.Known)}.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => EntityTraining.Corpora };
        corpora.AcceptOnlyFromAmong(EntityCorpora.Known);
        var percent = new Option<int>("--percent") { Description = "How much of the corpora, for learning curves.", DefaultValueFactory = _ => 100 };
        var without = new Option<FeatureGroups[]>("--without") { Description = "Groups of features to leave out.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var with = new Option<FeatureGroups[]>("--with") { Description = "Groups of features to add to those of the model that ships.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var models = new Option<int>("--models") { Description = "Chains to average.", DefaultValueFactory = _ => new EntityOptions().Models };
        var baseline = new Option<bool>("--baseline") { Description = "Only measure what ML.NET's maximum entropy makes of the same features, each word for itself; writes no file." };
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("entities", "Trains the recogniser of names; about two minutes.") { data, vectors, corpora, percent, without, with, models, baseline, seed, output };
        command.SetAction(parsed =>
        {
            var options = new EntityOptions { Seed = parsed.GetValue(seed), Models = parsed.GetValue(models) };
            FeatureGroups groups = parsed.GetValue(with)!.Aggregate(options.Groups, (all, group) => all | group);
            options = options with { Groups = parsed.GetValue(without)!.Aggregate(groups, (all, group) => all & ~group) };
            string folder = TrainCommand.Existing(parsed.GetValue(data)!);
            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            if (parsed.GetValue(baseline))
            {
                foreach (string line in EntityTraining.Baseline(folder, parsed.GetValue(corpora)!, TrainCommand.Existing(parsed.GetValue(vectors)!), parsed.GetValue(percent), options, host.Error.WriteLine))
                {
                    writer.WriteLine(line);
                    writer.Flush();
                }

                return ExitCodes.Done;
            }

            byte[] weights = EntityTraining.Train(folder, parsed.GetValue(corpora)!, TrainCommand.Existing(parsed.GetValue(vectors)!), parsed.GetValue(percent), options, host.Error.WriteLine);
            File.WriteAllBytes(parsed.GetValue(output)!, weights);
            foreach (string line in EntityTraining.Measure(weights, folder))
            {
                writer.WriteLine(line);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
