using System.Globalization;

namespace Diplomacy.Analysis.ML.Data;

/// <summary>
/// Reads CoNLL-U (Universal Dependencies). Syntactic words only: multi-word tokens give their parts (<c>don't</c>: <c>do</c>,
/// <c>n't</c>), empty nodes are dropped.
/// </summary>
internal static class ConlluReader
{
    public static IEnumerable<CorpusSentence> Read(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        foreach (CorpusSentence sentence in Read(reader))
        {
            yield return sentence;
        }
    }

    public static IEnumerable<CorpusSentence> Read(TextReader reader)
    {
        string document = "";
        string? text = null;
        List<string[]> rows = [];
        List<bool> spaces = [];
        int wordEnd = -1;
        bool wordSpace = true;
        for (string? line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (rows.Count > 0)
                {
                    yield return Make(document, text, rows, spaces);
                }

                rows = [];
                spaces = [];
                text = null;
                wordEnd = -1;
                if (line is null)
                {
                    yield break;
                }
            }
            else if (line[0] == '#')
            {
                document = After(line, "# newdoc id = ") ?? document;
                text = After(line, "# text = ") ?? text;
            }
            else
            {
                string[] row = line.Split('\t');
                if (row.Length < 10)
                {
                    throw new InvalidDataException($"A row of CoNLL-U has {row.Length} columns instead of 10: '{line}'.");
                }

                bool space = !row[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                int dash = row[0].IndexOf('-', StringComparison.Ordinal);
                if (dash > 0)
                {
                    // The parts of "don't" carry no SpaceAfter of their own: none inside, the whole word's at its end.
                    wordEnd = int.Parse(row[0].AsSpan(dash + 1), CultureInfo.InvariantCulture);
                    wordSpace = space;
                }
                else if (!row[0].Contains('.', StringComparison.Ordinal))
                {
                    int id = int.Parse(row[0], CultureInfo.InvariantCulture);
                    rows.Add(row);
                    spaces.Add(id > wordEnd ? space : id == wordEnd && wordSpace);
                }
            }
        }
    }

    private static string? After(string line, string prefix) => line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..] : null;

    private static CorpusSentence Make(string document, string? text, List<string[]> rows, List<bool> spaces) => new()
    {
        Document = document,
        Text = text,
        Forms = Column(rows, 1),
        Lemmas = Column(rows, 2),
        UniversalTags = Column(rows, 3),
        Tags = Column(rows, 4),
        Heads = [.. rows.Select(r => int.TryParse(r[6], CultureInfo.InvariantCulture, out int head) ? head - 1 : -1)],
        Relations = Column(rows, 7),
        SpaceAfter = [.. spaces],
    };

    private static string[] Column(List<string[]> rows, int column) => [.. rows.Select(r => r[column])];
}
