using System.Globalization;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Data;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>What <c>diplomacy train tagger</c> does: corpora to weights, and the weights to figures on the parts kept for measuring.</summary>
internal static class TaggerTraining
{
    /// <summary>The corpora that can be named.</summary>
    public static readonly string[] Known = ["ewt", "gum", "masc", "polnear"];

    private static readonly string[] Treebanks = ["ewt", "gum"];

    /// <summary>Trains on corpora of the data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="corpora">Some of <see cref="Known"/>; EWT and GUM teach, of MASC and PolNeAR only what agrees.</param>
    /// <param name="wordNet">WordNet's folder <c>dict</c>, or null to do without.</param>
    /// <param name="percent">How much of the treebanks is used; for learning curves.</param>
    /// <param name="options">How to train.</param>
    /// <param name="log">Gets lines about the progress.</param>
    public static byte[] Train(string folder, IReadOnlyCollection<string> corpora, string? wordNet, int percent, TaggerOptions options, Action<string>? log)
    {
        List<TaggerExample> gold = [];
        foreach (string name in Treebanks.Where(corpora.Contains))
        {
            gold.AddRange(TaggerData.Universal(ConlluReader.Read(Path.Combine(folder, "ud", $"{name}-train.conllu.gz"))));
        }

        return Train(folder, [.. gold.Where((_, i) => i % 100 < percent)], corpora, wordNet, options, log);
    }

    /// <summary>Trains on given sentences of a treebank, and on what agrees with them in the other ones of <paramref name="corpora"/>.</summary>
    public static byte[] Train(string folder, List<TaggerExample> gold, IReadOnlyCollection<string> corpora, string? wordNet, TaggerOptions options, Action<string>? log)
    {
        List<TaggerExample> silver = [];
        if (corpora.Contains("masc"))
        {
            silver.AddRange(TaggerData.Penn([.. MascReader.Read(Path.Combine(folder, "masc", "tagged.txt.gz"))], gold));
        }

        if (corpora.Contains("polnear"))
        {
            silver.AddRange(TaggerData.Penn([.. CoreNlpReader.Read(Path.Combine(folder, "polnear", "train.corenlp.tsv.gz"))], gold));
        }

        WordClusters clusters = Clusters();
        SortedDictionary<string, ushort> net = wordNet is null ? [] : WordNetReader.Read(wordNet, clusters);
        return new TaggerTrainer(options, clusters, log).Train(gold, silver, net);
    }

    /// <summary>Figures of weights on the dev parts of the treebanks, a line each; those missing are left out.</summary>
    public static IEnumerable<string> Measure(byte[] weights, string folder)
    {
        var tagger = new PosTagger(new Vocabulary(), Clusters(), WeightFile.Open(new MemoryStream(weights)));
        foreach (string name in Treebanks)
        {
            string path = Path.Combine(folder, "ud", $"{name}-dev.conllu.gz");
            if (!File.Exists(path))
            {
                continue;
            }

            List<CorpusSentence> sentences = [.. ConlluReader.Read(path)];
            (double tags, double lemmas) = Score(tagger, sentences, null);
            (double upper, _) = Score(tagger, sentences, SentenceCase.Upper);
            (double lower, _) = Score(tagger, sentences, SentenceCase.Lower);
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} dev: XPOS {tags:F2}, lemmas {lemmas:F2}; XPOS in capitals {upper:F2}, in small letters {lower:F2}");
        }
    }

    private static (double Tags, double Lemmas) Score(PosTagger tagger, List<CorpusSentence> sentences, SentenceCase? letterCase)
    {
        long tokens = 0, tags = 0, lemmas = 0;
        foreach (CorpusSentence sentence in sentences)
        {
            var predicted = new PennTag[sentence.Length];
            tagger.Tag(TaggerTrainer.Facts(tagger, sentence.Forms, letterCase), predicted);
            for (int i = 0; i < predicted.Length; i++)
            {
                tokens++;
                tags += predicted[i].Name() == sentence.Tags![i] ? 1 : 0;
                lemmas += tagger.Lemmatizer.Lemma(sentence.Forms[i], predicted[i]) == sentence.Lemmas![i] ? 1 : 0;
            }
        }

        return (100.0 * tags / tokens, 100.0 * lemmas / tokens);
    }

    private static WordClusters Clusters() => new ModelSet().Open(WordClusters.FileName) is { } file ? WordClusters.Read(file) : WordClusters.Empty;
}
