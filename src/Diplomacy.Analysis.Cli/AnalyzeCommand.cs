using System.CommandLine;
using Diplomacy.Analysis.Batch.Duplicates;
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
        Description = "Files (CSV, TSV, JSON Lines, JSON, Parquet, text; also packed by gzip, zstd or zip), folders of such files, or '-' for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _outputs = new("--output", "-o") { Description = "Where the claims go: a file ending in .csv, .jsonl or .parquet. May be given several times.", HelpName = "file" };
    private readonly Option<string> _format = new("--format") { Description = "Form of the claims. [default: by the ending of the output; else a table on a terminal and jsonl elsewhere]" };
    private readonly Option<int> _threads = SharedOptions.Threads(Environment.ProcessorCount, "one a core");
    private readonly Option<string> _offsets = SharedOptions.Offsets();
    private readonly Option<bool> _allLanguages = new("--all-languages") { Description = "Analyse also what is clearly not English; it is set aside otherwise." };
    private readonly Option<bool> _rawCells = new("--raw-cells") { Description = "In CSV, leave cells as they are that a spreadsheet would run as a formula; they get an apostrophe in front otherwise." };
    private readonly Option<bool> _noMark = new("--no-bom") { Description = "In CSV files, leave out the byte order mark by which Excel knows UTF-8." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with a run that was stopped, killed or met a full disk; the result is the same as without the break." };
    private readonly Option<double> _checkpointEvery = new("--checkpoint-every") { Description = "Seconds after which the results are brought to the disk, so that --resume finds them. [default: 5]", DefaultValueFactory = _ => 5, HelpName = "seconds" };
    private readonly Option<int> _maxLength = new("--max-document") { Description = "Characters that a document may have; a longer one is set aside. [default: 16 Mi]", DefaultValueFactory = _ => 16 << 20, HelpName = "n" };
    private readonly Option<double> _maxSeconds = new("--max-seconds") { Description = "Seconds that the analysis of one document may take; then it is set aside. [default: 120]", DefaultValueFactory = _ => 120, HelpName = "n" };
    private readonly Option<string> _duplicates = new("--duplicates") { Description = "Copies of earlier articles: 'flag' names the first in duplicate_of; 'merge' keeps the claims of the first and lists the copies in a .mentions.csv; 'off' does not look for them.", DefaultValueFactory = _ => "flag" };
    private readonly ReadingOptions _reading = new();

    private AnalyzeCommand(CommandHost host)
    {
        _host = host;
        _format.AcceptOnlyFromAmong("table", "jsonl", "csv", "parquet");
        _duplicates.AcceptOnlyFromAmong("flag", "merge", "off");
        SharedOptions.AtLeast(_checkpointEvery, 0);
        SharedOptions.AtLeast(_maxLength, 1);
        SharedOptions.AtLeast(_maxSeconds, 0.001);
    }

    public static Command Create(CommandHost host)
    {
        var self = new AnalyzeCommand(host);
        var command = new Command("analyze", "Finds the claims in articles: who says what to whom, with act, stance and codes.")
        {
            self._inputs, self._outputs, self._format, self._threads, self._offsets, self._allLanguages, self._rawCells, self._noMark, self._resume,
            self._checkpointEvery, self._maxLength, self._maxSeconds, self._duplicates,
        };
        self._reading.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        string[] inputs = parsed.GetValue(_inputs)!;
        string[] outputs = parsed.GetValue(_outputs) ?? [];
        bool resume = parsed.GetValue(_resume);
        CheckOutputs(inputs, outputs, parsed.GetValue(_format));
        if (resume && outputs.Length == 0)
        {
            throw new UsageException("--resume needs the outputs of the stopped run; give them with -o.");
        }

        // The models are read while the tables are looked at; what goes wrong there is thrown again where the analyzer is used.
        _ = Task.Run(static () => DiplomacyAnalyzer.Default);
        ReaderOptions reading = _reading.Get(parsed) with { ExcludedFiles = [.. outputs.SelectMany(ResultFiles).Select(Path.GetFullPath)] };
        var source = new ArticleSource(inputs, reading, () => _host.Input);
        foreach (string table in source.Check())
        {
            _host.Error.WriteLine(table);
        }

        var sinks = new List<ResultSink>();
        try
        {
            ClaimTable? table = AddSinks(sinks, outputs, parsed);
            return outputs.Length > 0 ? RunToFiles(source, sinks, outputs, Identity(inputs, reading, parsed), parsed) : RunToScreen(source, sinks, table, parsed);
        }
        finally
        {
            sinks.ForEach(s => s.Dispose());
        }
    }

    private int RunToScreen(ArticleSource source, List<ResultSink> sinks, ClaimTable? table, ParseResult parsed)
    {
        BatchSummary summary = new BatchRunner(DiplomacyAnalyzer.Default, Options(parsed, null)).Run(source.Read(), sinks, new RejectReporter(null, _host.Error).Report, _host.Cancellation);
        table?.Write(_host);
        SummaryText.Write(_host.Error, summary, source.SkippedFiles, null);
        return summary.Rejects == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
    }

    private int RunToFiles(ArticleSource source, List<ResultSink> sinks, string[] outputs, string identity, ParseResult parsed)
    {
        string path = outputs[0] + ".checkpoint";
        bool resume = parsed.GetValue(_resume);
        if (!resume && File.Exists(path))
        {
            _host.Error.WriteLine($"'{path}' is of a run that did not come to its end; starting over (--resume would go on with it).");
        }

        RunCheckpoint checkpoint = resume ? RunCheckpoint.Resume(path, identity) : RunCheckpoint.StartOver(path, identity);
        if (checkpoint.Continues)
        {
            _host.Error.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Going on behind record {checkpoint.RecordsDone:N0}."));
        }

        using var rejects = new RejectFile(outputs[0] + ".rejects.csv");
        try
        {
            var progress = new ProgressDisplay(_host, source);
            BatchSummary summary = progress.Run(report => new BatchRunner(DiplomacyAnalyzer.Default, Options(parsed, report)).Run(source.Read(), sinks, rejects, checkpoint, _host.Cancellation));
            SummaryText.Write(_host.Error, summary, source.SkippedFiles, rejects.Any ? outputs[0] + ".rejects.csv" : null);
            return summary.Rejects == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
        }
        catch (OperationCanceledException) when (File.Exists(path))
        {
            _host.Error.WriteLine("Stopped; the same command with --resume goes on.");
            return ExitCodes.Incomplete;
        }
        catch (IOException error) when (File.Exists(path))
        {
            _host.Error.WriteLine($"{error.Message} When that is mended, the same command with --resume goes on.");
            return ExitCodes.Incomplete;
        }
    }

    private BatchOptions Options(ParseResult parsed, Action<BatchSummary>? progress) => new()
    {
        Threads = parsed.GetValue(_threads),
        EnglishOnly = !parsed.GetValue(_allLanguages),
        MaxDocumentLength = parsed.GetValue(_maxLength),
        MaxDocumentTime = TimeSpan.FromSeconds(parsed.GetValue(_maxSeconds)),
        CheckpointInterval = TimeSpan.FromSeconds(parsed.GetValue(_checkpointEvery)),
        Duplicates = parsed.GetValue(_duplicates) switch { "merge" => DuplicateHandling.Merge, "off" => DuplicateHandling.Ignore, _ => DuplicateHandling.Flag },
        Progress = progress,
    };

    // Everything that changes the bytes; the number of threads does not.
    private static string Identity(string[] inputs, ReaderOptions reading, ParseResult parsed)
    {
        string[] changing = ["--threads", "--resume", "--checkpoint-every"];
        IEnumerable<KeyValuePair<string, string>> options = parsed.CommandResult.Command.Options.Where(o => !changing.Contains(o.Name))
            .Select(o => KeyValuePair.Create(o.Name, string.Join(' ', parsed.GetResult(o)?.Tokens.Select(t => t.Value) ?? []) + (parsed.GetResult(o) is { Implicit: false } ? " given" : "")));
        return RunIdentity.Of(inputs, options, reading.ExcludedFiles);
    }

    private static IEnumerable<string> ResultFiles(string output) =>
        [output, output + ".part", output + ".part.new", output + ".rejects.csv", output + ".rejects.csv.part", output + ".checkpoint", output + ".checkpoint.new",
        output + ".mentions.csv", output + ".mentions.csv.part"];

    private ClaimTable? AddSinks(List<ResultSink> sinks, string[] outputs, ParseResult parsed)
    {
        OffsetUnit unit = SharedOptions.Unit(parsed.GetValue(_offsets)!);
        bool safe = !parsed.GetValue(_rawCells);
        string? format = parsed.GetValue(_format);
        foreach (string output in outputs)
        {
            sinks.Add((format ?? FormatOf(output)) switch
            {
                "csv" => ResultSink.Csv(output, unit, safe, !parsed.GetValue(_noMark)),
                "parquet" => ResultSink.Parquet(output, unit),
                _ => ResultSink.JsonLines(output, unit),
            });
        }

        if (outputs.Length > 0)
        {
            if (parsed.GetValue(_duplicates) == "merge")
            {
                sinks.Add(ResultSink.Mentions(outputs[0] + ".mentions.csv", safe));
            }

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

        if (outputs.Length == 0 && format == "parquet")
        {
            throw new UsageException("Parquet goes to a file; give one with -o claims.parquet.");
        }

        foreach (string output in outputs)
        {
            if (format is null && FormatOf(output) is null)
            {
                throw new UsageException($"The ending of '{output}' tells no format; end it in .csv, .jsonl or .parquet, or give --format.");
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
        ".parquet" => "parquet",
        ".jsonl" or ".ndjson" or ".json" => "jsonl",
        _ => null,
    };
}
