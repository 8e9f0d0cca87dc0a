using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>Reads one article a row from CSV and its kin.</summary>
internal sealed class TableReader
{
    private static readonly FieldRole[] Roles = Enum.GetValues<FieldRole>();

    private readonly HeadStream _utf8;
    private readonly string _file;
    private readonly ReaderOptions _options;
    private readonly char _separator;

    /// <summary>Looks at the start of the table and finds its columns.</summary>
    /// <exception cref="InputFormatException">A column named by the user is not there, or nothing looks like the text.</exception>
    public TableReader(HeadStream utf8, string file, ReaderOptions options)
    {
        _utf8 = utf8;
        _file = file;
        _options = options;
        _separator = options.Delimiter ?? Dialect.Separator(utf8.Head, utf8.HeadIsAll);
        List<string[]> sample = Dialect.Sample(utf8.Head, utf8.HeadIsAll, _separator);
        if (sample.Count > 0 && IsSeparatorLine(sample[0]))
        {
            sample.RemoveAt(0);
        }

        IsEmpty = sample.Count == 0;
        Format = options.Format ?? ExportFormat.Detect(sample);
        ColumnMap.Refuse(Format, file, options);
        Columns = IsEmpty ? null! : ColumnMap.Find(sample, file, options, Format);
    }

    /// <summary>Whether there is not even a header.</summary>
    public bool IsEmpty { get; }

    public ColumnMap Columns { get; }

    /// <summary>The named format, or null.</summary>
    public ExportFormat? Format { get; }

    /// <summary>How the table is read, for the user's eye.</summary>
    public string Describe()
    {
        if (IsEmpty)
        {
            return "empty";
        }

        string separator = _separator switch { ',' => "commas", ';' => "semicolons", '\t' => "tabs", _ => $"'{_separator}'" };
        IEnumerable<string> columns = Roles.Where(r => r is not (FieldRole.None or FieldRole.Author or FieldRole.Section) && Columns[r] >= 0 && (r != FieldRole.SpeakerCountry || Columns.CountrySpeaks || Columns[FieldRole.Speaker] >= 0))
            .Select(r => $"{(r == FieldRole.SpeakerCountry ? "country" : r.ToString().ToLowerInvariant())} = '{Columns.Header[Columns[r]]}'");
        return $"{(Format is null ? "" : $"{Format.Title}, ")}{separator}{(Columns.HasHeader ? "" : ", no header")}; {string.Join(", ", columns)}{(Format is { Note.Length: > 0 } ? $" ({Format.Note})" : "")}";
    }

    public IEnumerable<InputRecord> Read()
    {
        if (IsEmpty)
        {
            yield break;
        }

        using var scanner = new TableScanner(_utf8, _separator, _options) { Width = Columns.Header.Count };
        var fields = new ArticleFields(_options, InputFile.Unpacked(Path.GetFileName(_file))) { DateOrder = Columns.DateOrder, JoinsSummary = Format is { Name: "dow-jones" } };
        bool header = Columns.HasHeader;
        long number = 0;
        while (scanner.TryRead(out TableRow row))
        {
            if (number == 0 && IsSeparatorLine(row.Fields))
            {
                continue;
            }

            if (header)
            {
                header = false;
                continue;
            }

            number++;
            yield return Record(row, number, fields);
        }
    }

    private InputRecord Record(in TableRow row, long number, ArticleFields fields)
    {
        var position = new SourcePosition(_file, number, row.Line, row.Byte);
        Fill(fields, row.Fields);
        Article? article = null;
        string? reason;
        if (Columns.HasHeader && row.Fields.Length == Columns.Header.Count && row.Fields.SequenceEqual(Columns.Header))
        {
            reason = "header repeated";
        }
        else if (Array.TrueForAll(row.Fields, string.IsNullOrWhiteSpace) && row.Fault is null)
        {
            reason = "empty row";
        }
        else
        {
            article = fields.ToArticle(number, Columns.CountrySpeaks, out reason);
            reason = article is null && row.Fault is not null ? $"{row.Fault}, no text" : reason;
        }

        return article is not null
            ? fields.Record(position, article)
            : new InputRecord { Position = position, Reason = reason, Evidence = row.Raw ?? Excerpt(row.Fields) };
    }

    private void Fill(ArticleFields fields, string[] values)
    {
        fields.Clear();
        int width = Columns.Header.Count;
        foreach (FieldRole role in Roles)
        {
            int column = Columns[role];
            if (column < 0 || column >= values.Length)
            {
                continue;
            }

            // Too many fields and the text last: its separators were not quoted, and the rest belongs to it.
            bool torn = role == FieldRole.Text && column == width - 1 && values.Length > width;
            fields.Set(role, torn ? string.Join(_separator, values[column..]) : values[column]);
        }
    }

    private static bool IsSeparatorLine(string[] row) =>
        row is [{ Length: 5 } line] && line.StartsWith("sep=", StringComparison.Ordinal) || row is ["sep=", ""];

    private static string Excerpt(string[] values)
    {
        string joined = string.Join(' ', values.Select(v => v.Length > 200 ? v[..200] : v));
        return joined.Length > 200 ? joined[..200] : joined;
    }
}
