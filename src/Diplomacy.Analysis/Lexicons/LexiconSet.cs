using System.Text;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// The lexicons of one analyzer: the embedded tables, with what the user put beside them or in their place. Read while
/// the analyzer is built.
/// </summary>
internal sealed class LexiconSet
{
    private readonly Dictionary<LexiconKind, List<string[]>> _added = [];
    private readonly HashSet<LexiconKind> _replaced = [];
    private readonly Dictionary<LexiconKind, Task<List<string[]>>> _ahead = [];

    /// <summary>Reads a table at once (the stream may be closed afterwards) and puts it behind what is there.</summary>
    /// <exception cref="LexiconFormatException">The table is malformed.</exception>
    public void Add(LexiconKind kind, Stream stream)
    {
        List<string[]> rows = Read(kind, stream);
        if (_added.TryGetValue(kind, out List<string[]>? before))
        {
            before.AddRange(rows);
        }
        else
        {
            _added.Add(kind, rows);
        }
    }

    /// <summary>Reads a table at once and puts it in the place of what is there.</summary>
    /// <exception cref="LexiconFormatException">The table is malformed.</exception>
    public void Replace(LexiconKind kind, Stream stream)
    {
        _added[kind] = Read(kind, stream);
        _replaced.Add(kind);
    }

    /// <summary>Begins to read an embedded table on another thread, for <see cref="Rows"/> to have it ready.</summary>
    public void ReadAhead(LexiconKind kind)
    {
        if (!_replaced.Contains(kind))
        {
            _ahead[kind] = Task.Run(() => ReadEmbedded(kind));
        }
    }

    /// <summary>The rows of a lexicon, each with one cell for each column of its schema, in the schema's order.</summary>
    public IEnumerable<string[]> Rows(LexiconKind kind)
    {
        if (!_replaced.Contains(kind))
        {
            foreach (string[] row in _ahead.Remove(kind, out Task<List<string[]>>? ahead) ? ahead.GetAwaiter().GetResult() : ReadEmbedded(kind))
            {
                yield return row;
            }
        }

        foreach (string[] row in _added.GetValueOrDefault(kind, []))
        {
            yield return row;
        }
    }

    private static List<string[]> ReadEmbedded(LexiconKind kind)
    {
        using Stream stream = typeof(LexiconSet).Assembly.GetManifestResourceStream($"lexicons/{LexiconSchema.FileName(kind)}.tsv")
            ?? throw new InvalidOperationException($"The assembly holds no lexicon '{LexiconSchema.FileName(kind)}'; models/lexicons/{LexiconSchema.FileName(kind)}.tsv must be there when the library is built.");
        return Read(kind, stream);
    }

    private static List<string[]> Read(LexiconKind kind, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        LexiconColumn[] columns = LexiconSchema.Columns(kind);
        int[]? places = null;
        int given = 0;
        var rows = new List<string[]>();
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 14, leaveOpen: true);
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            // A lone "#" may be an entry; a comment has a blank behind it.
            if (text.Length == 0 || text.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            string[] cells = text.Split('\t');
            if (places is null)
            {
                places = Header(kind, columns, cells, line);
                given = cells.Length;
                continue;
            }

            if (cells.Length > given)
            {
                throw new LexiconFormatException(kind, line, "", $"{cells.Length} cells where the header names {given} columns; cells are parted by one tab each.");
            }

            rows.Add(Row(kind, columns, places, cells, line));
        }

        if (places is null)
        {
            throw new LexiconFormatException(kind, 1, "", $"the header line is missing; it names the columns {string.Join(", ", columns.Select(c => c.Name))}, parted by tabs.");
        }

        return rows;
    }

    private static int[] Header(LexiconKind kind, LexiconColumn[] columns, string[] names, int line)
    {
        var places = new int[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            places[i] = Array.IndexOf(names, columns[i].Name);
            if (places[i] < 0 && columns[i].Required)
            {
                throw new LexiconFormatException(kind, line, columns[i].Name, "the header lacks this column.");
            }
        }

        foreach (string name in names)
        {
            if (Array.FindIndex(columns, c => c.Name == name) < 0)
            {
                throw new LexiconFormatException(kind, line, name, $"there is no such column; the lexicon has {string.Join(", ", columns.Select(c => c.Name))}.");
            }
        }

        return places;
    }

    private static string[] Row(LexiconKind kind, LexiconColumn[] columns, int[] places, string[] cells, int line)
    {
        var row = new string[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            row[i] = (uint)places[i] < (uint)cells.Length ? cells[places[i]] : "";
            if (LexiconSchema.Fault(columns[i], row[i]) is { } fault)
            {
                throw new LexiconFormatException(kind, line, columns[i].Name, fault);
            }
        }

        return row;
    }
}
