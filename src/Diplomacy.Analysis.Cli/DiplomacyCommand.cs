using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Cli;

/// <summary>The root command.</summary>
internal static class DiplomacyCommand
{
    /// <summary>Parses and runs; returns the exit code and never throws.</summary>
    public static int Run(IReadOnlyList<string> args, CommandHost host)
    {
        var root = new RootCommand("Reads articles and statements on foreign affairs and tells who says what to whom.")
        {
            AnalyzeCommand.Create(host),
            AnnotateCommand.Create(host),
            ExplainCommand.Create(host),
            TagCommand.Create(host),
            EvaluateCommand.Create(host),
            LabelsCommand.Create(host),
            TrainCommand.Create(host),
        };
        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (ParseError error in result.Errors)
            {
                // The parser breaks lists of allowed values into lines; one error is one line here.
                host.Error.WriteLine(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            }

            host.Error.WriteLine($"'{CommandPath(result)} --help' shows what it takes.");
            return ExitCodes.Usage;
        }

        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true);
        var configuration = new InvocationConfiguration { Output = output, Error = host.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return result.Invoke(configuration);
        }
        catch (Exception error) when (error is UsageException or InputFormatException)
        {
            host.Error.WriteLine(error.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped.");
            return ExitCodes.Incomplete;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            host.Error.WriteLine(error.Message);
            return ExitCodes.Incomplete;
        }
    }

    private static string CommandPath(ParseResult result)
    {
        string path = "";
        for (SymbolResult? at = result.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            path = " " + command.Command.Name + path;
        }

        return "diplomacy" + path;
    }
}
