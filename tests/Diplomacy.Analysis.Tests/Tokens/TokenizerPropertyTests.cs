using System.Diagnostics;
using CsCheck;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;
using Xunit;

namespace Diplomacy.Analysis.Tests.Tokens;

public class TokenizerPropertyTests
{
    private static readonly Gen<string> Soup = Gen.OneOf<string>(
        "a", "b", "Mr", "U.S", "I", "x", "don", "t", "s", ".", "..", ",", "'", "’", "‘", "\"", "“", "”", "«", "»", "-", "--", "—", "@", "#", "$", "%", "/", ":", "//",
        "www", "http", "com", "1", "23", "456", " ", " ", " ", "\n", "\n\n", "\r", "\t", "\u00A0", "\u200B", "\uFEFF", "\0", "\uD83D", "\uDC4D", "王", "ع", "é", "\u0301",
        "(", ")", "[", "]", "!", "?", "_", "&", "+", "*", "…", "。").Array[0, 60].Select(string.Concat);

    [Fact]
    public void AnyText_IsRebuiltFromItsTokens() => Soup.Sample(text =>
    {
        DocumentContext context = TextLayers.Analyze(text);
        int at = 0;
        foreach (Token token in context.Tokens)
        {
            Assert.True(token.Start >= at && token.Length > 0 && token.End <= text.Length);
            Assert.True(IsBlank(text.AsSpan(at, token.Start - at)));
            Assert.False(IsBlank(text.AsSpan(token.Start, 1)));
            at = token.End;
        }

        Assert.True(IsBlank(text.AsSpan(at)));
    });

    [Fact]
    public void AnyText_HasEveryTokenInOneSentence() => Soup.Sample(text =>
    {
        DocumentContext context = TextLayers.Analyze(text);
        int at = 0;
        for (int s = 0; s < context.Sentences.Length; s++)
        {
            Sentence sentence = context.Sentences[s];
            Assert.Equal(at, sentence.FirstToken);
            Assert.True(sentence.EndToken > at);
            for (at = sentence.FirstToken; at < sentence.EndToken; at++)
            {
                Assert.Equal(s, context.Tokens[at].Sentence);
                Assert.True(at == sentence.FirstToken || !context.Tokens[at].Is(TokenTraits.ParagraphBreakBefore));
            }
        }

        Assert.Equal(context.Tokens.Length, at);
    });

    [Theory]
    [InlineData("x")]
    [InlineData("x.")]
    [InlineData("a1.")]
    [InlineData("1,")]
    [InlineData("1-")]
    [InlineData("a'")]
    [InlineData("a-")]
    [InlineData("non-")]
    [InlineData("a@")]
    [InlineData(".")]
    [InlineData("\"")]
    [InlineData("' ")]
    [InlineData("(")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("\n")]
    [InlineData("a\n")]
    [InlineData("1) a ")]
    [InlineData("http://")]
    [InlineData("A. ")]
    [InlineData("? ")]
    public void LongMonotonousText_TakesLinearTime(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        TextLayers.Analyze(text);
        var watch = Stopwatch.StartNew();
        TextLayers.Analyze(text);

        // A million characters: quadratic work would take many minutes, linear work takes well below a second.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!CharClasses.Is(c, CharClass.Space))
            {
                return false;
            }
        }

        return true;
    }
}
