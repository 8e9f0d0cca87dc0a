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
        command.SetAction(parsed =>
        {
            string path = TrainCommand.Existing(Path.Combine(TrainCommand.Existing(parsed.GetValue(data)!), "petrarch2", "PETR.UnitTest.records.xml.gz"));
            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            foreach (string line in PetrarchReport.Of(DiplomacyAnalyzer.Default, PetrarchCorpus.Read(path)))
            {
                writer.WriteLine(line);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
