using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Xunit;

namespace Diplomacy.Analysis.Tests.Quotations;

/// <summary>
/// Expected quotations stand in text order with their marks: a &gt; for each level of nesting, + where the quotation
/// continues the one before, ~ behind one without closing mark.
/// </summary>
public class QuotationFinderTests
{
    [Theory]
    // Every style.
    [InlineData("\"We agree,\" he said.", "\"We agree,\"")]
    [InlineData("“We agree,” he said.", "“We agree,”")]
    [InlineData("‘We agree,’ he said.", "‘We agree,’")]
    [InlineData("'We agree,' he said.", "'We agree,'")]
    [InlineData("«We agree», he said. « Oui », he said. »Ja«, he said.", "«We agree»|« Oui »|»Ja«")]
    [InlineData("„We agree“, he said. „We agree”, he said.", "„We agree“|„We agree”")]
    [InlineData("「我们同意」, he said. 『是』", "「我们同意」|『是』")]
    [InlineData("``We agree,'' he said.", "``We agree,''")]
    [InlineData("＂We agree,＂ he said.", "＂We agree,＂")]
    // Nesting.
    [InlineData("“They said ‘no’ to us,” he said.", "“They said ‘no’ to us,”|>‘no’")]
    [InlineData("\"They want 'Oslo independence,' and more,\" he said.", "\"They want 'Oslo independence,' and more,\"|>'Oslo independence,'")]
    [InlineData("‘They said “no” to us,’ he said.", "‘They said “no” to us,’|>“no”")]
    [InlineData("\"They said 'no'\" and left.", "\"They said 'no'\"|>'no'")]
    [InlineData("\"They said \"no\" to us,\" he said.", "\"They said \"no\" to us,\"|>\"no\"")]
    [InlineData("“‘Peace’ is a word,” he said.", "“‘Peace’ is a word,”|>‘Peace’")]
    // Apostrophes, decades, possessives.
    [InlineData("The workers' union didn't agree in the '90s; rock 'n' roll won.", "")]
    [InlineData("He said 'the workers' rights are safe' today.", "'the workers' rights are safe'")]
    [InlineData("The union said 'no' to the miners' plea.", "'no'")]
    [InlineData("He said: ‘The ministers’ plan won’t work.’", "‘The ministers’ plan won’t work.’")]
    [InlineData("\"It's the states' right,\" he said.", "\"It's the states' right,\"")]
    [InlineData("Tell ’em it’s the ’80s.", "")]
    // Feet, inches, minutes.
    [InlineData("He is 6'2\" tall and the gap is 5\" wide.", "")]
    [InlineData("\"The gap is 5\" wide,\" he said.", "\"The gap is 5\" wide,\"")]
    [InlineData("The post lies at 35°12'40\" north.", "")]
    [InlineData("He said \"we left in 1998\" again.", "\"we left in 1998\"")]
    // Missing and odd marks.
    [InlineData("\"We agree, he said.\n\n\"They agree,\" she said.\n\nNothing more.", "\"We agree, he said.~|+\"They agree,\"")]
    [InlineData("“We agree, he said. All went home.\n\nNobody came.\n\n“They agree,” she said.", "“We agree, he said. All went home.~|“They agree,”")]
    [InlineData("\"We agree. \"They agree,\" she said.", "\"We agree.~|\"They agree,\"")]
    [InlineData("We will not yield,” he said. “Never.”", "We will not yield,”|“Never.”")]
    [InlineData("“We agree“, he said, and ”they agree” too.", "“We agree“|”they agree”")]
    [InlineData("“We agree,\" he said. \"They agree,” she said.", "“We agree,\"|\"They agree,”")]
    [InlineData("He said:\"We agree.\"Then he left.", "\"We agree.\"")]
    [InlineData("\" We hope , \" he said . \" We wait . \"", "\" We hope , \"|\" We wait . \"")]
    [InlineData("\" The workers ' plan \" is ' dead ' .", "\" The workers ' plan \"|' dead '")]
    [InlineData("A lone \" mark.\n\nAnd text without any.", "")]
    [InlineData("(\"so\") - \"so\"-called [\"so\"]", "\"so\"|\"so\"|\"so\"")]
    [InlineData("\"\" and \"", "\"\"")]
    public void Marks_ArePaired(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Fact]
    public void SeveralParagraphs_AreChained() => Assert.Equal(
        "“We agree.~|+“We also wait.~|+“That is all,”",
        Describe("“We agree.\n\n“We also wait.\n\n“That is all,” he said."));

    [Fact]
    public void ParagraphsWithoutOpeningMarks_AreChainedAcrossOneBreak() => Assert.Equal(
        "“We agree.~|+We also wait,”",
        Describe("“We agree.\n\nWe also wait,” he said."));

    [Fact]
    public void UnclosedQuotation_EndsAtItsParagraph()
    {
        string text = "“We agree, he said.\n\n" + string.Concat(Enumerable.Repeat("The talks went on. “Good,” she said.\n\n", 20));
        DocumentContext context = TextLayers.Analyze(text);

        Assert.Equal(21, context.Quotations.Count);
        Assert.False(context.Quotations[0].Closed);
        Assert.Equal("“We agree, he said.", context.SpanOf(context.Quotations[0].Tokens).Slice(text));
        Assert.All(context.Quotations.Span[1..].ToArray(), q => Assert.True(q.Closed && q.Continues < 0));
    }

    [Theory]
    [InlineData("“We will not accept these terms,” the minister said.", QuotationKind.Speech)]
    [InlineData("“No,” she said.", QuotationKind.Speech)]
    [InlineData("The envoy said: “Norway stands ready to talk.”", QuotationKind.Speech)]
    [InlineData("He added that “we are not at war with anybody” there.", QuotationKind.Speech)]
    [InlineData("“Norway waits. Others act.”", QuotationKind.Speech)]
    [InlineData("The envoy called the plan “hasty and unfounded”.", QuotationKind.Fragment)]
    [InlineData("The ministry said it “will not tolerate” such acts.", QuotationKind.Fragment)]
    [InlineData("She urged “restraint” on all sides.", QuotationKind.Fragment)]
    [InlineData("The so-called “volunteers” came by train.", QuotationKind.Scare)]
    [InlineData("The “reform” is three years old.", QuotationKind.Scare)]
    [InlineData("He opened the forum with the theme of “Trust and Trade: Bringing Us Together”.", QuotationKind.Title)]
    [InlineData("The film “We Will Not Go” was shown.", QuotationKind.Title)]
    [InlineData("The “Belt and Road” summit opens today.", QuotationKind.Title)]
    public void Kind_TellsWhatTheMarksAreFor(string text, QuotationKind kind)
    {
        DocumentContext context = TextLayers.Analyze(text);
        Assert.Equal(1, context.Quotations.Count);
        Assert.Equal(kind, context.Quotations[0].Kind);
    }

    private static string Describe(string text)
    {
        DocumentContext context = TextLayers.Analyze(text);
        return string.Join("|", context.Quotations.Span.ToArray().Select(q =>
            new string('>', q.Depth) + (q.Continues >= 0 ? "+" : "") + context.SpanOf(q.Tokens).Slice(text).ToString() + (q.Closed ? "" : "~")));
    }
}
