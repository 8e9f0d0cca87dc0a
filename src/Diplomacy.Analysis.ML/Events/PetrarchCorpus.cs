using System.Text.RegularExpressions;
using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Events;

/// <summary>Reads the validation sentences of PETRARCH: each with the CAMEO codes that a coder should find in it.</summary>
internal static partial class PetrarchCorpus
{
    /// <summary>The sentences of a file and their codes; none where a sentence holds no event.</summary>
    public static IEnumerable<(string Text, string[] Codes)> Read(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        foreach (Match sentence in Sentence().Matches(reader.ReadToEnd()))
        {
            Match text = Text().Match(sentence.Value);
            if (text.Success)
            {
                yield return (Blank().Replace(text.Groups[1].Value, " ").Trim(), [.. Code().Matches(sentence.Value).Select(m => m.Groups[1].Value)]);
            }
        }
    }

    [GeneratedRegex("<Sentence .*?</Sentence>", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("<Text>(.*?)</Text>", RegexOptions.Singleline)]
    private static partial Regex Text();

    [GeneratedRegex("<EventCoding[^>]*eventcode=\"(\\d+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blank();
}
