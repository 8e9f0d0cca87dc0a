using System.CommandLine;
using Diplomacy.Analysis.ML.Manifest;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train manifest</c>: records a weight file in <c>models/manifest.json</c>.</summary>
internal static class TrainManifestCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("file") { Description = "The weight file." };
        var data = new Option<string[]>("--data") { Description = "What it was trained on, each with its licence in brackets.", Required = true, AllowMultipleArgumentsPerToken = true };
        var made = new Option<string>("--command") { Description = "The command that made it.", Required = true };
        Option<int> seed = TrainCommand.Seed();
        var scores = new Option<string>("--scores") { Description = "A file of lines that measuring printed.", Required = true };
        var manifest = new Option<string>("--output", "-o") { Description = "The manifest.", DefaultValueFactory = _ => Path.Combine("models", "manifest.json") };
        var command = new Command("manifest", "Records a weight file in the manifest: data, command, seed, size, hash, scores.") { file, data, made, seed, scores, manifest };
        command.SetAction(parsed =>
        {
            string path = TrainCommand.Existing(parsed.GetValue(file)!);
            string target = parsed.GetValue(manifest)!;
            ModelManifest all = ModelManifest.Read(target);
            all.Record(
                new ModelEntry
                {
                    Name = Path.GetFileNameWithoutExtension(path),
                    Data = parsed.GetValue(data)!,
                    Command = parsed.GetValue(made)!,
                    Seed = parsed.GetValue(seed),
                    Scores = [.. File.ReadLines(TrainCommand.Existing(parsed.GetValue(scores)!)).Where(l => l.Length > 0)],
                },
                path);
            all.Write(target);
            host.Error.WriteLine($"'{target}' has '{Path.GetFileName(path)}'.");
            return ExitCodes.Done;
        });
        return command;
    }
}
