using System.Text;

namespace Diplomacy.Analysis.Batch.Formats;

/// <summary>A kind of export that has a name (Formats/export-formats.tsv): what it is made of and whether it holds text at all.</summary>
public sealed class ExportFormat
{
    private static readonly Lazy<IReadOnlyList<ExportFormat>> Embedded = new(Load);

    private ExportFormat(string[] cells)
    {
        (Name, Title, Kind, Note) = (cells[0], cells[1], cells[2], cells[6]);
        Signature = cells[3].Length == 0 ? [] : cells[3].Split(',');
        Header = cells[4].Length == 0 ? [] : cells[4].Split(',');
        HasText = cells[5] == "yes";
    }

    /// <summary>All formats that are known by name.</summary>
    public static IReadOnlyList<ExportFormat> All => Embedded.Value;

    /// <summary>Short name, as for <c>--format-in</c>.</summary>
    public string Name { get; }

    /// <summary>Name for people.</summary>
    public string Title { get; }

    /// <summary>What it is made of: "table", "json", "text" or "xlsx".</summary>
    public string Kind { get; }

    /// <summary>Whether it holds the text of the articles; where not, it cannot be analysed.</summary>
    public bool HasText { get; }

    /// <summary>What is worth knowing, such as where the text is to be had; empty where there is nothing.</summary>
    public string Note { get; }

    /// <summary>Columns that together tell the format.</summary>
    internal IReadOnlyList<string> Signature { get; }

    /// <summary>Names of the columns where the file has no header.</summary>
    internal IReadOnlyList<string> Header { get; }

    /// <summary>The format with this short name, or null.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ExportFormat? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The format of a table that starts with these rows, or null. Of several, the one whose signature is longest.</summary>
    internal static ExportFormat? Detect(IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var first = new HashSet<string>(rows[0].Select(c => c.Trim().Trim('\uFEFF')), StringComparer.OrdinalIgnoreCase);
        return All.Where(f => f.Signature.Count > 0 && f.Signature.All(first.Contains)).MaxBy(f => f.Signature.Count)
            ?? All.FirstOrDefault(f => f.Header.Count > 0 && f.Header.Count == rows[0].Length && IsGdelt(rows[0]));
    }

    // The files of GDELT have no header: a number and a day, or "20260101000000-12" and a time.
    private static bool IsGdelt(string[] row)
    {
        ReadOnlySpan<char> id = row[0];
        int dash = id.IndexOf('-');
        bool number = id.Length > 5 && !id[..(dash < 0 ? id.Length : dash)].ContainsAnyExceptInRange('0', '9');
        return number && row[1].Length is 8 or 14 && !row[1].AsSpan().ContainsAnyExceptInRange('0', '9');
    }

    private static ExportFormat[] Load()
    {
        using Stream stream = typeof(ExportFormat).Assembly.GetManifestResourceStream("formats/export-formats.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#' && !l.StartsWith("name\t", StringComparison.Ordinal)).Select(l => new ExportFormat(l.Split('\t')))];
    }
}
