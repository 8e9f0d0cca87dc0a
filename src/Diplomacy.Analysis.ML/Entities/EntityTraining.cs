using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.ML.Clusters;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>What <c>diplomacy train entities</c> does: corpora to weights, and the weights to figures on the parts kept for measuring.</summary>
internal static class EntityTraining
{
    /// <summary>The corpora of the model that ships.</summary>
    public static readonly string[] Corpora = ["worldwide", "crossner", "uner"];

    /// <summary>Trains on corpora of the data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="corpora">Names that <see cref="EntityCorpora.Read"/> knows.</param>
    /// <param name="vectors">The JSON file of the word vectors.</param>
    /// <param name="percent">How much of each corpus is used, every document being in or out; for learning curves.</param>
    /// <param name="options">How to train.</param>
    /// <param name="log">Gets lines about the progress.</param>
    public static byte[] Train(string folder, IEnumerable<string> corpora, string vectors, int percent, EntityOptions options, Action<string>? log)
    {
        (List<EntityDocument> documents, (string, byte)[] kinds) = Read(folder, corpora, vectors, percent, options, log);
        return new EntityTrainer(options, Clusters(), log).Train(documents, kinds);
    }

    /// <summary>Figures on newspaper articles of ML.NET's maximum entropy over the same features, a line a strength of its pull to zero; nothing ships.</summary>
    public static IEnumerable<string> Baseline(string folder, IEnumerable<string> corpora, string vectors, int percent, EntityOptions options, Action<string>? log)
    {
        (List<EntityDocument> documents, (string, byte)[] kinds) = Read(folder, corpora, vectors, percent, options, log);
        List<EntityDocument> news = EntityCorpora.Worldwide(Path.Combine(folder, "worldwide", "dev.tsv.gz"));
        foreach (float l2 in (float[])[1e-6f, 1e-5f])
        {
            EntityScore score = new EntityTrainer(options, Clusters(), log).Baseline(documents, kinds, news, l2);
            yield return FormattableString.Invariant($"worldwide dev, articles, maximum entropy a word (L2 {l2}): {score}");
        }
    }

    private static (List<EntityDocument> Documents, (string, byte)[] Kinds) Read(string folder, IEnumerable<string> corpora, string vectors, int percent, EntityOptions options, Action<string>? log)
    {
        List<EntityDocument> documents = [.. corpora.SelectMany(c => EntityCorpora.Read(c, folder)).Where((_, i) => i % 100 < percent)];
        (string, byte)[] kinds = [];
        if ((options.Groups & FeatureGroups.Kinds) != 0)
        {
            log?.Invoke("kinds of words from their vectors");
            kinds = new KindTrainer(WordVectors.ReadWink(vectors, options.KindWords), options.KindUnits, options.Seed).Train(documents, options.KindRounds);
        }

        return (documents, kinds);
    }

    /// <summary>Figures of weights on the parts of the data that are only for measuring, a line each; those missing are left out.</summary>
    public static IEnumerable<string> Measure(byte[] weights, string folder)
    {
        var recognizer = new EntityRecognizer(EntityModel.Read(WeightFile.Open(new MemoryStream(weights))), Clusters());
        string news = Path.Combine(folder, "worldwide", "dev.tsv.gz");
        if (File.Exists(news))
        {
            List<EntityDocument> documents = EntityCorpora.Worldwide(news);
            yield return $"worldwide dev, articles: {EntityEvaluator.Score(recognizer, documents)}";
            yield return $"worldwide dev, as tag reads it: {EntityEvaluator.Score(recognizer, EntityEvaluator.Deal(documents, 32))}";
            List<EntityDocument> capitals = [.. documents.Select(d => new EntityDocument(d.Corpus, [.. d.Sentences.Select(s => s.InCapitals())]))];
            yield return $"worldwide dev, in capitals: {EntityEvaluator.Score(recognizer, capitals)}";
        }

        string speeches = Path.Combine(folder, "un-ner", "dev.txt.gz");
        if (File.Exists(speeches))
        {
            yield return $"un-ner dev: {EntityEvaluator.Score(recognizer, EntityCorpora.Speeches(speeches), goldJoins: true)}";
        }
    }

    private static WordClusters Clusters() => new ModelSet().Open(WordClusters.FileName) is { } file ? WordClusters.Read(file) : WordClusters.Empty;
}
