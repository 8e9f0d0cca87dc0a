using System.Globalization;
using System.Text;
using Diplomacy.Analysis.Batch.Duplicates;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Tables;

/// <summary>Files spoiled by a generator: whatever the damage, at most one row is lost for each, and no row twice.</summary>
public class DamagedTablesTests
{
    private const int Rows = 60;
    private const string Header = "id,title,text,date";

    private enum Damage
    {
        CutOff,
        StrayQuote,
        LostQuote,
        Nul,
        LineEnds,
        LostSeparator,
        HeaderAgain,
        OldCodePage,
        RaggedRow,
        EmptyLines,
        LostLineBreak,
        OldCodePageRow,
        CarriageReturns,
        FileEnds,
    }

    private static readonly Encoding[] Encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, true)];

    [Fact]
    public void TwoHundredFiles_LoseAtMostARowADamage()
    {
        var failures = new StringBuilder();
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int count = 1 + (seed % 3);
            string[] rows = MakeRows(random);
            string[] texts = [.. Read(Encoding.UTF8.GetBytes(Header + "\n" + string.Join('\n', rows) + "\n")).Select(r => r.Article!.Text)];
            Assert.Equal(Rows, texts.Length);
            byte[] file = Spoil(rows, random, seed, count, out string what);
            List<InputRecord> records = Read(file);
            HashSet<string> read = [.. records.Select(r => r.Article?.Text ?? "").Select(Unmark)];
            string[] lost = [.. texts.Where(t => !read.Contains(t))];
            // A line break that is lost joins two rows; all other damage lies inside one.
            int allowed = count + what.Split("LostLineBreak").Length - 1;
            var rejects = new List<InputRecord>();
            BatchSummary summary = new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = 1, EnglishOnly = false, Duplicates = DuplicateHandling.Ignore })
                .Run(records, [], rejects.Add, TestContext.Current.CancellationToken);
            if (summary.Records != records.Count || summary.Documents + summary.Rejects != summary.Records || summary.Rejects != rejects.Count || rejects.Exists(r => string.IsNullOrEmpty(r.Reason)))
            {
                failures.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}, {what}: {records.Count} records, {summary.Documents} documents, {summary.Rejects} rejects");
            }

            // What is lost as a row of its own is not gone: a document or the evidence of a reject shows its start, unless
            // it is the start that was damaged.
            string shown = string.Join('\n', records.Select(r => r.Article is { } article ? $"{article.Id},{article.Title},{article.Text}" : $"{r.Reason}: {r.Evidence}"));
            int gone = rows.Select(r => r[..r.IndexOf(',', StringComparison.Ordinal)]).Count(id => !shown.Contains(id, StringComparison.Ordinal));
            if (gone > count)
            {
                failures.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}, {what}: {gone} rows without a trace");
            }

            if (lost.Length > allowed)
            {
                failures.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}, {what}: {lost.Length} rows lost");
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    // Inserted NULs and changed line ends stay in the text, as they must; for the count they do not matter.
    private static string Unmark(string text) => text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Replace("“réw”", "row", StringComparison.Ordinal);

    private static string[] MakeRows(Random random)
    {
        string[] rows = new string[Rows];
        for (int i = 0; i < Rows; i++)
        {
            string text = (random.Next(5)) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"plain text of row {i} without any marks"),
                1 => string.Create(CultureInfo.InvariantCulture, $"\"text of row {i}, with commas, and more\""),
                2 => string.Create(CultureInfo.InvariantCulture, $"\"first line of row {i}\nsecond line, with a comma\n\nlast line\""),
                3 => string.Create(CultureInfo.InvariantCulture, $"\"row {i}: \"\"we will not,\"\" he said, \"\"give way\"\"\""),
                _ => string.Create(CultureInfo.InvariantCulture, $"\"row {i}\nhe said:\n\"\"no, never,\"\"\nand left\""),
            };
            rows[i] = string.Create(CultureInfo.InvariantCulture, $"n{i},{(random.Next(2) == 0 ? $"\"title, {i}\"" : $"title {i}")},{text},2021-03-{1 + (i % 28):00}");
        }

        return rows;
    }

    private static byte[] Spoil(string[] clean, Random random, int seed, int count, out string what)
    {
        string[] rows = [.. clean];
        var names = new List<string>();
        for (int n = 0; n < count; n++)
        {
            var damage = (Damage)((seed + (n * 4)) % Enum.GetValues<Damage>().Length);
            // Apart from each other, so that each is one damage.
            int row = 3 + (n * 18) + random.Next(12);
            names.Add($"{damage} in row {row}");
            string before = rows[row];
            int at = random.Next(before.Length);
            rows[row] = damage switch
            {
                Damage.StrayQuote => before.Insert(at, "\""),
                Damage.LostQuote => before.Contains('"', StringComparison.Ordinal) ? before.Remove(Nth(before, '"', random), 1) : before,
                Damage.Nul => before.Insert(at, "\0"),
                Damage.LineEnds => before.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r",
                Damage.LostSeparator => before.Remove(Nth(before, ',', random), 1),
                Damage.HeaderAgain => Header + "\n" + before,
                Damage.OldCodePage => before.Insert(before.IndexOf("row", StringComparison.Ordinal), "\uE000"),
                Damage.RaggedRow => before + (random.Next(2) == 0 ? ",,," : ",x"),
                Damage.EmptyLines => before + "\n\n\n",
                Damage.LostLineBreak => before + "\u0001",
                Damage.CutOff => before[..at],
                // The two marks of the old code page around the row's text, and a letter with an accent.
                Damage.OldCodePageRow => before.Replace("row", "\uE000r\uE001w\uE002", StringComparison.Ordinal),
                Damage.CarriageReturns => before.Replace("\n", "\r", StringComparison.Ordinal) + "\r",
                _ => before,
            };
        }

        what = string.Join(", ", names);
        // The file ends inside its last row.
        string end = what.Contains("FileEnds", StringComparison.Ordinal) ? clean[^1][..random.Next(clean[^1].Length)] : clean[^1] + "\n";
        rows[^1] = end;
        string joined = (Header + "\n" + string.Join('\n', rows)).Replace("\u0001\n", "", StringComparison.Ordinal);
        Encoding encoding = Encodings[seed % 7 < 3 ? 0 : seed % Encodings.Length];
        what += ", " + encoding.WebName;
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(joined)];
        // Bytes of the old code page where letters of UTF-8 should be.
        return encoding is not UTF8Encoding ? bytes : [.. Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes)
            .Replace("\u00EE\u0080\u0080", "\u0093", StringComparison.Ordinal).Replace("\u00EE\u0080\u0081", "\u00E9", StringComparison.Ordinal).Replace("\u00EE\u0080\u0082", "\u0094", StringComparison.Ordinal))];
    }

    private static int Nth(string text, char c, Random random)
    {
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == c)];
        return places[random.Next(places.Length)];
    }

    private static List<InputRecord> Read(byte[] file)
    {
        using InputFile input = InputFile.Open(new MemoryStream(file), "test.csv", new ReaderOptions());
        return [.. new Batch.Tables.TableReader(input.Utf8, "test.csv", new ReaderOptions()).Read()];
    }
}
