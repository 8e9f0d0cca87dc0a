namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// Reads the tab-separated lexicons of <c>models/lexicons</c>: lines that start with <c># </c> are comments (a lone
/// <c>#</c> may be an entry), the first other line names the columns, short lines are filled up with empty cells.
/// </summary>
internal static class LexiconTable
{
    /// <summary>The rows of the embedded lexicon <paramref name="name"/> (without extension), header left out.</summary>
    /// <exception cref="InvalidOperationException">The assembly holds no such lexicon.</exception>
    public static List<string[]> Embedded(string name)
    {
        using Stream stream = typeof(LexiconTable).Assembly.GetManifestResourceStream($"lexicons/{name}.tsv")
            ?? throw new InvalidOperationException($"The assembly holds no lexicon '{name}'; models/lexicons/{name}.tsv must be there when the library is built.");
        return Read(stream);
    }

    /// <summary>The rows of <paramref name="stream"/>, header left out.</summary>
    public static List<string[]> Read(Stream stream)
    {
        var rows = new List<string[]>();
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        int columns = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (columns == 0)
            {
                columns = cells.Length;
                continue;
            }

            if (cells.Length < columns)
            {
                int given = cells.Length;
                Array.Resize(ref cells, columns);
                Array.Fill(cells, "", given, columns - given);
            }

            rows.Add(cells);
        }

        return rows;
    }
}
