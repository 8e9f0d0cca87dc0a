using System.CommandLine;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;
using Diplomacy.Analysis.ML.Acts;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train acts</c>.</summary>
internal static class TrainActsCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> data = LabelsCommand.Data();
        Option<string> labels = LabelsCommand.Labels();
        var defaults = new ActOptions();
        var folds = new Option<int>("--folds") { Description = "Parts of the cross-validation.", DefaultValueFactory = _ => defaults.Folds };
        var cross = new Option<string?>("--cross") { Description = "Also writes the claims of each passage by models that have not seen it, as 'diplomacy annotate' does, in code points." };
        var l2 = new Option<float>("--l2") { Description = "Regularisation of acts and stances.", DefaultValueFactory = _ => defaults.L2 };
        var recordL2 = new Option<float>("--record-l2") { Description = "Regularisation of the model of records.", DefaultValueFactory = _ => defaults.RecordL2 };
        var act = new Option<float>("--override") { Description = "How likely a family must be to take the place of the rules'.", DefaultValueFactory = _ => defaults.OverrideAt };
        var stance = new Option<float>("--stance") { Description = "How likely a stance must be to take the place of the rules'.", DefaultValueFactory = _ => defaults.StanceAt };
        var drop = new Option<float>("--drop") { Description = "How likely it must be that a record is no claim to drop it; above 1: never.", DefaultValueFactory = _ => defaults.DropAt };
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("acts", "Trains the models of acts, stances and confidence; about a minute.") { data, labels, folds, cross, l2, recordL2, act, stance, drop, seed, output };
        command.SetAction(parsed =>
        {
            ActOptions options = defaults with
            {
                Seed = parsed.GetValue(seed),
                Folds = parsed.GetValue(folds),
                L2 = parsed.GetValue(l2),
                RecordL2 = parsed.GetValue(recordL2),
                OverrideAt = parsed.GetValue(act),
                StanceAt = parsed.GetValue(stance),
                DropAt = parsed.GetValue(drop),
            };
            List<LabelledPassage> passages = [.. LabelFile.Join(TrainCommand.Existing(parsed.GetValue(labels)!), TrainCommand.Existing(parsed.GetValue(data)!)).Select(JoinedLabels.Parse)];
            var training = new ActTraining(passages, options);
            if (parsed.GetValue(cross) is { } path)
            {
                Cross(training, path);
            }

            (byte[] weights, string[] report) = training.Train();
            File.WriteAllBytes(parsed.GetValue(output)!, weights);
            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            foreach (string line in report)
            {
                writer.WriteLine(line);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Cross(ActTraining training, string path)
    {
        using ResultSink sink = ResultSink.Annotations(path, OffsetUnit.CodePoint);
        var buffer = new Utf8Buffer();
        sink.Start();
        foreach ((Article[] articles, DiplomacyAnalyzer analyzer) in training.Folds())
        {
            foreach (Article article in articles)
            {
                using AnalyzedDocument document = analyzer.Analyze(article);
                buffer.Clear();
                sink.Format(document, new InputRecord { Position = new SourcePosition(path, 0, 0, -1), Article = article }, buffer);
                sink.Write(buffer.Written);
            }
        }

        sink.Complete();
    }
}
