using System.Text;
using System.Text.Json;
using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Sentences;

/// <summary>Texts to learn sentence boundaries from.</summary>
internal static class BoundaryCorpus
{
    /// <summary>The documents of a treebank, put together of their sentences: a blank between two, a blank line where a paragraph starts.</summary>
    public static IEnumerable<BoundaryDocument> Treebank(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        var text = new StringBuilder();
        var starts = new HashSet<int>();
        bool paragraph = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && text.Length > 0)
            {
                yield return new BoundaryDocument(text.ToString(), starts);
                text.Clear();
                starts = [];
            }

            paragraph |= line.StartsWith("# newpar", StringComparison.Ordinal);
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text.Append(text.Length == 0 ? "" : paragraph ? "\n\n" : " ");
                starts.Add(text.Length);
                text.Append(line.AsSpan(9));
                paragraph = false;
            }
        }

        if (text.Length > 0)
        {
            yield return new BoundaryDocument(text.ToString(), starts);
        }
    }

    /// <summary>The <c>text</c> fields of a JSONL file, without annotation.</summary>
    public static IEnumerable<BoundaryDocument> Plain(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return new BoundaryDocument(json.RootElement.GetProperty("text").GetString()!, null);
        }
    }
}
