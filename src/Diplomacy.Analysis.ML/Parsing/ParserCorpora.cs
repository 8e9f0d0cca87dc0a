using System.Text;
using System.Text.Json;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Data;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// What the parser is trained on: treebanks with the tags that a tagger gives to text it has not been trained on (the parser must
/// learn to live with its mistakes), and bare text of the field for the teachers to annotate.
/// </summary>
internal static class ParserCorpora
{
    private const int Folds = 5;

    /// <summary>Shorter sentences teach little, longer ones are mostly lists and tables.</summary>
    private const int ShortestSilver = 5;
    private const int LongestSilver = 60;

    /// <summary>Reads <c>ud/NAME.conllu.gz</c> for each name.</summary>
    public static List<CorpusSentence> Treebanks(string data, params string[] names)
    {
        List<CorpusSentence> sentences = [];
        foreach (string name in names)
        {
            sentences.AddRange(ConlluReader.Read(Path.Combine(data, "ud", name + ".conllu.gz")));
        }

        return sentences;
    }

    /// <summary>Replaces the gold tags: each fifth of the documents is tagged by a tagger trained on the other four.</summary>
    /// <param name="data">Folder of the data.</param>
    /// <param name="sentences">The treebanks.</param>
    /// <param name="free">Whether the taggers may use nothing else.</param>
    /// <param name="log">Gets a line a fold.</param>
    public static List<CorpusSentence> Jackknife(string data, IReadOnlyList<CorpusSentence> sentences, bool free, Action<string> log)
    {
        var folds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (CorpusSentence sentence in sentences)
        {
            folds.TryAdd(sentence.Document, folds.Count % Folds);
        }

        var tagged = new CorpusSentence[sentences.Count];
        for (int fold = 0; fold < Folds; fold++)
        {
            PosTagger tagger = TrainTagger(data, sentences.Where(s => folds[s.Document] != fold), free);
            int right = 0, total = 0;
            for (int i = 0; i < tagged.Length; i++)
            {
                if (folds[sentences[i].Document] == fold)
                {
                    tagged[i] = Tag(tagger, sentences[i]);
                    right += tagged[i].Tags!.Zip(sentences[i].Tags!).Count(p => p.First == p.Second);
                    total += tagged[i].Length;
                }
            }

            log(FormattableString.Invariant($"tagged fold {fold + 1} of {Folds}: {100.0 * right / total:F2} % of the tags right"));
        }

        return [.. tagged];
    }

    /// <summary>A tagger for these sentences, a little below the one that ships.</summary>
    public static PosTagger TrainTagger(string data, IEnumerable<CorpusSentence> sentences, bool free)
    {
        string[] others = free ? [] : ["masc", "polnear"];
        byte[] file = TaggerTraining.Train(data, [.. TaggerData.Universal(sentences)], others, null, new TaggerOptions { Models = 1 }, null);
        return new PosTagger(new Vocabulary(), WeightFile.Open(new MemoryStream(file)));
    }

    /// <summary>The sentence with the tags that <paramref name="tagger"/> gives it.</summary>
    public static CorpusSentence Tag(PosTagger tagger, CorpusSentence sentence)
    {
        var tags = new PennTag[sentence.Length];
        tagger.Tag(TaggerTrainer.Facts(tagger, sentence.Forms), tags);
        return sentence with { Tags = Array.ConvertAll(tags, t => t.Name()) };
    }

    /// <summary>
    /// Bare sentences for the teachers: speeches before the United Nations (CC0) and, unless only free text is wanted, newspapers.
    /// Speeches that are kept for measuring claims are left out.
    /// </summary>
    /// <param name="data">Folder of the data.</param>
    /// <param name="free">Whether to take only text that is free for any use.</param>
    /// <param name="tokens">About how many tokens to take of each source.</param>
    /// <param name="seed">Chooses them.</param>
    public static List<CorpusSentence> BareText(string data, bool free, int tokens, int seed)
    {
        List<CorpusSentence> sentences = Choose(Speeches(Path.Combine(data, "exports", "ungdc.sample.csv.gz")), tokens, seed);
        if (!free)
        {
            sentences.AddRange(Choose(Articles(Path.Combine(data, "polnear", "train.jsonl.gz")), tokens, seed));
            sentences.AddRange(Choose(IobReader.Read(Path.Combine(data, "worldwide", "train.tsv.gz")), tokens, seed));
        }

        return sentences;
    }

    private static List<CorpusSentence> Choose(IEnumerable<CorpusSentence> sentences, int tokens, int seed)
    {
        CorpusSentence[] all = [.. sentences.Where(s => s.Length is >= ShortestSilver and <= LongestSilver)];
        new Random(seed).Shuffle(all);
        List<CorpusSentence> chosen = [];
        for (int i = 0; i < all.Length && tokens > 0; tokens -= all[i++].Length)
        {
            chosen.Add(all[i]);
        }

        return chosen;
    }

    private static IEnumerable<CorpusSentence> Articles(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        var splitter = new TextSplitter();
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument article = JsonDocument.Parse(line);
            foreach (CorpusSentence sentence in splitter.Split(article.RootElement.GetProperty("text").GetString()!))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>Country, session, year, text; the text in quotes, over many lines.</summary>
    private static IEnumerable<CorpusSentence> Speeches(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        var splitter = new TextSplitter();
        reader.ReadLine();
        var row = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            row.Append(line).Append('\n');
            if (Count(row, '"') % 2 != 0)
            {
                continue;
            }

            string[] fields = row.ToString().Split(',', 4);
            row.Clear();
            bool measured = fields[0] + fields[2] is "IRN2018" or "KEN2022" or "PAK2019";
            if (fields.Length == 4 && !measured)
            {
                foreach (CorpusSentence sentence in splitter.Split(fields[3].Trim().Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal)))
                {
                    yield return sentence;
                }
            }
        }
    }

    private static int Count(StringBuilder text, char wanted)
    {
        int count = 0;
        foreach (ReadOnlyMemory<char> chunk in text.GetChunks())
        {
            count += chunk.Span.Count(wanted);
        }

        return count;
    }

    /// <summary>Cuts text into sentences and tokens by the library's own first stages, for that is what the parser will be given.</summary>
    private sealed class TextSplitter
    {
        private readonly IAnalysisStage[] _stages;
        private readonly DocumentContext _document = new();

        public TextSplitter()
        {
            var resources = new AnalysisResources(new Vocabulary());
            _stages = [new Tokenizer(resources), new SentenceSplitter(resources)];
            resources.Vocabulary.Freeze();
        }

        public List<CorpusSentence> Split(string text)
        {
            _document.Reset(new Article { Text = text });
            foreach (IAnalysisStage stage in _stages)
            {
                stage.Run(_document);
            }

            List<CorpusSentence> sentences = [];
            foreach (Sentence sentence in _document.Sentences)
            {
                string[] forms = new string[sentence.TokenCount];
                for (int i = 0; i < forms.Length; i++)
                {
                    forms[i] = _document.TokenText(sentence.FirstToken + i).ToString();
                }

                sentences.Add(new CorpusSentence { Forms = forms });
            }

            return sentences;
        }
    }
}
