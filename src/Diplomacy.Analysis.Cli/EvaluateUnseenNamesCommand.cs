using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diplomacy.Analysis.ML.Names;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy evaluate unseen-names</c>: an annotated file with names that no list has.</summary>
internal static class EvaluateUnseenNamesCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CommandHost host)
    {
        var input = new Argument<string>("INPUT") { Description = "Annotated documents, JSON Lines with offsets in code points." };
        Option<string> output = TrainCommand.Output();
        output.Description = "Where the documents with other names go.";
        var command = new Command("unseen-names", "Gives persons names that are in no list and states the names of others, and moves the annotation along; annotate and score both files to see what lists are worth.") { input, output };
        command.SetAction(parsed =>
        {
            int count = 0;
            var swap = new NameSwap(DiplomacyAnalyzer.Default);
            using (var writer = new StreamWriter(parsed.GetValue(output)!) { NewLine = "\n" })
            {
                foreach (string line in File.ReadLines(TrainCommand.Existing(parsed.GetValue(input)!)).Where(l => l.Length > 0))
                {
                    JsonObject document = JsonNode.Parse(line)!.AsObject();
                    swap.Apply(document);
                    writer.WriteLine(document.ToJsonString(Plain));
                    count++;
                }
            }

            host.Error.WriteLine($"{count} documents");
            return ExitCodes.Done;
        });
        return command;
    }
}
