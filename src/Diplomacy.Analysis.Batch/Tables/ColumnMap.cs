using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>Which column of a table holds what: named by the user, else by the header's names, else by the content of the first rows.</summary>
internal sealed class ColumnMap
{
    private readonly int[] _columns = new int[Enum.GetValues<FieldRole>().Length];

    private ColumnMap(IReadOnlyList<string> header, bool hasHeader)
    {
        Header = header;
        HasHeader = hasHeader;
        Array.Fill(_columns, -1);
    }

    /// <summary>Names of the columns; "column 1" and so on where the table has no header.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>Order of numeric dates, from the options or from what the date column shows.</summary>
    public DateOrder DateOrder { get; private set; }

    /// <summary>Whether a country without a speaker means a statement by its delegate; in a news export it is where the newspaper stands.</summary>
    public bool CountrySpeaks { get; private set; }

    /// <summary>Index of the column, or -1.</summary>
    public int this[FieldRole role] => _columns[(int)role];

    /// <summary>Finds the columns of a table that starts with <paramref name="rows"/>; <paramref name="isTyped"/>: the first row is the names, whatever it looks like.</summary>
    /// <exception cref="InputFormatException">A column named by the user is not there, or nothing looks like the text.</exception>
    public static ColumnMap Find(IReadOnlyList<string[]> rows, string file, ReaderOptions options, ExportFormat? format = null, bool isTyped = false)
    {
        string[] first = rows.Count > 0 ? rows[0] : [];
        bool hasHeader = isTyped || IsHeader(first, options);
        IReadOnlyList<string> names = hasHeader ? first : format is not null && format.Header.Count == first.Length ? format.Header : [.. first.Select((_, i) => $"column {i + 1}")];
        var map = new ColumnMap(names, hasHeader) { DateOrder = options.DateOrder };
        foreach ((FieldRole role, string name) in options.Columns)
        {
            map._columns[(int)role] = map.Named(name, file);
        }

        if (hasHeader)
        {
            map.FindByName();
        }

        string[][] sample = [.. rows.Skip(hasHeader ? 1 : 0)];
        map.FindByContent(sample, options);
        if (map[FieldRole.Text] < 0 && map[FieldRole.Summary] < 0)
        {
            throw new InputFormatException($"No column of '{file}' looks like the text; name it with --text-column ({map.List()}).");
        }

        map.Conclude(sample, options);
        return map;
    }

    /// <summary>Says no to a format that holds no text, unless the user names a column as the text.</summary>
    /// <exception cref="InputFormatException">It holds none.</exception>
    public static void Refuse(ExportFormat? format, string file, ReaderOptions options)
    {
        if (format is { HasText: false } && !options.Columns.ContainsKey(FieldRole.Text))
        {
            throw new InputFormatException($"'{file}' is {format.Title}: {format.Note}.");
        }
    }

