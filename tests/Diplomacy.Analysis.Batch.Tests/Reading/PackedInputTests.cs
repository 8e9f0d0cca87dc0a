using System.Globalization;
using System.IO.Compression;
using System.Text;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;
using Parquet;
using Parquet.Data;
using Parquet.Schema;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Reading;

public class PackedInputTests
{
    private const string Csv = "id,text,date\na,\"First text, long enough to be the text of an article.\",2021-02-22\nb,Second text that goes on for a while and then ends.,2021-02-23\n";

    // The second article has two paragraphs.
    private static readonly int[] FirstOfRow = [0, 0, 1, 0, 0];

    [Theory]
    [InlineData("x.csv.zst")]
    [InlineData("x.csv")]
    [InlineData("x.bin")]
    public void Zstandard_IsUnpacked_WhateverTheName(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File(name), Zstd(Csv));
        Assert.Equal(["a", "b"], Read(folder.File(name)).Select(r => r.Article?.Id));
    }

    [Fact]
    public void ZstandardThatBreaksOff_SaysSo()
    {
        using var folder = new TemporaryFolder();
        byte[] packed = Zstd(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Text {i * 7919}.\"}}\n")));
        File.WriteAllBytes(folder.File("x.jsonl.zst"), packed[..(packed.Length / 2)]);
        List<InputRecord> records = Read(folder.File("x.jsonl.zst"));
        Assert.StartsWith("file cannot be read to its end", records[^1].Reason, StringComparison.Ordinal);
        Assert.True(records.Count > 100);
    }

    [Fact]
    public void Archive_GivesItsFilesInOrder_AndPassesOverOthers()
    {
        using var folder = new TemporaryFolder();
        using (var zip = ZipFile.Open(folder.File("x.zip"), ZipArchiveMode.Create))
        {
            Add(zip, "b/notes.txt", "A note on the talks.");
            Add(zip, "a.csv", Csv);
            Add(zip, "c.pdf", "%PDF");
            Add(zip, "d.jsonl", "{\"text\":\"One.\"}\nbroken\n");
        }

        var source = new ArticleSource([folder.Path]);
        List<InputRecord> records = [.. source.Read()];
        Assert.Equal(["a", "b", "b/notes", "d.jsonl#1", null], records.Select(r => r.Article?.Id));
        Assert.Equal(folder.File("x.zip") + "/d.jsonl", records[^1].Position.File);
        Assert.Equal(1, source.SkippedFiles);
    }

    [Fact]
    public void Bzip2_IsRefusedByName()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("x.json.bz2"), [(byte)'B', (byte)'Z', (byte)'h', (byte)'9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]);
        Assert.Contains("bzip2", Assert.Single(Read(folder.File("x.json.bz2"))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parquet_IsReadLikeATable()
    {
        using var folder = new TemporaryFolder();
        await WriteParquet(folder.File("x.parquet"));
        Assert.Equal($"{folder.File("x.parquet")}: parquet; id = 'doc_id', text = 'body', date = 'published'", Assert.Single(new ArticleSource([folder.File("x.parquet")]).Check()));
        List<InputRecord> records = Read(folder.File("x.parquet"));
        Assert.Equal(["0", "1", null, "3", "0", "1", null, "3"], records.Select(r => r.Article?.Id));
        Assert.Equal("First paragraph of 1.\n\nSecond paragraph.", records[1].Article!.Text);
        Assert.Equal(new DateOnly(2021, 2, 22), records[0].Article!.PublishedAt);
        Assert.Null(records[3].Article!.PublishedAt);
        Assert.Equal(("empty text", 3L), (records[2].Reason, records[2].Position.Row));
    }

    [Fact]
    public async Task DamagedParquet_IsARecordThatSaysSo()
    {
        using var folder = new TemporaryFolder();
        await WriteParquet(folder.File("x.parquet"));
        byte[] bytes = await File.ReadAllBytesAsync(folder.File("x.parquet"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.File("x.parquet"), bytes[..(bytes.Length - 9)], TestContext.Current.CancellationToken);
        Assert.Contains("parquet", Assert.Single(Read(folder.File("x.parquet"))).Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ClaimsAsParquet_HoldTheColumnsOfTheCsv()
    {
        using var folder = new TemporaryFolder();
        var records = Enumerable.Range(0, 20_000).Select(i => new InputRecord { Position = new SourcePosition("f", i + 1, 2, 3), Article = new Article { Id = $"d{i}", Text = i % 2 == 0 ? "é, \"x\"\n" : "=1" } });
        using (ResultSink sink = ResultSink.Parquet(folder.File("out.parquet")))
        {
            new Batch.Running.BatchRunner(EchoStage.Analyzer, new Batch.Running.BatchOptions { EnglishOnly = false, Threads = 2 }).Run(records, [sink], null, TestContext.Current.CancellationToken);
        }

        ParquetReader reader = await ParquetReader.CreateAsync(folder.File("out.parquet"), null, TestContext.Current.CancellationToken);
        await using (reader)
        {
            Assert.Equal([.. ClaimCsv.Columns, .. ClaimCsv.OriginColumns], reader.Schema.Fields.Select(f => f.Name));
            Assert.Equal(20_000, reader.RowGroups.Sum(g => g.RowCount));
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(1);
            string?[] contents = new string?[group.RowCount];
            await group.ReadAsync(reader.Schema.FindDataField("content"), contents.AsMemory()!, null, TestContext.Current.CancellationToken);
            Assert.Equal(["é, \"x\"\n", "=1"], contents[^2..]);
            long?[] rows = new long?[group.RowCount];
            await group.ReadAsync<long>(reader.Schema.FindDataField("row"), rows.AsMemory(), null, TestContext.Current.CancellationToken);
            Assert.Equal(20_000, rows[^1]);
            Assert.Equal(["0 USA", "1 EU"], (await Elements<ReadOnlyMemory<char>>(group, reader, "addressees", "element"))[..2]);
            Assert.Equal(["0 0", "1 3", "0 0", "1 1"], (await Elements<int>(group, reader, "speaker_spans", "start"))[^4..]);
            Assert.Equal(["0 3", "1 7", "0 1", "1 2"], (await Elements<int>(group, reader, "speaker_spans", "end"))[^4..]);
            Assert.Empty(await Elements<int>(group, reader, "cue_spans", "end"));
            Assert.Equal(["0 rule;a|b\\c"], (await Elements<ReadOnlyMemory<char>>(group, reader, "evidence", "rule"))[..1]);
            Assert.Equal(["0 0.25"], (await Elements<double>(group, reader, "evidence", "weight"))[^1..]);
        }

        Assert.Single(Directory.GetFiles(folder.Path));
    }

    // "0 x" for an element that begins a row's list, "1 x" for one that goes on with it.
    private static async Task<string[]> Elements<T>(ParquetRowGroupReader group, ParquetReader reader, string column, string part)
        where T : struct
    {
        DataField field = reader.Schema.DataFields.Single(f => f.Path.FirstPart == column && f.Name == part);
        using RawColumnData raw = await group.ReadRawColumnDataBaseAsync(field, TestContext.Current.CancellationToken);
        var elements = (RawColumnData<T>)raw;
        T[] values = elements.Values.ToArray();
        int[] repeated = elements.RepetitionLevels.ToArray();
        int[] defined = elements.DefinitionLevels.ToArray();
        Assert.All(defined, d => Assert.True(d == 1 || d == field.MaxDefinitionLevel));
        int[] present = [.. Enumerable.Range(0, defined.Length).Where(i => defined[i] == field.MaxDefinitionLevel)];
        return [.. present.Select((level, i) => string.Create(CultureInfo.InvariantCulture, $"{repeated[level]} {values[i]}"))];
    }

    private static async Task WriteParquet(string path)
    {
        var schema = new ParquetSchema(new DataField("doc_id", typeof(long), true), new DataField("body", typeof(string), true, true), new DataField("published", typeof(DateTime), true), new DataField("score", typeof(double), false));
        await using FileStream file = File.Create(path);
        ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file, null, false, TestContext.Current.CancellationToken);
        await using (writer)
        {
            for (int group = 0; group < 2; group++)
            {
                using ParquetRowGroupWriter rows = writer.CreateRowGroup();
                await rows.WriteAsync<long>(schema.DataFields[0], new long?[] { 0, 1, 2, 3 }.AsMemory(), null, null, TestContext.Current.CancellationToken);
                await rows.WriteAsync(schema.DataFields[1], ["The whole text of article 0.", "First paragraph of 1.", "Second paragraph.", "", "The last text, a little longer."], FirstOfRow);
                await rows.WriteAsync<DateTime>(schema.DataFields[2], new DateTime?[] { new(2021, 2, 22, 0, 0, 0, DateTimeKind.Utc), new(2021, 2, 23, 0, 0, 0, DateTimeKind.Utc), null, null }.AsMemory(), null, null, TestContext.Current.CancellationToken);
                await rows.WriteAsync<double>(schema.DataFields[3], new double[] { 1, 2, 3, 4 }.AsMemory(), null, null, TestContext.Current.CancellationToken);
                rows.CompleteValidate();
            }
        }
    }

    private static byte[] Zstd(string text)
    {
        using var compressor = new ZstdSharp.Compressor();
        return compressor.Wrap(Encoding.UTF8.GetBytes(text)).ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static List<InputRecord> Read(string path) => [.. new ArticleSource([path]).Read()];
}
