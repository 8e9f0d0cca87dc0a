using System.CommandLine;
using Diplomacy.Analysis.ML.Events;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy evaluate plover</c>: the root of an event, with source and target given.</summary>
internal static class EvaluatePloverCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> data = LabelsCommand.Data();
        Option<int> seed = TrainCommand.Seed();
        var l2 = new Option<float>("--l2") { Description = "Regularisation.", DefaultValueFactory = _ => 1e-4f };
        var prior = new Option<double>("--prior") { Description = "How far the rarity of a root counts for it, 0 to 1.", DefaultValueFactory = _ => 0.5 };
        var groups = new Option<EventGroups[]>("--features") { Description = "Groups of features of a model: Words, Tree, Lexicon, Claims, Cameo, several by commas; given again for a further model.", DefaultValueFactory = _ => [EventGroups.All, EventGroups.All & ~EventGroups.Words, EventGroups.All & ~EventGroups.Tree] };
        var command = new Command("plover", "Cross-validates a model of PLOVER roots over our features; about a minute.") { data, seed, l2, prior, groups };
        command.SetAction(EvaluateCommand.Report(host, data, "plover-plv", "train.tsv.gz", (parsed, path) =>
            EventReport.Of(DiplomacyAnalyzer.Default, EventCorpus.Read(path), parsed.GetValue(groups)!, parsed.GetValue(l2), parsed.GetValue(prior), parsed.GetValue(seed))));
        return command;
    }
}
