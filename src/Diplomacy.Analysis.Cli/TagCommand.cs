using System.CommandLine;
using System.Text;
using Diplomacy.Analysis.Batch.Conllu;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy tag</c>: fills a CoNLL-U file.</summary>
internal static class TagCommand
{
    public static Command Create(CommandHost host)
    {
        var input = new Argument<string>("input") { Description = "A CoNLL-U file, also packed by gzip; only ids and forms are read. '-' is standard input." };
        var output = new Option<string>("--output", "-o") { Description = "Where the filled file goes; standard output where not given." };
        var command = new Command("tag", "Fills tags, heads, relations and entities of a CoNLL-U file, keeping its tokens and sentences.") { input, output };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(input)!;
            if (path != "-" && !File.Exists(path))
            {
                throw new UsageException($"There is no file '{path}'.");
            }

            using InputFile file = InputFile.Open(path == "-" ? host.Input : File.OpenRead(path), path, new ReaderOptions());
            using var reader = new StreamReader(file.Utf8, new UTF8Encoding(false));
            using OutputTarget target = parsed.GetValue(output) is { } name ? new OutputTarget(name) : new OutputTarget(host.Output);
            using (var writer = new StreamWriter(target.Stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true))
            {
                new ConlluTagger(DiplomacyAnalyzer.Default).Tag(reader, writer, host.Cancellation);
            }

            target.Complete();
            return ExitCodes.Done;
        });
        return command;
    }
}
