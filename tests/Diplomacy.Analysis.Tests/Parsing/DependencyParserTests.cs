using System.Diagnostics;
using System.Text;
using CsCheck;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;
using Xunit;

namespace Diplomacy.Analysis.Tests.Parsing;

public class DependencyParserTests
{
    [Fact]
    public void AnyTokensUnderAnyWeights_GiveTrees()
    {
        Gen.Select(Gen.String.Array[1, 60], Gen.Int[0, 50]).Sample((forms, seed) =>
        {
            DocumentContext document = Document(seed, forms);
            RandomParser.Make(seed).ParseSentence(document, 0);
            TreeChecks.AssertTree(document, 0);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(DependencyParser.LongestRun)]
    [InlineData(DependencyParser.LongestRun + 1)]
    [InlineData(5 * DependencyParser.LongestRun)]
    public void LongSentences_GiveOneTree(int length)
    {
        DocumentContext document = Document(3, [.. Enumerable.Range(0, length).Select(i => i % 17 == 0 ? "," : "word" + i)]);
        RandomParser.Make(3).ParseSentence(document, 0);
        TreeChecks.AssertTree(document, 0);
    }

    [Fact]
    public void TenThousandTokens_TakeLinearTime()
    {
        DependencyParser parser = RandomParser.Make(1);
        double ratio = double.MaxValue;
        for (int attempt = 0; attempt < 5 && ratio >= 40; attempt++)
        {
            // A machine that is busy with other work may stretch one measurement, not all of them.
            ratio = Math.Min(ratio, Time(parser, 10000) / Time(parser, 1000));
        }

        Assert.True(ratio < 40, $"Ten times the tokens took {ratio} times as long.");
    }

    [Fact]
    public void ASecondCall_ChangesNothing()
    {
        DocumentContext document = Document(5, ["a", "b", "c", "d"]);
        DependencyParser parser = RandomParser.Make(5);
        parser.ParseSentence(document, 0);
        document.Relations[2] = 99;
        int[] heads = document.Heads.ToArray();
        parser.ParseSentence(document, 0);
        Assert.Equal(heads, document.Heads.ToArray());
        Assert.Equal(99, document.Relations[2]);
    }

    [Fact]
    public void ASentence_DoesNotDependOnItsNeighbours()
    {
        DependencyParser parser = RandomParser.Make(8);
        string[] first = ["one", "two", "three"], second = ["The", "talks", "failed", "again", "."];
        DocumentContext alone = Document(0, second), both = Document(0, first, second);
        alone.Tags.CopyTo(both.Tags[first.Length..]);
        parser.ParseSentence(alone, 0);
        parser.ParseSentence(both, 0);
        parser.ParseSentence(both, 1);
        for (int i = 0; i < second.Length; i++)
        {
            Assert.Equal(alone.Heads[i] < 0 ? -1 : alone.Heads[i] + first.Length, both.Heads[first.Length + i]);
            Assert.Equal(alone.Relations[i], both.Relations[first.Length + i]);
        }
    }

    [Fact]
    public void UnparsedSentences_AnswerNone()
    {
        DocumentContext document = Document(0, ["a", "b"]);
        var view = new DependencyView(document, 0);
        Assert.False(view.IsParsed);
        Assert.Equal(-1, view.Root);
        Assert.Equal(-1, view.SubjectOf(0));
        Assert.Equal(DependencyRelation.None, view.RelationOf(1));
    }

    /// <summary>A document of given tokens, with tags that follow from <paramref name="seed"/>.</summary>
    internal static DocumentContext Document(int seed, params string[][] sentences)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        foreach (string form in sentences.SelectMany(s => s))
        {
            text.Append(form).Append(' ');
        }

        DocumentContext document = DiplomacyAnalyzer.Default.Rent(new Article { Text = text.ToString() });
        int at = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            int first = document.TokenBuffer.Count;
            foreach (string form in sentences[s])
            {
                document.TokenBuffer.Add(new Token { Start = at, Length = form.Length, Sentence = s, Kind = form == "," ? TokenKind.Punctuation : TokenKind.Word });
                at += form.Length + 1;
            }

            document.SentenceBuffer.Add(new Sentence { FirstToken = first, EndToken = document.TokenBuffer.Count });
        }

        document.SizeTokenLayers();
        for (int i = 0; i < document.Tags.Length; i++)
        {
            document.Tags[i] = (PennTag)random.Next(PennTags.Count);
        }

        return document;
    }

    private static double Time(DependencyParser parser, int length)
    {
        string[] forms = [.. Enumerable.Range(0, length).Select(i => "w" + (i % 100))];
        double best = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            DocumentContext document = Document(1, forms);
            var watch = Stopwatch.StartNew();
            parser.ParseSentence(document, 0);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return best;
    }
}
