using System.Text;

namespace Diplomacy.Analysis.Batch.Formats;

/// <summary>
/// The names that exports give to the fields we read (Formats/field-names.tsv). A name is looked up exactly, then
/// without case, spaces and punctuation; where a table has several columns for a role, the lower rank wins.
/// </summary>
internal sealed class FieldNames
{
    private static readonly Lazy<FieldNames> Embedded = new(() =>
    {
        using Stream stream = typeof(FieldNames).Assembly.GetManifestResourceStream("formats/field-names.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new FieldNames(reader);
    });

    private readonly Dictionary<string, (FieldRole Role, int Rank)> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (FieldRole Role, int Rank)> _folded = new(StringComparer.Ordinal);

    private FieldNames(TextReader reader)
    {
        int rank = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line == "role\tname")
            {
                continue;
            }

            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            FieldRole role = Enum.Parse<FieldRole>(line.AsSpan(0, tab).ToString().Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            string name = line[(tab + 1)..];
            _exact.TryAdd(name, (role, rank));
            _folded.TryAdd(Fold(name), (role, rank));
            rank++;
        }
    }

    public static FieldNames Default => Embedded.Value;

    /// <summary>The role of a field with this name and its rank (lower is more trusted); <see cref="FieldRole.None"/> where the name tells nothing.</summary>
    public (FieldRole Role, int Rank) Find(string name)
    {
        string trimmed = name.Trim().Trim('\uFEFF', '"', '\'');
        if (_exact.TryGetValue(trimmed, out (FieldRole Role, int Rank) found))
        {
            return found;
        }

        string folded = Fold(trimmed);
        return folded.Length > 0 && _folded.TryGetValue(folded, out found) ? found : (FieldRole.None, int.MaxValue);
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}
