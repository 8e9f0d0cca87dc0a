using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Events;

/// <summary>Reads PLV, event sentences with source, target and PLOVER root, a row each.</summary>
internal static class EventCorpus
{
    private static readonly string[] Columns = ["sentence", "source", "target", "root"];

    /// <summary>The rows of a file, in its order.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a row has fewer cells than the header.</exception>
    public static List<EventSentence> Read(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        string[] header = reader.ReadLine()?.Split('\t') ?? [];
        int[] at = [.. Columns.Select(c => Array.IndexOf(header, c))];
        if (at.Contains(-1))
        {
            throw new InvalidDataException($"'{path}' has no column '{Columns[Array.IndexOf(at, -1)]}'.");
        }

        List<EventSentence> rows = [];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (cells.Length < header.Length)
            {
                throw new InvalidDataException($"A row of '{path}' has {cells.Length} cells instead of {header.Length}: '{line}'.");
            }

            rows.Add(new EventSentence(cells[at[0]], Find(cells[at[0]], cells[at[1]]), Find(cells[at[0]], cells[at[2]]), cells[at[3]]));
        }

        return rows;
    }

    private static TextSpan Find(string sentence, string name)
    {
        int start = name.Length == 0 ? -1 : sentence.IndexOf(name, StringComparison.Ordinal);
        return start < 0 ? default : new TextSpan(start, name.Length);
    }
}
