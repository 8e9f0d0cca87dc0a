using System.CommandLine;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Writing;
using Diplomacy.Analysis.ML.Acts;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy train acts</c>.</summary>
internal static class TrainActsCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> labels = LabelsCommand.Labels();
        Option<string> data = LabelsCommand.Data();
        var words = new Option<string?>("--words") { Description = "A weight file of before whose model of words is kept; for experiments." };
        var wordL2 = new Option<float>("--word-l2") { Description = "Regularisation of the model of words.", DefaultValueFactory = _ => new ActOptions().WordL2 };
        var folds = new Option<int>("--folds") { Description = "Parts of the cross-validation.", DefaultValueFactory = _ => new ActOptions().Folds };
        var cross = new Option<string?>("--cross") { Description = "Also writes the claims of each passage by models that have not seen it, as 'diplomacy annotate' does, in code points." };
        var l2 = new Option<float>("--l2") { Description = "Regularisation.", DefaultValueFactory = _ => new ActOptions().L2 };
        var act = new Option<float>("--override") { Description = "How likely a family must be to take the place of the rules'.", DefaultValueFactory = _ => new ActOptions().OverrideAt };
        var stance = new Option<float>("--stance") { Description = "How likely a stance must be to take the place of the rules'.", DefaultValueFactory = _ => new ActOptions().StanceAt };
        Option<int> seed = TrainCommand.Seed();
        Option<string> output = TrainCommand.Output();
        var command = new Command("acts", "Trains the models of acts and stances; about a minute.") { data, words, wordL2, labels, folds, cross, l2, act, stance, seed, output };
        command.SetAction(parsed =>
        {
            var options = new ActOptions { Seed = parsed.GetValue(seed), WordL2 = parsed.GetValue(wordL2), Folds = parsed.GetValue(folds), L2 = parsed.GetValue(l2), OverrideAt = parsed.GetValue(act), StanceAt = parsed.GetValue(stance) };
            List<LabelledPassage> passages = [.. LabelFile.Join(TrainCommand.Existing(parsed.GetValue(labels)!), TrainCommand.Existing(parsed.GetValue(data)!)).Select(JoinedLabels.Parse)];
            LinearWeights model = parsed.GetValue(words) is { } kept && File.Exists(kept)
                ? WordTraining.Read(WeightFile.Open(new MemoryStream(File.ReadAllBytes(kept))))
                : WordTraining.Train(SourceTexts.All(TrainCommand.Existing(parsed.GetValue(data)!)), options, host.Error.WriteLine);
            if (parsed.GetValue(cross) is { } path)
            {
                Cross(passages, model, options, path, host);
            }

            File.WriteAllBytes(parsed.GetValue(output)!, ActTraining.Train(passages, model, options, host.Error.WriteLine));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Cross(List<LabelledPassage> passages, LinearWeights words, ActOptions options, string path, CommandHost host)
    {
        using ResultSink sink = ResultSink.Annotations(path, OffsetUnit.CodePoint);
        var buffer = new Utf8Buffer();
        sink.Start();
        foreach ((Article[] articles, DiplomacyAnalyzer analyzer) in ActTraining.Folds(passages, words, options, host.Error.WriteLine))
        {
            foreach (Article article in articles)
            {
                using AnalyzedDocument document = analyzer.Analyze(article);
                buffer.Clear();
                sink.Format(document, buffer);
                sink.Write(buffer.Written);
            }
        }

        sink.Complete();
    }
}
