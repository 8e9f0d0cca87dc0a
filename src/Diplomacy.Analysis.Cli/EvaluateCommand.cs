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
}
