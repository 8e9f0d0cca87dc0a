using System.CommandLine;
using Diplomacy.Analysis.Batch.Duplicates;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy annotate</c>: all layers of each document as JSON Lines.</summary>
internal static class AnnotateCommand
{
    public static Command Create(CommandHost host)
    {
        var inputs = new Argument<string[]>("input") { Description = "Files (JSON Lines, CSV, text; also packed by gzip), folders, or '-' for standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "Where the JSON Lines go; standard output where not given.", HelpName = "file" };
        Option<string> offsets = SharedOptions.Offsets();
        Option<int> threads = SharedOptions.Threads(1, "1");
        var reading = new ReadingOptions();
        var command = new Command("annotate", "Writes sentences, tokens, entities, attributions and claims of each document as JSON Lines.") { inputs, output, offsets, threads };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            OffsetUnit unit = SharedOptions.Unit(parsed.GetValue(offsets)!);
            var source = new ArticleSource(parsed.GetValue(inputs)!, reading.Get(parsed), () => host.Input);
            source.Check();
            // What is measured with this command are documents one by one: none is left out for its language.
            var runner = new BatchRunner(DiplomacyAnalyzer.Default, new BatchOptions { Threads = parsed.GetValue(threads), EnglishOnly = false, Duplicates = DuplicateHandling.Ignore });
            using ResultSink sink = parsed.GetValue(output) is { } path ? ResultSink.Annotations(path, unit) : ResultSink.Annotations(host.Output, unit);
            BatchSummary summary = runner.Run(source.Read(), [sink], new RejectReporter(null, host.Error).Report, host.Cancellation);
            return summary.Rejects == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
        });
        return command;
    }
}
