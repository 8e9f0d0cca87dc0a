using System.Diagnostics;
using CsCheck;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Xunit;

namespace Diplomacy.Analysis.Tests.Quotations;

public class QuotationPropertyTests
{
    private static readonly Gen<string> Soup = Gen.OneOf<string>(
        "\"", "'", "“", "”", "‘", "’", "„", "«", "»", "‹", "›", "「", "」", "``", "''", "＂", " ", " ", " ", "\n\n", "\n", ",", ".", "he said", "We agree", "5", "workers", "-", "(", ")", "s").Array[0, 80].Select(string.Concat);

    [Fact]
    public void AnySoupOfMarks_GivesQuotationsThatNest() => Soup.Sample(Nests, iter: 2000);

    private static void Nests(string text)
    {
        DocumentContext context = TextLayers.Analyze(text);
        Span<Quotation> all = context.Quotations.Span;
        for (int i = 0; i < all.Length; i++)
        {
            Quotation q = all[i];
            Assert.True(0 <= q.Tokens.First && q.Tokens.First < q.Tokens.End && q.Tokens.End <= context.Tokens.Length);
            Assert.True(q.Tokens.First <= q.Inner.First && q.Inner.First <= q.Inner.End && q.Inner.End <= q.Tokens.End);
            Assert.True(q.Continues < i);

            // One paragraph each: a missing mark cannot swallow the document.
            Assert.Equal(Paragraph(context, q.Tokens.First), Paragraph(context, q.Tokens.End - 1));
            int around = 0;
            for (int j = 0; j < i; j++)
            {
                Assert.True(all[j].Tokens.First <= q.Tokens.First);
                bool inside = q.Tokens.First >= all[j].Inner.First && q.Tokens.End <= all[j].Inner.End;
                Assert.True(inside || !q.Tokens.Overlaps(all[j].Tokens));
                around += inside ? 1 : 0;
            }

            Assert.True(around == q.Depth, $"depth {q.Depth}, but {around} around quotation {i} of: {text}");
        }
    }

    [Theory]
    [InlineData("\"a ")]
    [InlineData("a\" ")]
    [InlineData("' a")]
    [InlineData("\"")]
    [InlineData("“ ")]
    [InlineData("” ")]
    [InlineData("“a\n\n")]
    [InlineData("“a ‘b \"c «d 「e ")]
    [InlineData("s' ")]
    public void ManyMarks_TakeLinearTime(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 600_000 / unit.Length));
        TextLayers.Analyze(text);
        var watch = Stopwatch.StartNew();
        TextLayers.Analyze(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    private static int Paragraph(DocumentContext context, int token) => context.Sentences[context.Tokens[token].Sentence].Paragraph;
}
