using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>Finds the lemmas that the rules of <see cref="Lemmatizer"/> miss.</summary>
internal static class LemmaLearner
{
    /// <summary>The exceptions of the treebanks, in the order of forms and tags.</summary>
    public static List<(string Form, PennTag Tag, string Lemma)> Exceptions(IEnumerable<TaggerExample> gold, IReadOnlyDictionary<string, ushort> net)
    {
        var counts = new SortedDictionary<(string Form, PennTag Tag), Dictionary<string, int>>(Comparer<(string Form, PennTag Tag)>.Create(
            (a, b) => string.CompareOrdinal(a.Form, b.Form) is not 0 and int order ? order : a.Tag.CompareTo(b.Tag)));
        foreach (TaggerExample example in gold)
        {
            for (int i = 0; example.Lemmas is not null && i < example.Forms.Length; i++)
            {
                // Names are their own lemmas; "_" is no lemma.
                if (example.Tags[i] is PennTag.None or PennTag.NNP or PennTag.NNPS || example.Lemmas[i] == "_" || example.Forms[i].Length > 50)
                {
                    continue;
                }

                (string, PennTag) key = (example.Forms[i].ToLowerInvariant().Replace('’', '\''), example.Tags[i]);
                if (!counts.TryGetValue(key, out Dictionary<string, int>? lemmas))
                {
                    counts[key] = lemmas = new Dictionary<string, int>(StringComparer.Ordinal);
                }

                lemmas[example.Lemmas[i]] = lemmas.GetValueOrDefault(example.Lemmas[i]) + 1;
            }
        }

        Lemmatizer rules = Rules(net);
        List<(string, PennTag, string)> exceptions = [];
        foreach (((string form, PennTag tag), Dictionary<string, int> lemmas) in counts)
        {
            (string lemma, int count) = lemmas.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First();
            bool open = tag is PennTag.NN or PennTag.JJ or PennTag.CD or PennTag.RB;
            if (lemma.Length <= 60 && rules.Lemma(form, tag) != lemma && (!open || count >= 2))
            {
                exceptions.Add((form, tag, lemma));
            }
        }

        return exceptions;
    }

    private static Lemmatizer Rules(IReadOnlyDictionary<string, ushort> net)
    {
        var writer = new WeightFileWriter();
        LemmaTable.Write(writer, []);
        WordUses.Write(writer, TaggerTrainer.Uses([], net));
        WeightFile file = WeightFile.Open(new MemoryStream(writer.ToArray()));
        return new Lemmatizer(LemmaTable.Read(file), WordUses.Read(file));
    }
}
