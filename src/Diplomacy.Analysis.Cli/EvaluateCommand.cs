using System.CommandLine;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy evaluate</c>: measures the shipped analysis on annotated corpora, one corpus a command.</summary>
internal static class EvaluateCommand
{
    public static Command Create(CommandHost host) => new("evaluate", "Measures the analysis on an annotated corpus and prints its figures.")
    {
        EvaluatePetrarchCommand.Create(host),
        EvaluatePloverCommand.Create(host),
        EvaluateUmucCommand.Create(host),
        EvaluateUnseenNamesCommand.Create(host),
    };

    /// <summary>The action of a measuring command: finds its file below the folder of the corpora, and prints the lines of its report.</summary>
    public static Func<ParseResult, int> Report(CommandHost host, Option<string> data, string folder, string file, Func<ParseResult, string, IEnumerable<string>> report) => parsed =>
    {
        string path = TrainCommand.Existing(Path.Combine(TrainCommand.Existing(parsed.GetValue(data)!), folder, file));
        using var writer = new StreamWriter(host.Output, leaveOpen: true);
        foreach (string line in report(parsed, path))
        {
            writer.WriteLine(line);
        }

        return ExitCodes.Done;
    };
}