    private int Named(string name, string file)
    {
        int exact = Index(n => n == name);
        int loose = exact >= 0 ? exact : Index(n => n.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return loose >= 0 ? loose : throw new InputFormatException($"'{file}' has no column '{name}'; its columns are: {List()}.");
    }

    private int Index(Predicate<string> match)
    {
        for (int i = 0; i < Header.Count; i++)
        {
            if (match(Header[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private string List() => Header.Count == 0 ? "none" : string.Join(", ", Header.Select(n => n.Length == 0 ? "(no name)" : n.Length > 60 ? n[..60] + "..." : n));

    // A header's cells are short and none of them is a date, an address or a number; and a name we know, or that the
    // user gave, settles it.
    private static bool IsHeader(string[] first, ReaderOptions options)
    {
        if (Array.Exists(first, n => n.Length < 64 && FieldNames.Default.Find(n).Role != FieldRole.None)
            || options.Columns.Values.Any(name => Array.Exists(first, n => n.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))))
        {
            return true;
        }

        return first.Length > 0 && Array.TrueForAll(first, n => n.Length is < 64 && !IsAddress(n) && DateReader.Read(n) is null && !double.TryParse(n, System.Globalization.CultureInfo.InvariantCulture, out _))
            && Array.Exists(first, n => n.Trim().Length > 0);
    }

    private void FindByName()
    {
        int[] ranks = new int[_columns.Length];
        Array.Fill(ranks, int.MaxValue);
        for (int i = 0; i < Header.Count; i++)
        {
            (FieldRole role, int rank) = FieldNames.Default.Find(Header[i]);
            if (role != FieldRole.None && rank < ranks[(int)role] && !_columns.AsSpan().Contains(i))
            {
                if (_columns[(int)role] < 0 || ranks[(int)role] < int.MaxValue)
                {
                    (_columns[(int)role], ranks[(int)role]) = (i, rank);
                }
            }
        }
    }

    private void FindByContent(string[][] sample, ReaderOptions options)
    {
        if (sample.Length == 0)
        {
            return;
        }

        double[] means = [.. Enumerable.Range(0, Header.Count).Select(i => Mean(sample, i))];
        if (!options.Columns.ContainsKey(FieldRole.Text))
        {
            // The longest column is the text, also against a name: "content" that holds a type, "text" that holds a caption.
            int longest = Free(i => means[i], FieldRole.Text);
            int named = this[FieldRole.Text];
            if (longest >= 0 && (named < 0 ? means[longest] >= 40 : means[named] < 20 && means[longest] > 200))
            {
                _columns[(int)FieldRole.Text] = longest;
            }
        }

        if (this[FieldRole.Date] < 0)
        {
            _columns[(int)FieldRole.Date] = Free(i => Share(sample, i, v => DateReader.Read(v) is not null) is var share and >= 0.8 ? share : 0);
        }

        if (this[FieldRole.Url] < 0)
        {
            _columns[(int)FieldRole.Url] = Free(i => Share(sample, i, IsAddress) is var share and >= 0.8 ? share : 0);
        }

        if (!HasHeader)
        {
            // Only a table without names: a column that a header calls something else is something else.
            _columns[(int)FieldRole.Speaker] = Free(i => Share(sample, i, IsPersonName) is var share and >= 0.8 && Repeats(sample, i) ? share : 0);
            _columns[(int)FieldRole.Title] = Free(i => means[i] is >= 15 and <= 250 ? means[i] : 0);
        }
    }

    private void Conclude(string[][] sample, ReaderOptions options)
    {
        if (this[FieldRole.Date] is var date and >= 0 && DateOrder == DateOrder.Auto)
        {
            int dayFirst = sample.Count(r => date < r.Length && DateReader.Evidence(r[date]) == DateOrder.DayMonthYear);
            int monthFirst = sample.Count(r => date < r.Length && DateReader.Evidence(r[date]) == DateOrder.MonthDayYear);
            DateOrder = dayFirst > monthFirst ? DateOrder.DayMonthYear : monthFirst > dayFirst ? DateOrder.MonthDayYear : DateOrder.Auto;
        }

        int country = this[FieldRole.SpeakerCountry];
        CountrySpeaks = country >= 0 && (options.Columns.ContainsKey(FieldRole.SpeakerCountry)
            || Header[country].Contains("speaker", StringComparison.OrdinalIgnoreCase)
            || (this[FieldRole.Text] is var text and >= 0 && JsonLinesReader.IsStatement(Header[text]))
            || (this[FieldRole.Source] < 0 && this[FieldRole.Author] < 0 && this[FieldRole.Url] < 0));
    }

    /// <summary>The column of highest positive score among those that have no role yet (or have <paramref name="also"/>), or -1.</summary>
    private int Free(Func<int, double> score, FieldRole also = FieldRole.None)
    {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < Header.Count; i++)
        {
            int role = Array.IndexOf(_columns, i);
            if ((role < 0 || role == (int)also) && score(i) is var s && s > bestScore)
            {
                (best, bestScore) = (i, s);
            }
        }

        return best;
    }

    private static double Mean(string[][] sample, int column) => sample.Average(r => column < r.Length ? r[column].Length : 0);

    private static double Share(string[][] sample, int column, Predicate<string> test)
    {
        int filled = 0;
        int passed = 0;
        foreach (string[] row in sample)
        {
            if (column < row.Length && !ArticleFields.IsMissing(row[column]))
            {
                filled++;
                passed += test(row[column]) ? 1 : 0;
            }
        }

        return filled == 0 ? 0 : (double)passed / filled;
    }

    private static bool Repeats(string[][] sample, int column) =>
        sample.Length >= 4 && sample.Where(r => column < r.Length).Select(r => r[column]).Distinct(StringComparer.Ordinal).Count() * 2 <= sample.Length;

    private static bool IsAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    // Two to four words, each with a capital.
    private static bool IsPersonName(string value)
    {
        string[] words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return value.Length <= 50 && words.Length is >= 2 and <= 4 && Array.TrueForAll(words, w => char.IsUpper(w[0]) && !w.AsSpan().ContainsAnyInRange('0', '9'));
    }
}
