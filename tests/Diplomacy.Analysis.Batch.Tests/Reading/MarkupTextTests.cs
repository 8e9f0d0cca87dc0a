using System.Diagnostics;
using CsCheck;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Reading;

public class MarkupTextTests
{
    [Theory]
    [InlineData("<p>First.</p><p>Second &amp; <b>third</b>.</p>", "First.\n\nSecond & third.")]
    [InlineData("One<br>two<br/><br />three", "One\ntwo\n\nthree")]
    [InlineData("<div>\n  <p>\n   A   long\n line </p></div>", "A long line")]
    [InlineData("<script>var a = '<p>no</p>';</script><p>Yes</p><style>p{}</style>", "Yes")]
    [InlineData("<p>He said &ldquo;no&rdquo;.&nbsp;Then&#8217;s all</p>", "He said “no”.\u00A0Then’s all")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a\nb")]
    [InlineData("<p title=\"a > b\">x</p>", "x")]
    [InlineData("<!-- hidden <p> --><p>x</p>", "x")]
    [InlineData("<![CDATA[<p>x</p>]]>", "x\n\n]]>")]
    [InlineData("<p>2 < 3 and 5 > 4 & so on</p>", "2 < 3 and 5 > 4 & so on")]
    [InlineData("<script>never closed <p>text</p>", "never closed\n\ntext")]
    [InlineData("<p>open <b", "open <b")]
    public void Text_IsTakenOut(string html, string text)
    {
        Assert.Equal(text, MarkupText.Extract(html, out _));
    }

    [Theory]
    [InlineData("The share is < 5 percent and > 2.", false)]
    [InlineData("He wrote <no> and left.", false)]
    [InlineData("if a<b then c", false)]
    [InlineData("Contact <press@example.org> for more.", false)]
    [InlineData("<p>x", true)]
    [InlineData("text <br> text", true)]
    [InlineData("see <a href='x'>this</a>", true)]
    public void OnlyMarkup_IsTakenForMarkup(string text, bool markup) => Assert.Equal(markup, MarkupText.IsMarkup(text));

    [Fact]
    public void Spans_LeadBackToTheSource()
    {
        const string Html = "<p>Kenya&#8217;s <b>minister</b> said</p><p>&quot;no&quot;</p>";
        string text = MarkupText.Extract(Html, out MarkupMap map);
        Assert.Equal("Kenya’s minister said\n\n\"no\"", text);
        Assert.Equal("minister", Source(map, text, "minister"));
        Assert.Equal("Kenya&#8217;s", Source(map, text, "Kenya’s"));
        Assert.Equal("&quot;no&quot;", Source(map, text, "\"no\""));
        Assert.Equal("said", Source(map, text, "said"));
        Assert.Equal("s <b>minister</b> said", Source(map, text, "s minister said"));
    }

    [Fact]
    public void AnyText_GivesARisingMap() => Gen.OneOf(Gen.Const("<p>"), Gen.Const("</p>"), Gen.Const("<br>"), Gen.Const("&amp;"), Gen.Const("<"), Gen.Const("&"), Gen.Const(" "), Gen.Const("<script>"), Gen.Const("<!--"), Gen.Const("\""), Gen.Const("="), Gen.String[0, 3])
        .Array[0, 40].Sample(parts =>
        {
            string html = string.Concat(parts);
            string text = MarkupText.Extract(html, out MarkupMap map);
            int before = 0;
            for (int i = 0; i < text.Length; i++)
            {
                int start = map.SourceStart(i);
                int end = map.SourceEnd(i + 1);
                Assert.True(start >= before || (i > 0 && start == map.SourceStart(i - 1)));
                Assert.InRange(end, start, html.Length);
                before = start;
            }
        });

    [Theory]
    [InlineData("<a =\"")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("<p <p ")]
    [InlineData("&amp")]
    public void HostileMarkup_TakesLinearTime(string piece)
    {
        string html = string.Concat(Enumerable.Repeat(piece, 400_000));
        var clock = Stopwatch.StartNew();
        MarkupText.Extract(html, out _);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [Fact]
    public void HtmlBody_BecomesTextAndKeepsItsWayBack()
    {
        InputRecord record = new JsonLinesReader(new MemoryStream("{\"id\":\"a\",\"body-html\":\"<p>We say no.</p>\"}"u8.ToArray()), "f", new ReaderOptions()).Read().Single();
        Assert.Equal("We say no.", record.Article!.Text);
        OffsetMap offsets = record.Offsets(record.Article.Text, OffsetUnit.Utf16);
        Assert.Equal((3, 13), (offsets.Convert(0), offsets.ConvertEnd(10)));
    }

    private static string Source(MarkupMap map, string text, string part)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return map.Source[map.SourceStart(start)..map.SourceEnd(start + part.Length)];
    }
}
