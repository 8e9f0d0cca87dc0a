using System.CommandLine;
using Diplomacy.Analysis.ML.Acts;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy labels join</c>: labels that stand off from their texts, and the texts, together.</summary>
internal static class LabelsCommand
{
    public static Command Create(CommandHost host) => new("labels", "Works with labels of claims that stand off from their texts.") { Join(host) };

    private static Command Join(CommandHost host)
    {
        Option<string> data = Data();
        Option<string> labels = Labels();
        Option<string> output = TrainCommand.Output();
        output.Description = "Where the JSON Lines go; a passage each, offsets in code points.";
        var command = new Command("join", "Cuts the labelled passages out of the corpora, checks that they are the ones that were labelled, and writes them with their claims.") { data, labels, output };
        command.SetAction(parsed =>
        {
            int count = 0;
            using (var writer = new StreamWriter(parsed.GetValue(output)!) { NewLine = "\n" })
            {
                foreach (string line in LabelFile.Join(TrainCommand.Existing(parsed.GetValue(labels)!), TrainCommand.Existing(parsed.GetValue(data)!)))
                {
                    writer.WriteLine(line);
                    count++;
                }
            }

            host.Error.WriteLine($"{count} passages");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The folder of the corpora.</summary>
    public static Option<string> Data() => new("--data") { Description = "The folder of the corpora.", Required = true };

    /// <summary>The label file.</summary>
    public static Option<string> Labels() => new("--labels") { Description = "The label file.", DefaultValueFactory = _ => Path.Combine("data", "claims", "labels.tsv") };
}
