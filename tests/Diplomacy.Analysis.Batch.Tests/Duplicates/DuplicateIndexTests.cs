using System.Diagnostics;
using System.Globalization;
using System.Text;
using Diplomacy.Analysis.Batch.Duplicates;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Duplicates;

public class DuplicateIndexTests
{
    [Fact]
    public void Copies_AreFound_WhateverEditorsChange()
    {
        var index = new DuplicateIndex();
        string original = Words(1, 400);
        Assert.Null(index.Find(original, "a"));
        Assert.Equal("a", index.Find(original, "b"));
        Assert.Equal("a", index.Find(original.ToUpperInvariant().Replace(" ", "\n ", StringComparison.Ordinal), "c"));
        Assert.Equal("a", index.Find("LONDON (Agency) - " + original + " (editing by nobody)", "d"));
        Assert.Equal("a", index.Find(original[..(original.Length * 9 / 10)], "e"));
    }

    [Fact]
    public void OtherArticles_AreNot()
    {
        var index = new DuplicateIndex();
        for (int i = 0; i < 2000; i++)
        {
            Assert.Null(index.Find(Words(i, 200), $"d{i}"));
        }

        // Half of it is new: an article that quotes another is none of its copies.
        Assert.Null(index.Find(Words(5, 100) + " " + Words(9000, 150), "mixed"));
    }

    [Fact]
    public void Ids_OfAnyLengthAreKept_UntilLongOnesTakeTheirRoom()
    {
        var index = new DuplicateIndex();
        string longId = new('i', 5 << 20);
        Assert.Null(index.Find(Words(1, 100), "first"));
        Assert.Null(index.Find(Words(2, 100), longId));
        Assert.Equal("first", index.Find(Words(1, 100), "x"));
        // The room holds eight million characters: the third id goes round its end and pushes the first two out.
        Assert.Null(index.Find(Words(3, 100), longId + "\uD800"));
        Assert.Equal(longId + "\uD800", index.Find(Words(3, 100), "x"));
        Assert.Null(index.Find(Words(1, 100), "new first"));
        Assert.Equal("new first", index.Find(Words(1, 100), "x"));
        Assert.Null(index.Find(Words(4, 100), new string('i', 9 << 20)));
        Assert.Null(index.Find(Words(4, 100), "d"));
        Assert.Equal("d", index.Find(Words(4, 100), "x"));
    }

    [Fact]
    public void ShortTexts_AreNeverCopies()
    {
        var index = new DuplicateIndex();
        Assert.Null(index.Find("The minister declined to comment.", "a"));
        Assert.Null(index.Find("The minister declined to comment.", "b"));
        Assert.Null(index.Find("", "c"));
    }

    [Fact]
    public void SharesOfCommonText_DecideNearTheLine()
    {
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < 100; i++)
        {
            var index = new DuplicateIndex();
            string original = Words(i, 300);
            index.Find(original, "a");
            // 90 of 100 words kept at the end: 0.82 of all sequences in both; 60: 0.43.
            found += index.Find(Words(i, 270) + " " + Words(i + 50_000, 30), "b") is null ? 0 : 1;
            wrong += index.Find(Words(i, 180) + " " + Words(i + 50_000, 120), "c") is null ? 0 : 1;
        }

        Assert.InRange(found, 90, 100);
        Assert.InRange(wrong, 0, 3);
    }

    [Fact]
    public void Time_IsLinearInTheText()
    {
        var index = new DuplicateIndex();
        string text = string.Concat(Enumerable.Repeat(Words(3, 1000) + " ", 200));
        index.Find(text, "warm");
        var clock = Stopwatch.StartNew();
        index.Find(text, "a");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Merged_CopiesAreMentions_AndFlaggedOnesNameTheFirst(int threads)
    {
        InputRecord[] records = [.. Enumerable.Range(0, 40).Select(i => new InputRecord { Position = new SourcePosition("f", i + 1, i + 2, i * 10), Article = new Article { Id = $"d{i}", Source = $"paper {i}", Text = Words(i % 10, 120) } })];
        using var folder = new TemporaryFolder();
        using (ResultSink claims = ResultSink.JsonLines(folder.File("flag.jsonl")))
        {
            BatchSummary flagged = Run(records, [claims], threads, DuplicateHandling.Flag);
            Assert.Equal((40, 30, 40), (flagged.Documents, flagged.Duplicates, flagged.Claims));
        }

        Assert.EndsWith("\"row\":40,\"line\":41,\"byte\":390,\"duplicate_of\":\"d9\"}", File.ReadAllLines(folder.File("flag.jsonl"))[39], StringComparison.Ordinal);
        using (ResultSink claims = ResultSink.JsonLines(folder.File("merge.jsonl")))
        using (ResultSink mentions = ResultSink.Mentions(folder.File("mentions.csv")))
        {
            BatchSummary merged = Run(records, [claims, mentions], threads, DuplicateHandling.Merge);
            Assert.Equal((40, 30, 10), (merged.Documents, merged.Duplicates, merged.Claims));
            Assert.Equal(merged.Records, merged.Documents + merged.Rejects);
        }

        string[] lines = File.ReadAllLines(folder.File("mentions.csv"), Encoding.UTF8);
        Assert.Equal(31, lines.Length);
        Assert.Equal("d0,d10,,paper 10,,,f,11,12,100", lines[1]);
        Assert.Equal(10, File.ReadAllLines(folder.File("merge.jsonl")).Length);
    }

    private static BatchSummary Run(InputRecord[] records, ResultSink[] sinks, int threads, DuplicateHandling duplicates) =>
        new BatchRunner(EchoStage.Analyzer, new BatchOptions { Threads = threads, EnglishOnly = false, Duplicates = duplicates }).Run(records, sinks, null, TestContext.Current.CancellationToken);

    private static string Words(int seed, int count)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(i => (i % 7 == 6 ? "the, " : "") + "word" + random.Next(5000).ToString(CultureInfo.InvariantCulture)));
    }
}
