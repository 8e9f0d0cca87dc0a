using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>
/// The corpora with names, each with its tags mapped to ours. Bits of a mapping: 1 no name, 2 person, 4 organisation,
/// 8 location, 16 group, 32 other.
/// </summary>
internal static class EntityCorpora
{
    /// <summary>
    /// Names of the corpora that <see cref="Read"/> knows: newspapers from all over the world (nine types), CrossNER politics,
    /// the web treebank's names, and the machine annotation of US political news.
    /// </summary>
    public static readonly string[] Known = ["worldwide", "crossner", "uner", "polnear"];

    /// <summary>Reads a corpus for training from the data folder.</summary>
    /// <exception cref="ArgumentException">No corpus has this name.</exception>
    public static List<EntityDocument> Read(string name, string folder) => name switch
    {
        "worldwide" => Worldwide(Path.Combine(folder, "worldwide", "train.tsv.gz")),
        "crossner" => [.. Group(name, IobReader.Read(Path.Combine(folder, "crossner-politics", "train.txt.gz")), CrossNer, 1, 8), .. Group(name, IobReader.Read(Path.Combine(folder, "crossner-politics", "dev.txt.gz")), CrossNer, 1, 8)],
        "uner" => Group(name, Uner(Path.Combine(folder, "uner-ewt", "train.iob2.gz")), Plain, EntitySentence.Open, 0),
        "polnear" => Group(name, CoreNlp(Path.Combine(folder, "polnear", "train.corenlp.tsv.gz")), Plain, 1, 0),
        _ => throw new ArgumentException($"There is no corpus '{name}'; there are {string.Join(", ", Known)}.", nameof(name)),
    };

    /// <summary>Newspaper articles, for training or (its dev part) for measuring.</summary>
    public static List<EntityDocument> Worldwide(string path) => Group("worldwide", IobReader.Read(path), WorldwideTypes, 1, 0);

    /// <summary>UN speeches with IO tags; only for measuring.</summary>
    public static List<EntityDocument> Speeches(string path) => Group("un-ner", IobReader.Read(path), Plain, 1, 0);

    private static uint WorldwideTypes(string tag) => tag.ToUpperInvariant() switch
    {
        "PERSON" => 2,
        "ORGANIZATION" => 4,
        "LOCATION" => 8,
        "NORP" => 16,
        "MISC" or "FACILITY" or "PRODUCT" => 32,
        _ => 0,
    };

    private static uint CrossNer(string tag) => tag switch
    {
        "politician" or "person" => 2,
        "politicalparty" or "organisation" => 4,
        "location" or "country" => 8,
        "misc" => 16 | 32,
        "event" or "election" => 32,
        _ => 0,
    };

    // Under MISC these corpora have nations too.
    private static uint Plain(string tag) => tag switch
    {
        "PER" or "PERSON" => 2,
        "ORG" or "ORGANIZATION" => 4,
        "LOC" or "LOCATION" => 8,
        "MISC" => 16 | 32,
        _ => 0,
    };

    private static List<EntityDocument> Group(string corpus, IEnumerable<CorpusSentence> sentences, Func<string, uint> typesOf, uint outside, int perDocument)
    {
        List<EntityDocument> documents = [];
        string last = "";
        foreach (CorpusSentence sentence in sentences)
        {
            if (documents.Count == 0 || sentence.Document != last || (perDocument > 0 && documents[^1].Sentences.Count == perDocument))
            {
                documents.Add(new EntityDocument(corpus, []));
                last = sentence.Document;
            }

            documents[^1].Sentences.Add(EntitySentence.Make(sentence.Forms, sentence.Entities!, typesOf, outside));
        }

        return documents;
    }

    private static IEnumerable<CorpusSentence> Uner(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        string document = "";
        List<string> forms = [], tags = [];
        for (string? line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            if (string.IsNullOrEmpty(line))
            {
                if (forms.Count > 0)
                {
                    yield return new CorpusSentence { Document = document, Forms = [.. forms], Entities = [.. tags] };
                    forms = [];
                    tags = [];
                }

                if (line is null)
                {
                    yield break;
                }
            }
            else if (line[0] == '#')
            {
                document = line.StartsWith("# newdoc id = ", StringComparison.Ordinal) ? line[14..] : document;
            }
            else
            {
                string[] row = line.Split('\t');
                forms.Add(row[1]);
                tags.Add(row[2].Length > 2 ? row[2] : "O");
            }
        }
    }

    // CoreNLP writes types without B and I, and the brackets and quotation marks of the treebank.
    private static IEnumerable<CorpusSentence> CoreNlp(string path)
    {
        foreach (CorpusSentence sentence in CoreNlpReader.Read(path))
        {
            string[] tags = new string[sentence.Length];
            for (int i = 0; i < tags.Length; i++)
            {
                string type = sentence.Entities![i];
                tags[i] = type is not ("PERSON" or "ORGANIZATION" or "LOCATION" or "MISC") ? "O" : (i > 0 && sentence.Entities[i - 1] == type ? "I-" : "B-") + type;
            }

            string[] forms = Array.ConvertAll(sentence.Forms, f => f switch { "``" or "''" => "\"", "-LRB-" => "(", "-RRB-" => ")", _ => f });
            yield return sentence with { Forms = forms, Entities = tags };
        }
    }
}
