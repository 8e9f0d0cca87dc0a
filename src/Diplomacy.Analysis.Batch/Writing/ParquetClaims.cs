using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Diplomacy.Analysis.Batch.Reading;
using Parquet;
using Parquet.Schema;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Makes Parquet of the claims' CSV: the same columns, numbers, flags and lists as such, no text where the cell is empty.
/// Spans are lists of start and end; evidence is a list of rule, start, end, weight and reason.
/// </summary>
internal static class ParquetClaims
{
    // Claims a row group: some 10 MB in memory, and large enough for readers to skip by.
    private const int GroupRows = 16 * 1024;

    private static readonly string[] Integers = ["intensity", "stance", "quad_class", "attribution_id", "sentence", "row", "line", "byte"];
    private static readonly string[] Reals = ["goldstein", "confidence", "act_confidence", "speaker_confidence", "addressee_confidence", "stance_confidence"];
    private static readonly string[] Lists = ["via", "addressees", "targets", "countries"];
    private static readonly string[] SpanLists = ["content_spans", "speaker_spans", "cue_spans", "stance_phrase_spans"];
    private static readonly string[] Flags = ["negated", "conditional", "hedged"];

    private const string Evidence = "evidence";

    // The library's own choice, the smallest size, takes forty times as long for three quarters of the bytes.
    private static readonly ParquetOptions Packing = new() { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };

    public static void Convert(string csvPath, string parquetPath) => ConvertAsync(csvPath, parquetPath).GetAwaiter().GetResult();

    private static async Task ConvertAsync(string csvPath, string parquetPath)
    {
        string[] names = [.. ClaimCsv.Columns, .. ClaimCsv.OriginColumns];
        var schema = new ParquetSchema(names.Select(FieldOf));
        using CsvReader csv = CsvReader.Create(File.OpenRead(csvPath), new CsvReaderOptions { Separator = ',', MaxRecordSize = int.MaxValue });
        csv.ReadHeader();
        var output = new FileStream(parquetPath, FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024);
        await using (output.ConfigureAwait(false))
        {
            ParquetWriter writer = await ParquetWriter.CreateAsync(schema, output, Packing, false, CancellationToken.None).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var columns = new List<string?>[names.Length];
                for (int i = 0; i < columns.Length; i++)
                {
                    columns[i] = new List<string?>(GroupRows);
                }

                while (ReadGroup(csv, columns))
                {
                    using ParquetRowGroupWriter group = writer.CreateRowGroup();
                    for (int i = 0; i < columns.Length; i++)
                    {
                        await WriteColumnAsync(group, names[i], [.. schema.DataFields.Where(f => f.Path.FirstPart == names[i])], columns[i]).ConfigureAwait(false);
                    }

                    group.CompleteValidate();
                }
            }

            output.Flush(flushToDisk: true);
        }
    }

    private static bool ReadGroup(CsvReader csv, List<string?>[] columns)
    {
        foreach (List<string?> column in columns)
        {
            column.Clear();
        }

        while (columns[0].Count < GroupRows && csv.Read())
        {
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].Add(TextEncoding.Decode(csv.GetSpan(i)) is { Length: > 0 } text ? text : null);
            }
        }

        return columns[0].Count > 0;
    }

    private static async Task WriteColumnAsync(ParquetRowGroupWriter group, string column, DataField[] parts, List<string?> cells)
    {
        if (Lists.Contains(column))
        {
            await WriteListsAsync(group, parts[0], Parse(cells, CsvList.Split), s => s.AsMemory()).ConfigureAwait(false);
        }
        else if (SpanLists.Contains(column))
        {
            IReadOnlyList<TextSpan>[] spans = Parse(cells, CsvList.SplitSpans);
            await WriteListsAsync(group, parts[0], spans, s => s.Start).ConfigureAwait(false);
            await WriteListsAsync(group, parts[1], spans, s => s.End).ConfigureAwait(false);
        }
        else if (column == Evidence)
        {
            IReadOnlyList<Evidence>[] evidence = Parse(cells, CsvList.SplitEvidence);
            await WriteListsAsync(group, parts[0], evidence, e => e.Rule.AsMemory()).ConfigureAwait(false);
            await WriteListsAsync(group, parts[1], evidence, e => e.Span.Start).ConfigureAwait(false);
            await WriteListsAsync(group, parts[2], evidence, e => e.Span.End).ConfigureAwait(false);
            await WriteListsAsync(group, parts[3], evidence, e => e.Weight).ConfigureAwait(false);
            await WriteListsAsync(group, parts[4], evidence, e => e.Reason.AsMemory()).ConfigureAwait(false);
        }
        else
        {
            await WriteAsync(group, parts[0], cells).ConfigureAwait(false);
        }
    }

    private static IReadOnlyList<T>[] Parse<T>(List<string?> cells, Func<string, IReadOnlyList<T>> parse) => [.. cells.Select(c => parse(c ?? ""))];

    // Every row has a list, if an empty one: level 1 says that the list is there, the highest that an element is.
    private static Task WriteListsAsync<TItem, T>(ParquetRowGroupWriter group, DataField field, IReadOnlyList<TItem>[] rows, Func<TItem, T> value)
        where T : struct
    {
        var values = new List<T>();
        var defined = new List<int>();
        var repeated = new List<int>();
        foreach (IReadOnlyList<TItem> row in rows)
        {
            for (int i = 0; i < row.Count; i++)
            {
                values.Add(value(row[i]));
                defined.Add(field.MaxDefinitionLevel);
                repeated.Add(i == 0 ? 0 : 1);
            }

            if (row.Count == 0)
            {
                defined.Add(1);
                repeated.Add(0);
            }
        }

        return group.WriteAllPartsAsync<T>(field, values.ToArray(), defined.ToArray(), repeated.ToArray(), CancellationToken.None);
    }

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, List<string?> values)
    {
        if (field.ClrType == typeof(long))
        {
            return group.WriteAsync<long>(field, Parsed<long>(values, v => long.Parse(v, CultureInfo.InvariantCulture)), null, null, CancellationToken.None);
        }

        if (field.ClrType == typeof(double))
        {
            return group.WriteAsync<double>(field, Parsed<double>(values, v => double.Parse(v, CultureInfo.InvariantCulture)), null, null, CancellationToken.None);
        }

        return field.ClrType == typeof(bool)
            ? group.WriteAsync<bool>(field, Parsed<bool>(values, v => v == "true"), null, null, CancellationToken.None)
            : group.WriteAsync(field, values!, null);
    }

    private static ReadOnlyMemory<T?> Parsed<T>(List<string?> values, Func<string, T> parse)
        where T : struct
    {
        var parsed = new T?[values.Count];
        for (int i = 0; i < parsed.Length; i++)
        {
            parsed[i] = values[i] is { } value ? parse(value) : null;
        }

        return parsed;
    }

    private static Field FieldOf(string column)
    {
        if (Lists.Contains(column))
        {
            return new ListField(column, new DataField("element", typeof(string), true));
        }

        DataField start = new("start", typeof(int), false);
        DataField end = new("end", typeof(int), false);
        return SpanLists.Contains(column) ? new ListField(column, new StructField("element", start, end))
            : column == Evidence ? new ListField(column, new StructField("element", new DataField("rule", typeof(string), true), start, end, new DataField("weight", typeof(double), false), new DataField("reason", typeof(string), true)))
            : new DataField(column, TypeOf(column), true);
    }

    private static Type TypeOf(string column) =>
        Integers.Contains(column) ? typeof(long) : Reals.Contains(column) ? typeof(double) : Flags.Contains(column) ? typeof(bool) : typeof(string);
}
