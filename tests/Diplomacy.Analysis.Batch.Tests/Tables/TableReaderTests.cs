using System.Text;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Tables;

public class TableReaderTests
{
    private const string Header = "id,title,text,date\n";

    [Fact]
    public void LineBreaksInFields_BelongToTheField()
    {
        List<InputRecord> records = Read(Header + "1,\"a\nb\",\"line one\r\n\r\nline \"\"two\"\"\",2021-02-22\n2,c,body,\n");
        Assert.Equal(["line one\r\n\r\nline \"two\"", "body"], records.Select(r => r.Article!.Text));
        Assert.Equal(("a\nb", new DateOnly(2021, 2, 22)), (records[0].Article!.Title, records[0].Article!.PublishedAt));
        Assert.Equal([(1, 2, 19), (2, 6, 65)], records.Select(r => ((int)r.Position.Row, (int)r.Position.Line, (int)r.Position.Byte)));
    }

    [Theory]
    [InlineData("cut off in a quoted field", "1,a,\"first text\n2,b,\"second text\",\n3,c,third text,\n4,d,\"fourth text\",\n")]
    [InlineData("quotation mark never closed, plain rows behind", "1,a,\"first text,\n2,b,second text,\n3,c,third text,\n4,d,fourth text,\n")]
    [InlineData("quotation mark too many at the start", "1,a,\"\"first text,\n2,b,\"second text\",\n3,c,\"third text\",\n4,d,\"fourth text\",\n")]
    [InlineData("quotation mark too many at the end", "1,a,\"first text\"\",\n2,b,\"second text\",\n3,c,\"third text\",\n4,d,\"fourth text\",\n")]
    [InlineData("closing mark lost, multi-line neighbours", "1,a,\"first text,\n2,b,\"second text\nwith two lines\",\n3,c,\"third text\n\nwith three\",\n4,d,\"fourth text\",\n")]
    [InlineData("stray mark in a plain field", "1,a,first \"text,\n2,b,\"second text\",\n3,c,third text,\n4,d,fourth text,\n")]
    [InlineData("quotation marks not doubled", "1,a,\"first \"quoted\" text\",\n2,b,\"second text\",\n3,c,third text,\n4,d,fourth text,\n")]
    [InlineData("short row", "1,a\n2,b,second text,\n3,c,third text,\n4,d,fourth text,\n")]
    [InlineData("long row", "1,a,first text,,,,\n2,b,second text,\n3,c,third text,\n4,d,fourth text,\n")]
    [InlineData("header again", "id,title,text,date\n2,b,second text,\n3,c,third text,\n4,d,fourth text,\n")]
    [InlineData("NULs", "1,\0,\0first\0 text\0,\0\n2,b,second text,\n3,c,third text,\n4,d,fourth text,\n")]
    [InlineData("mixed line ends", "1,a,first text,\r2,b,second text,\r\n3,c,third text,\n4,d,fourth text,")]
    [InlineData("empty row", ",,,\n2,b,second text,\n3,c,third text,\n4,d,fourth text,\n")]
    public void OneDamage_CostsAtMostItsOwnRow(string damage, string rows)
    {
        List<InputRecord> records = Read(Header + rows);
        Assert.True(records.Count == 4, $"{damage}: {records.Count} records");
        string[] texts = [.. records.Select(r => r.Article?.Text ?? "")];
        Assert.StartsWith("second text", texts[1], StringComparison.Ordinal);
        Assert.StartsWith("third text", texts[2], StringComparison.Ordinal);
        Assert.StartsWith("fourth text", texts[3], StringComparison.Ordinal);
        Assert.All(records, r => Assert.True(r.Article is null != r.Reason is null));
    }

    [Fact]
    public void UnclosedMark_KeepsWhatItsRowStillHolds()
    {
        List<InputRecord> records = Read(Header + "1,a,\"first text\n2,b,\"second text\",\n3,c,\"third text\",\n");
        Assert.Equal("first text", records[0].Article!.Text);
    }

    [Fact]
    public void SoundRowsWithQuotedTables_AreNotTorn()
    {
        // A field may hold lines that look like rows: as long as its marks are sound, nothing is searched.
        string inner = "5,x,y,z\n6,x,y,z\n7,x,y,z";
        List<InputRecord> records = Read(Header + $"1,a,\"{inner}\",2021-02-22\n2,b,other,\n");
        Assert.Equal([inner, "other"], records.Select(r => r.Article!.Text));
    }

