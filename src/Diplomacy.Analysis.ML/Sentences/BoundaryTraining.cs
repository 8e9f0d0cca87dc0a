using System.Globalization;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Sentences;

/// <summary>What <c>diplomacy train sentences</c> does: texts to weights, and the weights to figures on the parts kept for measuring.</summary>
internal static class BoundaryTraining
{
    /// <summary>The corpora that can be named.</summary>
    public static readonly string[] Known = ["gum", "ewt", "polnear"];

    private static readonly string[] Treebanks = ["ewt", "gum"];

    private const int PlainTexts = 300;

    /// <summary>Trains on corpora of the data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="corpora">Some of <see cref="Known"/>; of the last only the text is taken, and the rules' cuts teach there.</param>
    /// <param name="percent">How much of the treebanks is used, every document being in or out; for learning curves.</param>
    /// <param name="options">How to train.</param>
    /// <param name="log">Gets lines about the progress.</param>
    /// <returns>The weight file, and a line a treebank on the gaps of its dev part, where what <paramref name="options"/> leaves out is left out.</returns>
    public static (byte[] Weights, string[] Gaps) Train(string folder, IReadOnlyCollection<string> corpora, int percent, BoundaryOptions options, Action<string>? log)
    {
        List<BoundaryDocument> documents = [];
        foreach (string name in Known.Where(corpora.Contains))
        {
            documents.AddRange(name switch
            {
                "polnear" => BoundaryCorpus.Plain(Path.Combine(folder, "polnear", "train.jsonl.gz")).Take(PlainTexts),
                _ => BoundaryCorpus.Treebank(Path.Combine(folder, "ud", $"{name}-train.conllu.gz")).Where((_, i) => i % 100 < percent),
            });
        }

        var trainer = new BoundaryTrainer(options);
        byte[] weights = trainer.Train(documents, log);
        return (weights, [.. Dev(folder).Select(dev => $"{dev.Name} dev: {trainer.Gaps(dev.Documents)}")]);
    }

    /// <summary>Sentences found on the raw text of the treebanks' dev parts, a line each; those missing are left out.</summary>
    public static IEnumerable<string> Measure(byte[] weights, string folder) =>
        Dev(folder).Select(dev => $"{dev.Name} dev: {Score(weights, dev.Documents)}; by the rules alone {Score(null, dev.Documents)}");

    private static IEnumerable<(string Name, BoundaryDocument[] Documents)> Dev(string folder)
    {
        foreach (string name in Treebanks)
        {
            string path = Path.Combine(folder, "ud", $"{name}-dev.conllu.gz");
            if (File.Exists(path))
            {
                yield return (name, [.. BoundaryCorpus.Treebank(path)]);
            }
        }
    }

    /// <summary>A sentence is right where both its start and the next one's are.</summary>
    private static string Score(byte[]? weights, BoundaryDocument[] documents)
    {
        BoundaryModel? model = weights is null ? null : BoundaryModel.Read(WeightFile.Open(new MemoryStream(weights)));
        var resources = new AnalysisResources(new Vocabulary());
        IAnalysisStage[] stages = [new Tokenizer(resources), new SentenceSplitter(resources, model)];
        var document = new DocumentContext();
        int right = 0, found = 0, gold = 0;
        foreach (BoundaryDocument text in documents)
        {
            document.Reset(new Article { Text = text.Text });
            foreach (IAnalysisStage stage in stages)
            {
                stage.Run(document);
            }

            int[] starts = [.. text.Starts!.Order()];
            HashSet<(int, int)> sentences = [.. starts.Zip([.. starts.Skip(1), int.MaxValue])];
            gold += starts.Length;
            found += document.Sentences.Length;
            for (int i = 0; i < document.Sentences.Length; i++)
            {
                int next = i + 1 < document.Sentences.Length ? document.Tokens[document.Sentences[i + 1].FirstToken].Start : int.MaxValue;
                right += sentences.Contains((document.Tokens[document.Sentences[i].FirstToken].Start, next)) ? 1 : 0;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"P {100.0 * right / found:F2} R {100.0 * right / gold:F2} F1 {200.0 * right / (found + gold):F2}");
    }
}
