using System.IO.Compression;
using CsvHelper;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Running;

/// <summary>Real exports: each row is a document or a reject, counted against a reader that is not ours.</summary>
public class EveryRowTests
{
    [Fact]
    public void Exports_LoseNoRow()
    {
        string folder = SharedFolder.Require("data/exports");
        foreach (string path in Directory.GetFiles(folder, "*.gz", SearchOption.AllDirectories))
        {
            long rows = Rows(path);
            var source = new ArticleSource([path]);
            BatchSummary summary = new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = 2 }).Run(source.Read(), [], null, TestContext.Current.CancellationToken);
            Assert.True(rows == summary.Records, $"{path}: {rows} rows, {summary.Records} records");
            Assert.Equal(summary.Records, summary.Documents + summary.Rejects);
            Assert.Equal(summary.Rejects, summary.RejectReasons.Values.Sum());
        }
    }

    [Fact]
    public void Exports_AreAnalysedWithoutAFailure()
    {
        string folder = SharedFolder.Require("data/exports");
        var source = new ArticleSource([folder]);
        BatchSummary summary = new BatchRunner(DiplomacyAnalyzer.Default, new BatchOptions { Threads = 2 }).Run(source.Read(), [], null, TestContext.Current.CancellationToken);
        Assert.True(summary.Claims > 100_000, $"{summary.Claims} claims");
        Assert.DoesNotContain(summary.RejectReasons.Keys, reason => !reason.StartsWith("language", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4 * 1024, 1)]
    [InlineData(64 * 1024, 2)]
    [InlineData(1024 * 1024, 8)]
    public void SizeOfChunksAndReads_ChangesNothing(int size, int threads)
    {
        using var text = new MemoryStream();
        using (var writer = new StreamWriter(text, leaveOpen: true))
        {
            writer.WriteLine("id,text,date");
            for (int i = 0; i < 3000; i++)
            {
                writer.WriteLine(i % 61 == 5 ? $"{i},," : $"{i},\"Text {i} says “no”,\nand \"\"more\"\"; {new string('é', i * 31 % 700)}\",2021-03-05");
            }
        }

        string Result(int chunk, int read, int workers)
        {
            using InputFile file = InputFile.Open(new ShortReads(text.ToArray(), read), "x.csv", new ReaderOptions());
            using var json = new MemoryStream();
            using ResultSink sink = ResultSink.JsonLines(json);
            IEnumerable<InputRecord> records = new Batch.Tables.TableReader(file.Utf8, "x.csv", new ReaderOptions()).Read();
            new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = workers, EnglishOnly = false }) { ChunkCharacters = chunk }.Run(records, [sink], null, TestContext.Current.CancellationToken);
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(json.ToArray()));
        }

        Assert.Equal(Result(128 * 1024, int.MaxValue, 2), Result(size, size, threads));
        Assert.Equal(Result(128 * 1024, int.MaxValue, 2), Result(size, 7, threads));
    }

    private static long Rows(string path)
    {
        using var unpacked = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        if (path.EndsWith(".jsonl.gz", StringComparison.Ordinal))
        {
            using var lines = new StreamReader(unpacked);
            long count = 0;
            while (lines.ReadLine() is { } line)
            {
                count += line.Length > 0 ? 1 : 0;
            }

            return count;
        }

        using CsvReader csv = CsvReader.Create(unpacked, new CsvReaderOptions { Separator = ',', HasHeader = true, MaxRecordSize = int.MaxValue, FieldCountMismatch = CsvFieldCountHandling.Allow });
        csv.ReadHeader();
        long rows = 0;
        while (csv.Read())
        {
            rows++;
        }

        return rows;
    }

    /// <summary>Gives a few bytes at a time, as a slow pipe does.</summary>
    private sealed class ShortReads(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
