using System.CommandLine;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy analyze</c>: claims of articles as a table, CSV or JSON Lines.</summary>
internal sealed class AnalyzeCommand
{
    private readonly CommandHost _host;
    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "Files (CSV, TSV, JSON Lines, JSON, text; also packed by gzip), folders of such files, or '-' for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _outputs = new("--output", "-o") { Description = "Where the claims go: a file ending in .csv or .jsonl. May be given several times.", HelpName = "file" };
    private readonly Option<string> _format = new("--format") { Description = "Form of the claims. [default: by the ending of the output; else a table on a terminal and jsonl elsewhere]" };
    private readonly Option<int> _threads = SharedOptions.Threads(Environment.ProcessorCount, "one a core");
    private readonly Option<string> _offsets = SharedOptions.Offsets();
    private readonly Option<bool> _allLanguages = new("--all-languages") { Description = "Analyse also what is clearly not English; it is set aside otherwise." };
    private readonly Option<bool> _rawCells = new("--raw-cells") { Description = "In CSV, leave cells as they are that a spreadsheet would run as a formula; they get an apostrophe in front otherwise." };
    private readonly Option<bool> _noMark = new("--no-bom") { Description = "In CSV files, leave out the byte order mark by which Excel knows UTF-8." };
    private readonly ReadingOptions _reading = new();

    private AnalyzeCommand(CommandHost host)
    {
        _host = host;
        _format.AcceptOnlyFromAmong("table", "jsonl", "csv");
    }

    public static Command Create(CommandHost host)
    {
        var self = new AnalyzeCommand(host);
        var command = new Command("analyze", "Finds the claims in articles: who says what to whom, with act, stance and codes.")
        {
            self._inputs, self._outputs, self._format, self._threads, self._offsets, self._allLanguages, self._rawCells, self._noMark,
        };
        self._reading.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        string[] inputs = parsed.GetValue(_inputs)!;
        string[] outputs = parsed.GetValue(_outputs) ?? [];
        CheckOutputs(inputs, outputs, parsed.GetValue(_format));
        var source = new ArticleSource(inputs, _reading.Get(parsed), () => _host.Input);
        foreach (string table in source.Check())
        {
            _host.Error.WriteLine(table);
        }

        var runner = new BatchRunner(DiplomacyAnalyzer.Default, new BatchOptions
        {
            Threads = parsed.GetValue(_threads),
            EnglishOnly = !parsed.GetValue(_allLanguages),
        });

        var sinks = new List<ResultSink>();
        using RejectFile? rejects = outputs.Length > 0 ? new RejectFile(outputs[0] + ".rejects.csv") : null;
        try
        {
            ClaimTable? table = AddSinks(sinks, outputs, parsed);
            var reporter = new RejectReporter(rejects, _host.Error);
            BatchSummary summary = runner.Run(source.Read(), sinks, reporter.Report, _host.Cancellation);
            rejects?.Complete();
            table?.Write(_host);
            SummaryText.Write(_host.Error, summary, source.SkippedFiles, rejects is { Any: true } ? outputs[0] + ".rejects.csv" : null);
            return summary.Rejects == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
        }
        finally
        {
            sinks.ForEach(s => s.Dispose());
        }
    }

    private ClaimTable? AddSinks(List<ResultSink> sinks, string[] outputs, ParseResult parsed)
    {
        OffsetUnit unit = SharedOptions.Unit(parsed.GetValue(_offsets)!);
        bool safe = !parsed.GetValue(_rawCells);
        string? format = parsed.GetValue(_format);
        foreach (string output in outputs)
        {
            sinks.Add((format ?? FormatOf(output)) == "csv"
                ? ResultSink.Csv(output, unit, safe, !parsed.GetValue(_noMark))
                : ResultSink.JsonLines(output, unit));
        }

        if (outputs.Length > 0)
        {
            return null;
        }

        switch (format ?? (_host.IsTerminal ? "table" : "jsonl"))
        {
            case "csv":
                sinks.Add(ResultSink.Csv(_host.Output, unit, safe));
                return null;
            case "jsonl":
                sinks.Add(ResultSink.JsonLines(_host.Output, unit));
                return null;
            default:
                var table = new ClaimTable();
                sinks.Add(ResultSink.To(table.Add));
                return table;
        }
    }

    private static void CheckOutputs(string[] inputs, string[] outputs, string? format)
    {
        if (outputs.Length > 0 && format == "table")
        {
            throw new UsageException("A table goes to the terminal; use --format csv or --format jsonl with -o.");
        }

        foreach (string output in outputs)
        {
            if (format is null && FormatOf(output) is null)
            {
                throw new UsageException($"The ending of '{output}' tells no format; end it in .csv or .jsonl, or give --format.");
            }

            if (Directory.Exists(output))
            {
                throw new UsageException($"'{output}' is a folder; give a file to write to.");
            }

            if (inputs.Any(i => i != "-" && Path.GetFullPath(i) == Path.GetFullPath(output)))
            {
                throw new UsageException($"'{output}' is also an input; write to another file.");
            }
        }
    }

    private static string? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => "csv",
        ".jsonl" or ".ndjson" or ".json" => "jsonl",
        _ => null,
    };
}
