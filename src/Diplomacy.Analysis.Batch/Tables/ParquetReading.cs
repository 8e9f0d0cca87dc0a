using System.Globalization;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>
/// Reads one article a row from Apache Parquet. Columns are found like those of a table; only those that are needed are
/// decoded, one row group at a time, which is what bounds the memory.
/// </summary>
internal sealed class ParquetReading : IDisposable
{
    private const int SampleRows = 200;
    private static readonly FieldRole[] Roles = Enum.GetValues<FieldRole>();

    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly string _file;
    private readonly ReaderOptions _options;
    private readonly bool _joinsSummary;

    /// <summary>Opens a file that can be read from anywhere; it is closed with this reader.</summary>
    /// <exception cref="InputFormatException">A column named by the user is not there, or nothing looks like the text.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public ParquetReading(Stream seekable, string file, ReaderOptions options)
    {
        _file = file;
        _options = options;
        _reader = Guarded(() => ParquetReader.CreateAsync(seekable, null, false, CancellationToken.None).GetAwaiter().GetResult());
        _fields = [.. _reader.Schema.DataFields.Where(f => f.MaxRepetitionLevel <= 1)];
        List<string[]> sample = [[.. _fields.Select(Name)], .. Sample()];
        ExportFormat? format = options.Format ?? ExportFormat.Detect(sample);
        ColumnMap.Refuse(format, file, options);
        _joinsSummary = format is { Name: "dow-jones" };
        Columns = ColumnMap.Find(sample, file, options, isTyped: true);
    }

    public ColumnMap Columns { get; }

    /// <summary>How the table is read, for the user's eye.</summary>
    public string Describe() => string.Join(", ", Roles.Where(r => r is not (FieldRole.None or FieldRole.Author or FieldRole.Section) && Columns[r] >= 0)
        .Select(r => $"{(r == FieldRole.SpeakerCountry ? "country" : r.ToString().ToLowerInvariant())} = '{Columns.Header[Columns[r]]}'"));

    public IEnumerable<InputRecord> Read()
    {
        var fields = new ArticleFields(_options, Path.GetFileName(_file)) { DateOrder = Columns.DateOrder, JoinsSummary = _joinsSummary };
        int[] wanted = [.. Roles.Select(r => Columns[r]).Where(c => c >= 0).Distinct()];
        long number = 0;
        for (int group = 0; group < _reader.RowGroupCount; group++)
        {
            string?[]?[] columns = ReadGroup(group, wanted, int.MaxValue, out int rows);
            for (int row = 0; row < rows; row++)
            {
                fields.Clear();
                foreach (FieldRole role in Roles)
                {
                    if (Columns[role] is var column and >= 0)
                    {
                        fields.Set(role, columns[column]![row]);
                    }
                }

                number++;
                var position = new SourcePosition(_file, number, 0, -1);
                Article? article = fields.ToArticle(number, Columns.CountrySpeaks, out string? reason);
                yield return article is null
                    ? new InputRecord { Position = position, Reason = reason, Evidence = string.Join(' ', wanted.Select(c => columns[c]![row])) is var e && e.Length > 200 ? e[..200] : e }
                    : fields.Record(position, article);
            }
        }
    }

    public void Dispose() => _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    // "text.list.element" is the text: writers of other languages wrap lists so.
    private static string Name(DataField field) => field.Path.ToString().Split('/') is [var name, "list" or "bag", ..] ? name : field.Path.ToString().Replace('/', '.');

    private List<string[]> Sample()
    {
        var sample = new List<string[]>();
        if (_reader.RowGroupCount > 0)
        {
            string?[]?[] columns = ReadGroup(0, [.. Enumerable.Range(0, _fields.Length)], SampleRows, out int rows);
            for (int row = 0; row < Math.Min(rows, SampleRows); row++)
            {
                sample.Add([.. columns.Select(c => c![row] ?? "")]);
            }
        }

        return sample;
    }

    private string?[]?[] ReadGroup(int group, int[] wanted, int keep, out int rows)
    {
        using ParquetRowGroupReader reader = _reader.OpenRowGroupReader(group);
        int count = checked((int)reader.RowCount);
        var columns = new string?[]?[_fields.Length];
        foreach (int column in wanted)
        {
            columns[column] = Guarded(() => Values(reader, _fields[column], count, keep));
        }

        rows = count;
        return columns;
    }

    private static string?[] Values(ParquetRowGroupReader reader, DataField field, int rows, int keep)
    {
        if (!reader.ColumnExists(field))
        {
            return new string?[Math.Min(rows, keep)];
        }

        using RawColumnData raw = reader.ReadRawColumnDataBaseAsync(field, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return raw switch
        {
            RawColumnData<ReadOnlyMemory<char>> text => Spread(text, field, rows, keep, v => v.ToString()),
            RawColumnData<ReadOnlyMemory<byte>> bytes => Spread(bytes, field, rows, keep, v => TextEncoding.Decode(v.Span)),
            RawColumnData<int> number => Spread(number, field, rows, keep, v => v.ToString(CultureInfo.InvariantCulture)),
            RawColumnData<long> number => Spread(number, field, rows, keep, v => v.ToString(CultureInfo.InvariantCulture)),
            RawColumnData<short> number => Spread(number, field, rows, keep, v => v.ToString(CultureInfo.InvariantCulture)),
            RawColumnData<double> number => Spread(number, field, rows, keep, v => v.ToString("R", CultureInfo.InvariantCulture)),
            RawColumnData<float> number => Spread(number, field, rows, keep, v => v.ToString("R", CultureInfo.InvariantCulture)),
            RawColumnData<DateTime> time => Spread(time, field, rows, keep, v => v.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            RawColumnData<DateOnly> day => Spread(day, field, rows, keep, v => v.ToString("O", CultureInfo.InvariantCulture)),
            _ => new string?[Math.Min(rows, keep)],
        };
    }

    // The values stand without the nulls; the levels say where they belong, and which start a new row of a list.
    private static string?[] Spread<T>(RawColumnData<T> raw, DataField field, int rows, int keep, Func<T, string> text)
        where T : struct
    {
        string?[] result = new string?[Math.Min(rows, keep)];
        Span<T> values = raw.Values;
        Span<int> defined = field.MaxDefinitionLevel > 0 ? raw.DefinitionLevels : default;
        Span<int> repeated = field.MaxRepetitionLevel > 0 ? raw.RepetitionLevels : default;
        int entries = defined.IsEmpty ? values.Length : defined.Length;
        int row = -1;
        int next = 0;
        for (int i = 0; i < entries; i++)
        {
            row += repeated.IsEmpty || repeated[i] == 0 ? 1 : 0;
            if (row >= result.Length)
            {
                break;
            }

            if (defined.IsEmpty || defined[i] == field.MaxDefinitionLevel)
            {
                string value = text(values[next++]);
                result[row] = result[row] is { } before ? before + "\n\n" + value : value;
            }
        }

        return result;
    }

    // The library throws what it happens to meet in a damaged file.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is not (OutOfMemoryException or InputFormatException or IOException))
        {
            throw new InvalidDataException($"damaged Parquet: {error.Message}", error);
        }
    }
}
