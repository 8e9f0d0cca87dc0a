using System.Text;
using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>
/// Running text from the tokens of the worldwide newspaper corpus, which has no text of its own. The offsets of our labels count
/// in it, so its rules must stay as they are.
/// </summary>
internal static class WorldwideTexts
{
    private static readonly HashSet<string> NoSpaceBefore = [.. ".,;:!?)]}%’”".Select(c => c.ToString()), "...", "n't", "'s", "'S", "'re", "'ve", "'ll", "'m", "'d", "'"];

    private static readonly HashSet<string> NoSpaceBehind = [.. "([{$£€“‘#".Select(c => c.ToString())];

    /// <summary>Ids and texts of the documents of a file, a paragraph for each block of lines.</summary>
    public static IEnumerable<(string Id, string Text)> Read(string path)
    {
        string? id = null;
        List<List<string>> paragraphs = [];
        List<string> paragraph = [];
        using StreamReader reader = CorpusFile.Open(path);
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.StartsWith("# doc = ", StringComparison.Ordinal))
            {
                Flush();
                if (id is not null)
                {
                    yield return (id, Text(paragraphs));
                }

                (id, paragraphs) = (line[8..].Trim(), []);
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                Flush();
            }
            else
            {
                paragraph.Add(line.Split('\t')[0]);
            }
        }

        Flush();
        if (id is not null)
        {
            yield return (id, Text(paragraphs));
        }

        void Flush()
        {
            if (paragraph.Count > 0)
            {
                paragraphs.Add(paragraph);
                paragraph = [];
            }
        }
    }

    private static string Text(List<List<string>> paragraphs)
    {
        if (paragraphs.Count > 0 && paragraphs[0][0].StartsWith("http", StringComparison.Ordinal))
        {
            paragraphs.RemoveAt(0);
        }

        return string.Join("\n\n", paragraphs.Select((p, i) => Join(p, i < 2)));
    }

    /// <summary>The tokens of a paragraph as running text: straight quotation marks open and close in turn, hyphens inside words are closed up.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="opening">Whether a dateline may stand at the start: a hyphen before a capital is then a dash.</param>
    internal static string Join(List<string> tokens, bool opening)
    {
        var text = new StringBuilder();
        bool open = false, glued = true;
        for (int i = 0; i < tokens.Count; i++)
        {
            string token = tokens[i];
            if (token == "\"")
            {
                if (!open && !glued && text.Length > 0)
                {
                    text.Append(' ');
                }

                text.Append('"');
                (open, glued) = (!open, !open);
                continue;
            }

            string next = i + 1 < tokens.Count ? tokens[i + 1] : "";
            if (token == "-" && text.Length > 0 && next != "-" && tokens[i == 0 ? tokens.Count - 1 : i - 1] != "-" && IsLetterOrDigit(text[^1]) && next.Length > 0 && IsLetterOrDigit(next[0])
                && !(opening && i < 9 && !char.IsLower(next[0])))
            {
                text.Append('-');
                glued = true;
                continue;
            }

            if (!glued && text.Length > 0 && !NoSpaceBefore.Contains(token))
            {
                text.Append(' ');
            }

            text.Append(token);
            glued = NoSpaceBehind.Contains(token);
        }

        return text.ToString();
    }

    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherNumber or System.Globalization.UnicodeCategory.LetterNumber;
}
