using System.CommandLine;
using Diplomacy.Analysis.ML.Events;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy evaluate petrarch</c>: CAMEO roots of stylised sentences.</summary>
internal static class EvaluatePetrarchCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> data = LabelsCommand.Data();
        var command = new Command("petrarch", "Measures how many of PETRARCH's validation sentences a claim codes, and how often its CAMEO root is right.") { data };
        command.SetAction(EvaluateCommand.Report(host, data, "petrarch2", "PETR.UnitTest.records.xml.gz", (_, path) => PetrarchReport.Of(DiplomacyAnalyzer.Default, PetrarchCorpus.Read(path))));
        return command;
    }
}
