using System.CommandLine;
using System.Text;
using Diplomacy.Analysis.Batch.Conllu;
using Diplomacy.Analysis.Batch.Reading;

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
            using HeadStream stream = InputFiles.Open(path == "-" ? host.Input : File.OpenRead(path));
            using var reader = new StreamReader(stream);
            string? target = parsed.GetValue(output);
            using var writer = new StreamWriter(target is null ? host.Output : File.Create(target), new UTF8Encoding(false), leaveOpen: target is null);
            new ConlluTagger(DiplomacyAnalyzer.Default).Tag(reader, writer, host.Cancellation);
            return ExitCodes.Done;
        });
        return command;
    }
}
