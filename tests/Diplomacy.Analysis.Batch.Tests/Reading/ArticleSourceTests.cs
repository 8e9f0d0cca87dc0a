using System.IO.Compression;
using System.Text;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Reading;

public class ArticleSourceTests
{
    [Fact]
    public void Folder_IsReadInOrderOfPaths_AndForeignFilesAreCounted()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("b"));
        File.WriteAllText(folder.File("b/USA_75_2020.txt"), "We are glad.");
        File.WriteAllText(folder.File("a.csv"), "id,text\nx,one\ny,two\n");
        File.WriteAllText(folder.File("c.jsonl"), "{\"id\":\"z\",\"text\":\"three\"}\n");
        File.WriteAllText(folder.File("picture.png"), "no");
        using (var gzip = new GZipStream(File.Create(folder.File("d.txt.gz")), CompressionMode.Compress))
        {
            gzip.Write("four"u8);
        }

        var source = new ArticleSource([folder.Path]);
        List<InputRecord> records = [.. source.Read()];
        Assert.Equal(["x", "y", "b/USA_75_2020", "z", "d"], records.Select(r => r.Article!.Id));
        Assert.Equal("USA", records[2].Article!.SpeakerCountry);
        Assert.Equal("four", records[4].Article!.Text);
        Assert.Equal(1, source.SkippedFiles);
    }

    [Theory]
    [InlineData("[{\"text\":\"one\"},\n{\"text\":\"two\"}]")]
    [InlineData("[\n  {\n    \"text\": \"one\",\n    \"more\": {\"x\": [1, {\"y\": \"]}\"}]}\n  },\n  {\n    \"text\": \"two\"\n  }\n]\n")]
    [InlineData("{\n  \"text\": \"one\"\n}\n{\n  \"text\": \"two\"\n}\n")]
    [InlineData("{\"text\":\"one\"}\r\n\r\n{\"text\":\"two\"}")]
    [InlineData("\uFEFF{\"text\":\"one\"}\n{\"text\":\"two\"}\n\0\0")]
    public void Json_OfManyShapes_IsRead(string json) =>
        Assert.Equal(["one", "two"], FromText(json, "x.json").Select(r => r.Article!.Text));

    [Fact]
    public void BrokenLines_AreRejectedOneByOne()
    {
        List<InputRecord> records = FromText("{\"text\":\"one\"}\n{\"text\":\"cut o\n\n[1]\n{\"id\":5}\n{\"text\":\"two\"}{\n{\"text\":\"three\"}\n", "x.jsonl");
        Assert.Equal(["one", null, null, null, null, "three"], records.Select(r => r.Article?.Text));
        Assert.Equal([1L, 2, 4, 5, 6, 7], records.Select(r => r.Position.Line));
        Assert.Equal("empty text", records[3].Reason);
        Assert.All(records.Where(r => r.Article is null), r => Assert.NotEmpty(r.Evidence!));
    }

    [Fact]
    public void LoneSurrogates_SurviveJson() => Assert.Equal("a\uD800\n\"", FromText("{\"text\":\"a\\ud800\\n\\\"\"}", "x.jsonl")[0].Article!.Text);

    [Fact]
    public void JsonFields_AreFoundLikeColumns()
    {
        Article article = FromText(
            "{\"uri\":7,\"source\":{\"id\":null,\"name\":\"The Herald\"},\"headline\":\"h\",\"publishedAt\":\"2021-02-22T10:00:00Z\",\"url\":\"u\",\"content\":[\"a\",\"b\"],\"country\":\"GBR\"}",
            "x.jsonl")[0].Article!;
        Assert.Equal(
            new Article { Id = "7", Source = "The Herald", Title = "h", PublishedAt = new DateOnly(2021, 2, 22), Url = "u", Text = "a\n\nb" },
            article);
    }

    [Fact]
    public void SpeakerAndCountry_OfJson_AreTaken()
    {
        Article article = FromText("{\"id\":\"s\",\"text\":\"We will.\",\"speaker\":\"Jane Doe\",\"speaker_country\":\"NZL\",\"date\":\"February 23, 2022\"}", "-")[0].Article!;
        Assert.Equal(("Jane Doe", "NZL", new DateOnly(2022, 2, 23)), (article.Speaker, article.SpeakerCountry, article.PublishedAt!.Value));
    }

    [Theory]
    [InlineData("<h1>Remarks &amp; answers</h1>", "Remarks & answers")]
    [InlineData("<br>", "<br>")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("<<x>", "<<x>")]
    public void TagsAroundATitle_AreLeftOut(string given, string title) =>
        Assert.Equal(title, FromText($"{{\"text\":\"t\",\"title\":\"{given}\"}}", "x.jsonl")[0].Article!.Title);

    [Fact]
    public void StandardInput_MayBeATableOrAText()
    {
        Assert.Equal("body", FromText("title,text\nt,body\n", "-")[0].Article!.Text);
        Assert.Equal("Dear all, this is text.\nNo more.", FromText("Dear all, this is text.\nNo more.", "-")[0].Article!.Text);
    }

    [Fact]
    public void TextFile_IsKeptToTheLetter()
    {
        const string text = " Title \r\n\r\n{\"not\": json}\ttail \n\n";
        Assert.Equal(text, FromText(text, "x.txt")[0].Article!.Text);
    }

    [Fact]
    public void MissingFile_IsAClearError()
    {
        var error = Assert.Throws<InputFormatException>(() => new ArticleSource(["/nowhere/x.csv"]).Check());
        Assert.Equal("There is no file or folder '/nowhere/x.csv'.", error.Message);
    }

    [Fact]
    public void FileThatBreaksOff_KeepsItsRowsAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            var random = new Random(1);
            gzip.Write("id,text\n"u8);
            for (int i = 0; i < 60_000; i++)
            {
                gzip.Write(Encoding.UTF8.GetBytes($"{i},row {random.NextInt64()}\n"));
            }
        }

        File.WriteAllBytes(folder.File("a.csv.gz"), packed.ToArray()[..^2000]);
        File.WriteAllText(folder.File("b.txt"), "next");
        List<InputRecord> records = [.. new ArticleSource([folder.File("a.csv.gz"), folder.File("b.txt")]).Read()];
        Assert.True(records.Count > 50_000);
        Assert.Equal("next", records[^1].Article!.Text);
        Assert.Single(records, r => r.Reason is not null);
    }

    [Fact]
    public void FileWithoutTextColumn_IsOneRejectInAFolder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.csv"), "id,n\n1,2\n");
        File.WriteAllText(folder.File("b.csv"), "id,text\n1,some text\n");
        List<InputRecord> records = [.. new ArticleSource([folder.Path]).Read()];
        Assert.Equal(2, records.Count);
        Assert.Contains("looks like the text", records[0].Reason, StringComparison.Ordinal);
    }

    private static List<InputRecord> FromText(string text, string name)
    {
        if (name == "-")
        {
            return [.. new ArticleSource(["-"], new ReaderOptions(), () => new MemoryStream(Encoding.UTF8.GetBytes(text))).Read()];
        }

        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(name), text, new UTF8Encoding(false));
        return [.. new ArticleSource([folder.File(name)]).Read()];
    }
}
