using System.IO.Compression;
using System.Text;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Formats;

/// <summary>One small file of our own for each kind of export.</summary>
public class ExportFormatTests
{
    private const string Body = "The foreign minister of Norway urged Egypt on Monday to open the crossing to aid convoys.";

    [Fact]
    public void FortyFormats_HaveNames()
    {
        Assert.Equal(40, ExportFormat.All.Count);
        Assert.Equal(40, ExportFormat.All.Select(f => f.Name).Distinct().Count());
        Assert.All(ExportFormat.All.Where(f => !f.HasText), f => Assert.NotEmpty(f.Note));
        Assert.Same(ExportFormat.All[0], ExportFormat.Find(ExportFormat.All[0].Name));
        Assert.Null(ExportFormat.Find("none"));
    }

    [Theory]
    [InlineData("gdelt-events-1", "GDELT 1.0 events")]
    [InlineData("gdelt-events-2", "GDELT 2.0 events")]
    [InlineData("gdelt-mentions", "GDELT 2.0 mentions")]
    [InlineData("gdelt-gkg-2", "GDELT GKG 2")]
    public void GdeltWithoutHeader_SaysThatThereIsNoText(string format, string title)
    {
        string[] cells = new string[ExportFormat.Find(format)!.Header.Count];
        Array.Fill(cells, "");
        (cells[0], cells[1]) = (format == "gdelt-gkg-2" ? "20260101000000-12" : "1234567890", "20260101");
        cells[^1] = "https://example.org/a";
        AssertRefused("x.export.CSV", string.Join('\t', cells) + "\n" + string.Join('\t', cells) + "\n", title, "no text");
    }

    [Theory]
    [InlineData("DATE\tNUMARTS\tCOUNTS\tTHEMES\tLOCATIONS\tPERSONS\tORGANIZATIONS\tTONE\tCAMEOEVENTIDS\tSOURCES\tSOURCEURLS", "GDELT GKG 1.0")]
    [InlineData("url,url_mobile,title,seendate,socialimage,domain,language,sourcecountry", "GDELT DOC 2.0")]
    [InlineData("id,publish_date,title,url,language,media_name,media_url,indexed_date", "Media Cloud")]
    [InlineData("title,publication,date,load_date,section,byline,length", "nexis-analysis")]
    [InlineData("ID,HD,BY,WC,PD,SN", "Factiva HTML parser")]
    [InlineData("Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tStory ID", "ICEWS")]
    [InlineData("Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name", "POLECAT")]
    [InlineData("\tfilename\tspeaker\tspeaker_undl\tspeech_number\tmeeting_symbol", "UN Security Council")]
    public void TablesWithoutText_SayWhatTheyAre(string header, string title)
    {
        char separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        AssertRefused("x.csv", header + "\n" + new string(separator, header.Count(c => c == separator)) + "\n", title, ";");
    }

