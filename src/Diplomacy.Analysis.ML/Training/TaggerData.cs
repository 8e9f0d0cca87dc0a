using Diplomacy.Analysis.ML.Data;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>Brings corpora of different tagging customs to the one of the UD English treebanks.</summary>
internal static class TaggerData
{
    /// <summary>A UD treebank: its tags are ours.</summary>
    public static IEnumerable<TaggerExample> Universal(IEnumerable<CorpusSentence> sentences)
    {
        foreach (CorpusSentence sentence in sentences)
        {
            yield return new TaggerExample(sentence.Forms, Array.ConvertAll(sentence.Tags!, t => PennTags.Parse(t))) { Lemmas = sentence.Lemmas };
        }
    }

    /// <summary>
    /// MASC, PolNeAR: older Penn custom, hyphenated words whole. What differs in custom is not learned: marks, words with a hyphen
    /// or a slash, words that <paramref name="gold"/> tags otherwise as a habit ("to" is IN there before a noun, "please" UH), and
    /// single tags that a word which is frequent in <paramref name="gold"/> never has there.
    /// </summary>
    public static IEnumerable<TaggerExample> Penn(IReadOnlyList<CorpusSentence> sentences, IReadOnlyList<TaggerExample> gold)
    {
        Dictionary<string, int[]> ours = Count(gold.SelectMany(e => e.Forms.Zip(e.Tags)));
        Dictionary<string, int[]> theirs = Count(sentences.SelectMany(s => s.Forms.Zip(Array.ConvertAll(s.Tags!, t => PennTags.Parse(t)))));
        foreach (CorpusSentence sentence in sentences)
        {
            var tags = new PennTag[sentence.Length];
            PennTag[] original = Array.ConvertAll(sentence.Tags!, t => PennTags.Parse(t));
            string[] forms = (string[])sentence.Forms.Clone();
            for (int i = 0; i < tags.Length; i++)
            {
                forms[i] = forms[i] switch { "-LRB-" => "(", "-RRB-" => ")", "-LSB-" => "[", "-RSB-" => "]", "-LCB-" => "{", "-RCB-" => "}", "``" or "''" => "\"", _ => forms[i] };
                PennTag tag = original[i];
                tags[i] = tag != PennTag.None && IsWord(forms[i]) && Agrees(forms[i].ToLowerInvariant(), tag, ours, theirs) ? tag : PennTag.None;
            }

            yield return new TaggerExample(forms, tags) { Original = original };
        }
    }

    private static bool IsWord(string form)
    {
        foreach (char c in form)
        {
            if (!char.IsLetter(c) && c is not ('.' or '\''))
            {
                return false;
            }
        }

        return form.Length > 0;
    }

    private static bool Agrees(string word, PennTag tag, Dictionary<string, int[]> ours, Dictionary<string, int[]> theirs)
    {
        if (!ours.TryGetValue(word, out int[]? mine))
        {
            return true;
        }

        int[] other = theirs[word];
        double mineTotal = mine.Sum(), otherTotal = other.Sum();
        if (mineTotal >= 10 && mine[(int)tag] == 0)
        {
            return false;
        }

        // Content words differ by topic; only function words, which are frequent, show custom.
        if (mineTotal < 40 || otherTotal < 40)
        {
            return true;
        }

        double distance = 0;
        for (int t = 0; t < mine.Length; t++)
        {
            distance += Math.Abs((mine[t] / mineTotal) - (other[t] / otherTotal));
        }

        return distance < 0.3;
    }

    private static Dictionary<string, int[]> Count(IEnumerable<(string Form, PennTag Tag)> tokens)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach ((string form, PennTag tag) in tokens)
        {
            string word = form.ToLowerInvariant();
            if (!counts.TryGetValue(word, out int[]? tags))
            {
                counts[word] = tags = new int[PennTags.Count];
            }

            tags[(int)tag]++;
        }

        return counts;
    }
}
