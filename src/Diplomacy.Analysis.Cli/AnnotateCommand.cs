using System.CommandLine;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy annotate</c>: all layers of each document as JSON Lines.</summary>
internal static class AnnotateCommand
{
    public static Command Create(CommandHost host)
    {
        var inputs = new Argument<string[]>("input") { Description = "JSON Lines or text files, also packed by gzip.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "Where the JSON Lines go; standard output where not given." };
        var offsets = new Option<string>("--offsets") { Description = "What offsets count.", DefaultValueFactory = _ => "utf16" };
        offsets.AcceptOnlyFromAmong("utf16", "codepoint", "utf8");
        var command = new Command("annotate", "Writes sentences, tokens, entities, attributions and claims of each document as JSON Lines.") { inputs, output, offsets };
        command.SetAction(parsed =>
        {
            OffsetUnit unit = Enum.Parse<OffsetUnit>(parsed.GetValue(offsets)!, ignoreCase: true);
            string? path = parsed.GetValue(output);
            using Stream stream = path is null ? host.Output : File.Create(path);
            int rejects = 0;
            foreach (string input in parsed.GetValue(inputs)!)
            {
                rejects += Annotate(input, stream, unit, host);
            }

            stream.Flush();
            return rejects == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
        });
        return command;
    }

    private static int Annotate(string input, Stream output, OffsetUnit unit, CommandHost host)
    {
        var buffer = new Utf8Buffer();
        int rejects = 0;
        using HeadStream stream = InputFiles.Open(input == "-" ? host.Input : File.OpenRead(input));
        foreach (InputRecord record in Records(stream, input))
        {
            host.Cancellation.ThrowIfCancellationRequested();
            if (record.Article is null)
            {
                host.Error.WriteLine($"{input}:{record.Position.Line}: {record.Reason}");
                rejects++;
                continue;
            }

            buffer.Clear();
            using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(record.Article);
            AnnotationJson.Write(new JsonLine(buffer), document, unit);
            output.Write(buffer.Written);
        }

        return rejects;
    }

    private static IEnumerable<InputRecord> Records(HeadStream stream, string input)
    {
        if (stream.Head.TrimStart(" \r\n\t\uFEFF"u8) is [(byte)'{', ..])
        {
            return new JsonLinesReader(stream, input, new ReaderOptions()).Read();
        }

        using var reader = new StreamReader(stream);
        var article = new Article { Text = reader.ReadToEnd(), Id = Path.GetFileNameWithoutExtension(input) };
        return [new InputRecord { Position = new SourcePosition(input, 1, 1, 0), Article = article }];
    }
}