    [Fact]
    public void TextColumnOfTheUser_WinsOverTheFormat()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x.csv"), $"url,url_mobile,title,seendate,socialimage,body2\nu,,t,20260927T101500Z,,{Body}\n");
        var options = new ReaderOptions { Columns = new Dictionary<FieldRole, string> { [FieldRole.Text] = "body2" } };
        Assert.Equal(Body, Assert.Single(new ArticleSource([folder.File("x.csv")], options).Read()).Article!.Text);
    }

    [Fact]
    public void NexisText_GivesItsArticles()
    {
        List<Article> articles = Articles("nexis.TXT", $"""
            ﻿





                                     1 of 2 DOCUMENTS


                                      The Example Post

                                  January 11, 2010 Monday

            Envoys meet by
            the river

            BYLINE: Ann Example

            SECTION: WORLD; Pg. 4

            LENGTH: 355 words


            {Body}

            A second paragraph of the
            same article.

            LOAD-DATE: January 12, 2010

            LANGUAGE: ENGLISH

            Copyright 2010 Example


                                     2 of 2 DOCUMENTS

                                      The Example Post

                                  February 3, 2010 Wednesday

            Short one

            LENGTH: 10 words

            {Body}

            LANGUAGE: ENGLISH
            """);
        Assert.Equal(["Envoys meet by the river", "Short one"], articles.Select(a => a.Title));
        Assert.Equal(new DateOnly(2010, 1, 11), articles[0].PublishedAt);
        Assert.Equal(("The Example Post", "en"), (articles[0].Source, articles[0].Language));
        Assert.StartsWith(Body, articles[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("same article.", articles[0].Text, StringComparison.Ordinal);
        Assert.Equal(Body, articles[1].Text);
    }

    [Fact]
    public void NexisUni_IsReadFromWordAndRtf()
    {
        string[] lines = ["Envoys meet", "The Example Post", "January 11, 2010 Monday", "Copyright 2010", "Length:\u00A0355 words", "Byline:\u00A0Ann Example", "Body", Body, "Load-Date: January 12, 2010", "End of Document"];
        using var folder = new TemporaryFolder();
        using (ZipArchive zip = ZipFile.Open(folder.File("a.docx"), ZipArchiveMode.Create))
        {
            Add(zip, "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + string.Concat(lines.Select(l => $"<w:p><w:r><w:t xml:space=\"preserve\">{l[..(l.Length / 2)]}</w:t></w:r><w:r><w:t xml:space=\"preserve\">{l[(l.Length / 2)..]}</w:t></w:r></w:p>")) + "</w:body></w:document>");
        }

        File.WriteAllText(folder.File("b.rtf"), @"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}\f0 " + string.Concat(lines.Select(l => l.Replace("\u00A0", "\\~", StringComparison.Ordinal) + @"\par ")) + "}");
        List<InputRecord> records = [.. new ArticleSource([folder.Path]).Read()];
        Assert.Equal(2, records.Count);
        Assert.All(records, r => Assert.Equal(("Envoys meet", "The Example Post", Body, new DateOnly(2010, 1, 11)), (r.Article?.Title, r.Article?.Source, r.Article?.Text, r.Article?.PublishedAt)));
    }

    [Theory]
    [InlineData(@"{\rtf1 a\'e9b \u8220?x\u8221? {\b bold} {\pict 0102}end\par next}", "aéb “x” bold end\nnext")]
    [InlineData(@"{\rtf1 {\field{\*\fldinst HYPERLINK x}{\fldrslt link}} \lquote a\rquote", " link ‘a’")]
    [InlineData(@"{\rtf1 broken \", " broken ")]
    public void Rtf_GivesItsText(string rtf, string text) => Assert.Equal(text.Trim(), RtfText.Extract(rtf).TrimEnd('\\').Trim());

    [Fact]
    public void Factiva_JoinsLeadAndBody()
    {
        string text = $"HD   Envoys meet\nBY   Ann Example\nWC   1,234 words\nPD   5 March 2021\nSN   The Example Post\nLA   English\nCY   (c) 2021\n\nLP\nLead paragraph.\n\nTD\n{Body}\n\nNS   gdip : Diplomacy | gpol : Politics\nAN   Document EXA0000020210305eh35000ab\n\fHD   Second\nPD   6 March 2021\nSN   The Example Post\nTD   {Body}\nAN   Document EXA2\n";
        List<Article> articles = Articles("f.txt", text);
        Assert.Equal(["EXA0000020210305eh35000ab", "EXA2"], articles.Select(a => a.Id));
        Assert.Equal($"Lead paragraph.\n\n{Body}", articles[0].Text);
        Assert.Equal((new DateOnly(2021, 3, 5), "The Example Post", "Envoys meet"), (articles[0].PublishedAt!.Value, articles[0].Source, articles[0].Title));
        string html = "<html><body>" + string.Concat(text.Split('\f').Select(a => "<table>" + string.Concat(a.Split('\n').Where(l => l.Length > 0).Select(l => $"<tr><td>{l}</td></tr>")) + "</table>")) + "</body></html>";
        Assert.Equal(["EXA0000020210305eh35000ab", "EXA2"], Articles("f.html", html).Select(a => a.Id));
    }

    [Fact]
    public void ProQuest_IsReadAsTextAndXml()
    {
        string rule = new('_', 60);
        List<Article> articles = Articles("p.txt", $"{rule}\nReport Information from ProQuest\n{rule}\nTitle: Envoys meet\nPublication title: The Example Post\nPublication date: Mar 5, 2021\nFull text: {Body}\nA second paragraph.\nProQuest document ID: 12345\nDocument URL: https://example.org/1\n{rule}\nTitle: Other\nFull text: {Body}\nProQuest document ID: 6\n");
        Assert.Equal(["12345", "6"], articles.Select(a => a.Id));
        Assert.Equal($"{Body}\nA second paragraph.", articles[0].Text);
        Article xml = Assert.Single(Articles("1.xml", $"<?xml version=\"1.0\"?><RECORD><GOID>77</GOID><Obj><TitleAtt><Title>Envoys meet</Title></TitleAtt><NumericDate>2021-03-05</NumericDate></Obj><DFS><PubFrosting><Title>The Example Post</Title></PubFrosting></DFS><TextInfo><Text HTMLContent=\"true\">&lt;p&gt;{Body}&lt;/p&gt;</Text></TextInfo></RECORD>"));
        Assert.Equal(("77", "Envoys meet", "The Example Post", Body), (xml.Id, xml.Title, xml.Source, xml.Text));
    }

    [Fact]
    public void Rss_TakesTheWholeTextBeforeTheTeaser()
    {
        Article article = Assert.Single(Articles("data.rss", $"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Feed</title><item><title>Envoys meet</title><link>https://example.org/1</link><pubDate>Fri, 05 Mar 2021 10:00:00 GMT</pubDate><description>Teaser</description><content:encoded><![CDATA[<p>{Body}</p>]]></content:encoded></item></channel></rss>"));
        Assert.Equal((Body, "Envoys meet", new DateOnly(2021, 3, 5)), (article.Text, article.Title, article.PublishedAt!.Value));
    }

    [Theory]
    [InlineData("newsapi.json", "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"source\":{\"id\":null,\"name\":\"The Example Post\"},\"title\":\"Envoys meet\",\"publishedAt\":\"2021-03-05T10:00:00Z\",\"content\":\"BODY\"}]}")]
    [InlineData("registry.json", "{\"articles\":{\"page\":1,\"results\":[{\"uri\":\"1\",\"lang\":\"eng\",\"date\":\"2021-03-05\",\"title\":\"Envoys meet\",\"body\":\"BODY\",\"source\":{\"uri\":\"x\",\"title\":\"The Example Post\"}}],\"totalResults\":1},\"more\":[{\"a\":1}]}")]
    [InlineData("reliefweb.json", "{\n \"time\": 3, \"links\": {\"self\": {\"href\": \"u\"}},\n \"data\": [\n {\"id\": \"9\", \"fields\": {\"title\": \"Envoys meet\", \"body\": \"BODY\", \"date\": {\"created\": \"2021-03-05T00:00:00+00:00\"}, \"source\": [{\"shortname\": \"The Example Post\"}]}}\n]}")]
    [InlineData("nexis.json", "{\"value\":[{\"Title\":\"Envoys meet\",\"Date\":\"2021-03-05\",\"Source\":{\"Name\":\"x\",\"name\":\"The Example Post\"},\"Document\":{\"DocumentId\":\"d\",\"Content\":\"<p>BODY</p>\"}}]}")]
    [InlineData("pulse.jsonl", "{\"index\": {\"_id\": \"1\"}}\n{\"title\":\"Envoys meet\",\"posted_date\":\"2021-03-05\",\"statement\":\"BODY\",\"source\":\"The Example Post\"}\n")]
    [InlineData("mfa.json", "[{\"title\":\"Envoys meet\",\"text\":[\"BODY\"],\"date\":\"2021-03-05\",\"source\":\"The Example Post\",\"scrape_date\":\"20210401\"}]")]
    [InlineData("newsapi.csv", "source,title,urlToImage,publishedAt,content\n\"{'id': None, 'name': 'The Example Post'}\",Envoys meet,,2021-03-05T10:00:00Z,BODY\n")]
    [InlineData("news1.csv", ",id,title,publication,author,date,year,month,url,content\n0,1,Envoys meet,The Example Post,x,2021-03-05,2021.0,3.0,u,BODY\n")]
    [InlineData("news2.csv", ",Unnamed: 0,date,year,month,day,author,title,article,url,section,publication\n0,0,2021-03-05,2021,3,5,x,Envoys meet,BODY,u,s,The Example Post\n")]
    [InlineData("nexistools.csv", "ID,Source_File,Newspaper,Date,Length,Section,Author,Edition,Headline,Graphic,Article\n1,f,The Example Post,2021-03-05,355 words,,,,Envoys meet,FALSE,BODY\n")]
    public void JsonAndTables_GiveTheSameArticle(string name, string content)
    {
        Article article = Assert.Single(Articles(name, content.Replace("BODY", Body, StringComparison.Ordinal)));
        Assert.Equal((Body, "Envoys meet", "The Example Post", new DateOnly(2021, 3, 5)), (article.Text, article.Title, article.Source, article.PublishedAt!.Value));
    }

    [Fact]
    public void SnapshotOfFactiva_JoinsSnippetAndBody()
    {
        Article article = Assert.Single(Articles("dj.csv", $"an,title,snippet,body,source_code,source_name,publication_date\nA1,Envoys meet,Lead.,{Body},EX,The Example Post,1614902400000\n"));
        Assert.Equal(($"Lead.\n\n{Body}", new DateOnly(2021, 3, 5)), (article.Text, article.PublishedAt!.Value));
    }

    [Fact]
    public void QuotationGraph_KeepsTheWordsAroundTheQuotation()
    {
        Article article = Assert.Single(Articles("x.gqg.json", "{\"date\":\"2021-03-05T10:00:00Z\",\"url\":\"u\",\"title\":\"Envoys meet\",\"lang\":\"ENGLISH\",\"quotes\":[{\"pre\":\"the minister of Norway said\",\"quote\":\"we will not wait\",\"post\":\"and left for Cairo\"}]}\n"));
        Assert.Equal("the minister of Norway said “we will not wait” and left for Cairo", article.Text);
    }

    [Fact]
    public void SavedPage_IsReadBehindItsPythonBytes()
    {
        Article article = Assert.Single(Articles("page.html", "<h1>Briefing</h1>b'Kenya\\xe2\\x80\\x99s envoy said no.\\nThe end.'"));
        Assert.Equal(("Briefing", "Kenya’s envoy said no.\nThe end."), (article.Title, article.Text));
    }

    [Fact]
    public void Workbook_IsReadLikeATable()
    {
        using var folder = new TemporaryFolder();
        using (ZipArchive zip = ZipFile.Open(folder.File("a.xlsx"), ZipArchiveMode.Create))
        {
            Add(zip, "xl/workbook.xml", "<workbook/>");
            Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>date</t></si><si><t>question</t></si><si><t>answer</t></si><si><r><t>{Body[..20]}</t></r><r><t xml:space=\"preserve\">{Body[20..]}</t></r></si></sst>");
            Add(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>44260</v></c><c r=\"C2\" t=\"s\"><v>3</v></c></row></sheetData></worksheet>");
        }

        Article article = Assert.Single(new ArticleSource([folder.File("a.xlsx")]).Read()).Article!;
        Assert.Equal((Body, new DateOnly(2021, 3, 5)), (article.Text, article.PublishedAt!.Value));
    }

    [Theory]
    [InlineData("broken.xml", "<?xml version=\"1.0\"?><rss><channel><item><title>x</title>")]
    [InlineData("empty.docx", "PK\u0005\u0006")]
    [InlineData("not.rtf", "{\\rtf1}")]
    public void BrokenFiles_AreRejects(string name, string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(name), content, new UTF8Encoding(false));
        Assert.All(new ArticleSource([folder.File(name)]).Read(), r => Assert.NotNull(r.Reason));
    }

    private static void AssertRefused(string name, string content, string title, string words)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(name), content);
        var error = Assert.Throws<InputFormatException>(() => new ArticleSource([folder.File(name)]).Check());
        Assert.Contains(title, error.Message, StringComparison.Ordinal);
        Assert.Contains(words == ";" ? "text" : words, error.Message, StringComparison.Ordinal);
        Assert.Contains(title, Assert.Single(new ArticleSource([folder.File(name)]).Read()).Reason, StringComparison.Ordinal);
    }

    private static List<Article> Articles(string name, string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(name), content, new UTF8Encoding(false));
        List<InputRecord> records = [.. new ArticleSource([folder.File(name)]).Read()];
        Assert.All(records, r => Assert.Null(r.Reason));
        return [.. records.Select(r => r.Article!)];
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
