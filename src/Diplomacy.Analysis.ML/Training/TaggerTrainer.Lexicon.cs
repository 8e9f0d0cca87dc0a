using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

internal sealed partial class TaggerTrainer
{
    private const int MostSeenClasses = 255;

    /// <summary>Counts the tags of each word in small letters.</summary>
    internal static SortedDictionary<string, int[]> CountTags(IEnumerable<TaggerExample> examples, bool original)
    {
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (TaggerExample example in examples)
        {
            PennTag[] tags = original ? example.Original : example.Tags;
            for (int i = 0; i < example.Forms.Length; i++)
            {
                if (tags[i] != PennTag.None)
                {
                    string word = example.Forms[i].ToLowerInvariant();
                    if (!counts.TryGetValue(word, out int[]? list))
                    {
                        counts[word] = list = new int[PennTags.Count];
                    }

                    list[(int)tags[i]]++;
                }
            }
        }

        return counts;
    }

    private List<(string, (PennTag, bool)[], bool)> Dictionary(IReadOnlyList<TaggerExample> gold)
    {
        List<(string, (PennTag, bool)[], bool)> dictionary = [];
        // Frequent words first: the tagger keeps the sums of the first thousands.
        foreach ((string word, int[] tags) in CountTags(gold, original: false).OrderByDescending(p => p.Value.Sum()).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            int total = tags.Sum();
            if (total < _options.DictionaryCount || word.Length > 60)
            {
                continue;
            }

            // Once in two hundred is more often a slip of the annotators than a use of the word.
            (PennTag, bool)[] list = [.. Ordered(tags).Where(t => tags[(int)t] * 200 >= total).Select(t => (t, tags[(int)t] * 10 >= total))];
            dictionary.Add((word, list, list.Length == 1 && total >= _options.SureCount));
        }

        return dictionary;
    }

    private static IEnumerable<PennTag> Ordered(int[] tags) =>
        Enumerable.Range(1, PennTags.Count - 1).Where(t => tags[t] > 0).OrderByDescending(t => tags[t]).ThenBy(t => t).Select(t => (PennTag)t);

    /// <summary>
    /// The word table. Counts of the other text are not mixed with those of the gold text: a word that is rare in the gold text
    /// then has the same kind of entry in training as a word that was never met.
    /// </summary>
    internal static Dictionary<uint, (byte, ushort)> Uses(IReadOnlyList<TaggerExample> silver, IReadOnlyDictionary<string, ushort> net)
    {
        List<(uint Key, string Class, string Top)> seen = [];
        foreach ((string word, int[] tags) in CountTags(silver, original: true))
        {
            int total = tags.Sum();
            if (total >= 2)
            {
                PennTag[] common = [.. Ordered(tags).Where(t => tags[(int)t] * 8 >= total)];
                seen.Add((KeyOf(word), string.Join(' ', common), common[0].ToString()));
            }
        }

        // One byte a word: the commonest lists of tags have a class of their own, the rest share that of their first tag.
        string[] tops = [.. seen.Select(s => s.Top).Distinct().Order(StringComparer.Ordinal)];
        string[] classes = [.. tops, .. seen.GroupBy(s => s.Class).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Except(tops).Take(MostSeenClasses - tops.Length)];
        var index = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (string name in classes)
        {
            index[name] = (byte)(index.Count + 1);
        }

        var words = new Dictionary<uint, (byte, ushort)>();
        foreach ((uint key, string name, string top) in seen)
        {
            words[key] = (index.TryGetValue(name, out byte number) ? number : index[top], 0);
        }

        foreach ((string word, ushort mask) in net)
        {
            uint key = KeyOf(word);
            words[key] = (words.TryGetValue(key, out (byte Seen, ushort Net) entry) ? entry.Seen : (byte)0, (ushort)(entry.Net | mask));
        }

        return words;
    }

    private static uint KeyOf(string word) => TagFeatures.Facts(word, SentenceCase.Mixed, WordClusters.Empty).Word;
}