    [Fact]
    public void GiantRecord_IsRejectedAndReadingGoesOn()
    {
        var csv = new StringBuilder(Header);
        for (int i = 0; i < 50; i++)
        {
            csv.Append(i == 10 ? $"{i},a,\"open {new string('y', 100_000)}\n" : $"{i},a,text {new string('x', 4000)},\n");
        }

        List<InputRecord> records = Read(csv.ToString(), new ReaderOptions { MaxRecordSize = 64 * 1024 });
        Assert.Equal(50, records.Count);
        Assert.Equal([10L], records.Where(r => r.Article is null).Select(r => r.Position.Row - 1));
        Assert.Equal(51, records[^1].Position.Line);
    }

    [Fact]
    public void GiantLine_WithoutEnd_IsPassedOver()
    {
        List<InputRecord> records = Read(Header + "1,a,\"" + new string('x', 3_000_000), new ReaderOptions { MaxRecordSize = 64 * 1024 });
        InputRecord record = Assert.Single(records);
        Assert.StartsWith("record longer than", record.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void UnquotedCommasInTheLastColumn_BelongToTheText()
    {
        List<InputRecord> records = Read("id,text\n1,one, two, three\n2,plain\n");
        Assert.Equal("one, two, three", records[0].Article!.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("id,text\n")]
    [InlineData("id,text")]
    public void NoRows_GiveNoRecords(string csv) => Assert.Empty(Read(csv));

    [Theory]
    [InlineData("id\ttext\n1\ta, b; c\n", "a, b; c")]
    [InlineData("id;text\n1;a, b\n", "a, b")]
    [InlineData("id|text\n1|a, b\n", "a, b")]
    [InlineData("sep=;\nid;text\n1;a, b\n", "a, b")]
    [InlineData("sep=,\nid,text\n1,\"a; b\"\n", "a; b")]
    public void Separator_IsFound(string csv, string text) => Assert.Equal(text, Assert.Single(Read(csv)).Article!.Text);

    [Theory]
    [InlineData("Headline,Body,Published At,Web URL", "Headline", "Body")]
    [InlineData("HD,TD,PD,AN", "HD", "TD")]
    [InlineData("标题,正文,日期,x", "标题", "正文")]
    [InlineData(" Title , ARTICLE_TEXT ,date,x", " Title ", " ARTICLE_TEXT ")]
    public void Columns_AreFoundByName(string header, string title, string text)
    {
        string[] names = header.Split(',');
        string row = string.Join(',', names.Select(n => n == title ? "the title" : n == text ? "the text" : ""));
        Article article = Assert.Single(Read(header + "\n" + row + "\n")).Article!;
        Assert.Equal(("the title", "the text"), (article.Title, article.Text));
    }

    [Fact]
    public void Columns_AreFoundByContent_WhereNamesFail()
    {
        string body = "The minister said that the talks would go on, and that no date had been agreed with the other side so far.";
        var csv = new StringBuilder("foo,bar,baz,qux\n");
        for (int i = 0; i < 5; i++)
        {
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"n{i},\"{body} {i}\",https://example.org/{i},1{i}.03.2021\n");
        }

        List<InputRecord> records = Read(csv.ToString());
        Assert.Equal($"{body} 3", records[3].Article!.Text);
        Assert.Equal("https://example.org/3", records[3].Article!.Url);
        Assert.Equal(new DateOnly(2021, 3, 13), records[3].Article!.PublishedAt);
        Assert.Null(records[3].Article!.Speaker);
    }

    [Fact]
    public void TableWithoutHeader_IsRead()
    {
        string body = "We will not accept this, and we say so to every partner who asks us about it on every occasion.";
        var csv = new StringBuilder();
        for (int i = 0; i < 6; i++)
        {
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"Jane Q. Doe,2021-03-1{i},Remarks number {i} at the harbour,\"{body} {i}\",https://example.org/{i}\n");
        }

        List<InputRecord> records = Read(csv.ToString());
        Assert.Equal(6, records.Count);
        Assert.Equal(("Jane Q. Doe", "Remarks number 0 at the harbour", new DateOnly(2021, 3, 10)), (records[0].Article!.Speaker, records[0].Article!.Title, records[0].Article!.PublishedAt!.Value));
    }

    [Fact]
    public void NamedColumns_Win()
    {
        var options = new ReaderOptions { Columns = new Dictionary<FieldRole, string> { [FieldRole.Text] = "note", [FieldRole.Speaker] = "Who" } };
        Article article = Assert.Single(Read("text,note,who\nlong text that is not meant,short,Jane Doe\n", options)).Article!;
        Assert.Equal(("short", "Jane Doe"), (article.Text, article.Speaker));
    }

    [Fact]
    public void UnknownColumn_ListsTheColumnsThereAre()
    {
        var options = new ReaderOptions { Columns = new Dictionary<FieldRole, string> { [FieldRole.Text] = "boddy" } };
        var error = Assert.Throws<InputFormatException>(() => Read("id,body\n1,x\n", options));
        Assert.Equal("'test.csv' has no column 'boddy'; its columns are: id, body.", error.Message);
    }

    [Fact]
    public void NoTextColumn_SaysWhatToDo()
    {
        var error = Assert.Throws<InputFormatException>(() => Read("id,day,link\n1,20210222,https://example.org\n"));
        Assert.Equal("No column of 'test.csv' looks like the text; name it with --text-column (id, day, link).", error.Message);
    }

    [Theory]
    [InlineData("country,session,year,text\nALB,45,1990,We are glad.\n", "ALB")]
    [InlineData("url,country,statement\nhttps://example.org,FRA,We are glad.\n", "FRA")]
    [InlineData("url,source,country,text\nhttps://example.org,The Herald,GBR,The minister was glad.\n", null)]
    [InlineData("country,text\nNowhere land,We are glad.\n", null)]
    public void CountryWithoutSpeaker_SpeaksOnlyInStatements(string csv, string? country)
    {
        Article article = Assert.Single(Read(csv)).Article!;
        Assert.Equal((null, country), (article.Speaker, article.SpeakerCountry));
    }

    [Fact]
    public void Missing_IsMissing()
    {
        List<InputRecord> records = Read("speaker,date,title,text\nNA,NA,NaN,Some text\nJane Doe,NA,t,NA\nJane Doe,NA,t,\"  \"\n");
        Assert.Equal((null, null, null), (records[0].Article!.Speaker, records[0].Article!.PublishedAt, records[0].Article!.Title));
        Assert.Equal(["empty text", "empty text"], records.Skip(1).Select(r => r.Reason));
    }

    [Fact]
    public void TitleThatNamesSomebody_IsNoSpeaker() =>
        Assert.Null(Assert.Single(Read("title,text\nSecretary Miller at the harbour,He spoke.\n")).Article!.Speaker);

    [Theory]
    [InlineData("03/04/2021,13/04/2021", 4, 3)]
    [InlineData("03/04/2021,04/13/2021", 3, 4)]
    [InlineData("03/04/2021,03/05/2021", 3, 4)]
    public void DateOrder_IsLearntFromTheColumn(string dates, int month, int day)
    {
        string csv = "date,text\n" + string.Concat(dates.Split(',').Select(d => $"{d},some text\n"));
        Assert.Equal(new DateOnly(2021, month, day), Read(csv)[0].Article!.PublishedAt);
    }

    [Fact]
    public void BrokenBytes_AreReadAsTheOldCodePage()
    {
        byte[] csv = [.. Encoding.UTF8.GetBytes("id,text\n1,größer “so”\n2,"), 0x93, .. "quoted"u8, 0x94, .. Encoding.UTF8.GetBytes(" caf"), 0xE9, (byte)'\n', .. Encoding.UTF8.GetBytes("3,“x” “y” “z” größer\n")];
        using InputFile file = InputFile.Open(new MemoryStream(csv), "test.csv", new ReaderOptions());
        List<InputRecord> records = [.. new Batch.Tables.TableReader(file.Utf8, "test.csv", new ReaderOptions()).Read()];
        Assert.Equal(["größer “so”", "“quoted” café", "“x” “y” “z” größer"], records.Select(r => r.Article!.Text));
    }

    [Fact]
    public void ReadSizes_DoNotMatter()
    {
        var csv = new StringBuilder(Header);
        for (int i = 0; i < 3000; i++)
        {
            csv.Append(i % 97 == 5 ? $"{i},a,\"open mark {i}\n" : i % 31 == 3 ? $"{i},a,\"two\nlines {i}\",\n" : $"{i},a,text number {i} {new string('z', i % 300)},2021-02-22\n");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(csv.ToString());
        List<InputRecord> whole = ReadBytes(new MemoryStream(bytes));
        Assert.Equal(3000, whole.Count);
        foreach (int size in new[] { 1, 7, 4096, 65537 })
        {
            Assert.Equal(whole, ReadBytes(new DripStream(bytes, size)));
        }
    }

    internal static List<InputRecord> Read(string csv, ReaderOptions? options = null) => ReadBytes(new MemoryStream(Encoding.UTF8.GetBytes(csv)), options);

    private static List<InputRecord> ReadBytes(Stream stream, ReaderOptions? options = null)
    {
        using InputFile file = InputFile.Open(stream, "test.csv", options ?? new ReaderOptions());
        return [.. new Batch.Tables.TableReader(file.Utf8, "test.csv", options ?? new ReaderOptions()).Read()];
    }

    /// <summary>Gives few bytes a read, as a slow pipe does.</summary>
    private sealed class DripStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);
    }
}
