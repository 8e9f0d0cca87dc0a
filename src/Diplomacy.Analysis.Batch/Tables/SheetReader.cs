using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>Reads one article a row from the rows of a workbook's sheet.</summary>
internal sealed class SheetReader(IEnumerable<string[]> rows, string file, ReaderOptions options)
{
    private const int SampleRows = 200;
    private static readonly FieldRole[] Roles = Enum.GetValues<FieldRole>();

    /// <exception cref="InputFormatException">A column named by the user is not there, or nothing looks like the text.</exception>
    public IEnumerable<InputRecord> Read()
    {
        using IEnumerator<string[]> all = rows.GetEnumerator();
        var sample = new List<string[]>();
        while (sample.Count < SampleRows && all.MoveNext())
        {
            sample.Add(all.Current);
        }

        if (sample.Count == 0)
        {
            yield break;
        }

        ColumnMap.Refuse(options.Format ?? ExportFormat.Detect(sample), file, options);
        ColumnMap columns = ColumnMap.Find(sample, file, options);
        var fields = new ArticleFields(options, Path.GetFileName(file)) { DateOrder = columns.DateOrder };
        long number = 0;
        for (int i = columns.HasHeader ? 1 : 0; i < sample.Count; i++)
        {
            yield return Record(sample[i], ++number, columns, fields);
        }

        while (all.MoveNext())
        {
            yield return Record(all.Current, ++number, columns, fields);
        }
    }

    private InputRecord Record(string[] row, long number, ColumnMap columns, ArticleFields fields)
    {
        fields.Clear();
        foreach (FieldRole role in Roles)
        {
            if (columns[role] is var column and >= 0 && column < row.Length)
            {
                fields.Set(role, role == FieldRole.Date ? Day(row[column]) : row[column]);
            }
        }

        var position = new SourcePosition(file, number, columns.HasHeader ? number + 1 : number, -1);
        Article? article = fields.ToArticle(number, columns.CountrySpeaks, out string? reason);
        return article is null
            ? new InputRecord { Position = position, Reason = reason, Evidence = string.Join(' ', row) is var joined && joined.Length > 200 ? joined[..200] : joined }
            : fields.Record(position, article);
    }

    // Workbooks store days as numbers since the end of 1899.
    private static string Day(string value) =>
        double.TryParse(value, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out double days) && days is > 20_000 and < 80_000
            ? new DateOnly(1899, 12, 30).AddDays((int)days).ToString("O", System.Globalization.CultureInfo.InvariantCulture)
            : value;
}
