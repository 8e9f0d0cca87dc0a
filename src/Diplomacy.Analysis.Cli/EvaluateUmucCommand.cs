using System.CommandLine;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.ML.Conflicts;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy evaluate umuc</c>: speeches before the Security Council, who is criticised in them.</summary>
internal static class EvaluateUmucCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> data = LabelsCommand.Data();
        var command = new Command("umuc", "Measures how many conflict expressions of Security Council speeches overlap a hostile claim, and how often its country is right.") { data };
        command.SetAction(EvaluateCommand.Report(host, data, "umuc", "train.tsv.gz", (_, path) => ConflictReport.Of(DiplomacyAnalyzer.Default, new ConflictCorpus(CountryCode.Read).Read(path))));
        return command;
    }
}
