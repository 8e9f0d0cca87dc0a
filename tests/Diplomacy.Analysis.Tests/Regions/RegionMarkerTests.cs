using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Xunit;

namespace Diplomacy.Analysis.Tests.Regions;

public class RegionMarkerTests
{
    private const string Body = "The foreign minister of Norway said on Monday that the talks with the neighbours would go on next week.";

    [Theory]
    // Datelines.
    [InlineData("VIENNA, 3 May (Reuters) - The talks failed.", "VIENNA, 3 May (Reuters) -", "VIENNA", "3 May")]
    [InlineData("CAIRO- 24 July 2022: The president spoke.", "CAIRO- 24 July 2022:", "CAIRO", "24 July 2022")]
    [InlineData("WASHINGTON, July 25: The talks failed.", "WASHINGTON, July 25:", "WASHINGTON", "July 25")]
    [InlineData("MOSCOW, May 5. /TASS/. The talks failed.", "MOSCOW, May 5. /TASS/.", "MOSCOW", "May 5")]
    [InlineData("(TASS) -- The talks failed.", "(TASS) --", "", "")]
    [InlineData("afrol News, 26 June - The talks failed.", "afrol News, 26 June -", "", "26 June")]
    [InlineData("OSLO (NTB) — “We agree,” she said.", "OSLO (NTB) —", "OSLO", "")]
    [InlineData("Oslo (NTB) – The talks failed.", "Oslo (NTB) –", "Oslo", "")]
    [InlineData("KUWAIT: The cabinet resigned.", "KUWAIT:", "KUWAIT", "")]
    [InlineData("WASHINGTON, D.C., 3 May 2021 - The minister left.", "WASHINGTON, D.C., 3 May 2021 -", "WASHINGTON, D.C.", "3 May 2021")]
    [InlineData("NEW YORK -- The council met.", "NEW YORK --", "NEW YORK", "")]
    public void Dateline_IsASentenceOfItsOwn(string text, string dateline, string place, string date)
    {
        DocumentContext context = TextLayers.Analyze(text);

        Assert.Equal((RegionKind.Dateline, dateline), Regions(context)[0]);
        Assert.Equal(RegionKind.Body, Regions(context)[1].Region);
        Assert.Equal(place, context.SpanOf(context.Regions.DatelinePlace).Slice(text).ToString());
        Assert.Equal(date, context.SpanOf(context.Regions.DatelineDate).Slice(text).ToString());
    }

    [Theory]
    [InlineData("NATO - The alliance - is ready to talk.")]
    [InlineData("Oslo - the capital - is ready to talk.")]
    [InlineData("UN: The council met again.")]
    [InlineData("Norway: a land of fish and oil.")]
    [InlineData("On 3 May, Oslo - as before - was quiet.")]
    [InlineData("In May 2021 the minister (Berg) left.")]
    [InlineData("China – and Russia – are ready.")]
    [InlineData("He said: “We agree.”")]
    public void OrdinaryBeginnings_AreNoDateline(string text) =>
        Assert.All(Regions(TextLayers.Analyze(text)), r => Assert.Equal(RegionKind.Body, r.Region));

    [Theory]
    [InlineData("17:15, Monday, 22 February, 2021", RegionKind.PublicationDate)]
    [InlineData("April 25, 2022", RegionKind.PublicationDate)]
    [InlineData("Updated: 3 May 2023 10:30 GMT", RegionKind.PublicationDate)]
    [InlineData("2021-02-22", RegionKind.PublicationDate)]
    [InlineData("1:05 P.M. EDT", RegionKind.PublicationDate)]
    [InlineData("4391 | 0", RegionKind.Counter)]
    [InlineData("| | |", RegionKind.Counter)]
    [InlineData("***", RegionKind.Counter)]
    [InlineData("Page 3 of 10", RegionKind.Counter)]
    [InlineData("END 2:11 P.M. EDT", RegionKind.Counter)]
    [InlineData("By Kari Lie and Ola Berg", RegionKind.Byline)]
    [InlineData("Reporting by Kari Lie; editing by Ola Berg", RegionKind.Byline)]
    [InlineData("Read more: Norway and its neighbours", RegionKind.Boilerplate)]
    [InlineData("Share this article", RegionKind.Boilerplate)]
    [InlineData("We use cookies to make the site better.", RegionKind.Boilerplate)]
    [InlineData("You are viewing ARCHIVED CONTENT released online from January 20, 2021.", RegionKind.Boilerplate)]
    [InlineData("Bureaus & Offices", RegionKind.Boilerplate)]
    [InlineData("Secure .gov websites use HTTPS", RegionKind.Boilerplate)]
    [InlineData("Regional Peace and Security", RegionKind.Headline)]
    [InlineData("Monday was the day on which the talks failed.", RegionKind.Body)]
    [InlineData("By noon on 3 May all had left.", RegionKind.Body)]
    [InlineData("Share prices fell in Oslo.", RegionKind.Body)]
    [InlineData("Mission accomplished, she said.", RegionKind.Body)]
    [InlineData("two of them were Norwegian", RegionKind.Body)]
    [InlineData("Ladies and Gentlemen,", RegionKind.Body)]
    [InlineData("We agree", RegionKind.Body)]
    public void ParagraphBelowTheText_IsToldApart(string line, RegionKind region) =>
        Assert.Equal((region, line), Regions(TextLayers.Analyze($"{Body}\n\n{line}\n\n{Body}"))[1]);

    [Fact]
    public void DoubledHeadline_DateAndCounters_AreKeptOutOfTheBody()
    {
        string text = $"Norway is ready for talks\n\n17:15, Monday, 22 February, 2021\nNorway is ready for talks\n\n{Body}\n\n| | |\n4391 | 0";
        DocumentContext context = TextLayers.Analyze(text);

        Assert.Equal(
            [RegionKind.Headline, RegionKind.PublicationDate, RegionKind.Headline, RegionKind.Body, RegionKind.Counter, RegionKind.Counter],
            Regions(context).Select(r => r.Region));
        Assert.Equal("22 February, 2021", context.SpanOf(context.Regions.DatelineDate).Slice(text).ToString());
    }

    [Fact]
    public void TitleOfTheMetadata_IsFoundInTheText()
    {
        var article = new Article { Title = "Norway is ready for talks, minister says - The Fjord Times", Text = $"Norway is ready for talks, minister says.\n\n{Body}" };
        Assert.Equal([RegionKind.Headline, RegionKind.Body], Regions(TextLayers.Analyze(article)).Select(r => r.Region));
    }

    [Fact]
    public void FirstLineOfAText_IsNoHeadlineWhenItIsAllThereIs() =>
        Assert.Equal([RegionKind.Body], Regions(TextLayers.Analyze("Norway says it is ready for talks")).Select(r => r.Region));

    [Fact]
    public void TagsBehindTheText_AreBoilerplateTogether() => Assert.Equal(
        [RegionKind.Body, RegionKind.Boilerplate, RegionKind.Boilerplate, RegionKind.Boilerplate],
        Regions(TextLayers.Analyze($"{Body}\n\nTags\n\nNorway\n\nsecurity policy")).Select(r => r.Region));

    [Fact]
    public void AgencyInBracketsAtTheEnd_IsASignature() => Assert.Equal(
        [(RegionKind.Body, Body), (RegionKind.Byline, "(KUNA)")],
        Regions(TextLayers.Analyze($"{Body} (KUNA)")));

    [Fact]
    public void Transcript_HasTurnsWithTheirSpeakers()
    {
        const string text = "SECRETARY LIE: Good morning. We agree.\nQUESTION: Do you, Madam Secretary? Why?\nSECRETARY LIE: (Laughter.) We do.\n";
        DocumentContext context = TextLayers.Analyze(text);

        Assert.Equal(
            [
                (RegionKind.TurnLabel, "SECRETARY LIE:"), (RegionKind.Body, "Good morning."), (RegionKind.Body, "We agree."),
                (RegionKind.TurnLabel, "QUESTION:"), (RegionKind.Question, "Do you, Madam Secretary?"), (RegionKind.Question, "Why?"),
                (RegionKind.TurnLabel, "SECRETARY LIE:"), (RegionKind.Boilerplate, "(Laughter.)"), (RegionKind.Body, "We do."),
            ],
            Regions(context));
        Assert.Equal("SECRETARY LIE", Label(context, 1));
        Assert.Equal("QUESTION", Label(context, 4));
        Assert.Equal(-1, context.Regions.TurnOf(0));
        Assert.Equal(context.Regions.Turns[0].Key, context.Regions.Turns[2].Key);
    }

    [Fact]
    public void LabelsInTheMiddleOfALine_AreFoundInATranscript()
    {
        const string text = "Press Room 1:05 P.M. EDT MR. BERG: Good afternoon. Q Thanks, Ola. Will you go? MR. BERG: Yes. -- Q When? MR. BERG: In May.";
        DocumentContext context = TextLayers.Analyze(text);

        Assert.Equal(["MR. BERG", "Q", "MR. BERG", "Q", "MR. BERG"], context.Regions.Turns.Span.ToArray().Select(t => context.SpanOf(t.Label).Slice(text).ToString()));
        Assert.Equal([false, true, false, true, false], context.Regions.Turns.Span.ToArray().Select(t => t.IsQuestion));
    }

    [Fact]
    public void LettersAndNames_AreLabelsWhereTheyRecur()
    {
        DocumentContext letters = TextLayers.Analyze("Q. Do you agree?\nA. We do.\nQ. And the others?\nA. They do not.");
        Assert.Equal([true, false, true, false], letters.Regions.Turns.Span.ToArray().Select(t => t.IsQuestion));

        DocumentContext names = TextLayers.Analyze("Kari Moe: Will you go there?\nForeign Minister Lie: We will.\nKari Moe: When will that be?\nForeign Minister Lie: Soon, I hope.");
        Assert.Equal([true, false, true, false], names.Regions.Turns.Span.ToArray().Select(t => t.IsQuestion));
    }

    [Fact]
    public void SpeakerOfTheArticle_IsNoAsker()
    {
        DocumentContext context = TextLayers.Analyze(new Article
        {
            Speaker = "Ola Berg",
            Text = "MOE: It will rain.\nBERG: Will it?\nMOE: It will.\nBERG: Is that so?\nMOE: It is.",
        });
        Assert.All(context.Regions.Turns.Span.ToArray(), t => Assert.False(t.IsQuestion));
    }

    [Theory]
    [InlineData("Make no mistake: we will answer.\n\nOur message is clear: stop.")]
    [InlineData("WHO: the minister of Norway\nWHEN: Thursday at noon")]
    [InlineData("The plan has three aims: peace, trade and trust. It works.")]
    [InlineData("Note: the talks failed.")]
    [InlineData("The vitamin was given the letter Q. Nobody knows why.")]
    [InlineData("Quarter one, or Q, went well.")]
    public void Colons_DoNotMakeATranscript(string text) => Assert.Equal(0, TextLayers.Analyze(text).Regions.Turns.Count);

    [Fact]
    public void EveryTokenStaysInOneSentenceOfOneRegion()
    {
        DocumentContext context = TextLayers.Analyze("OSLO, 3 May (NTB) - We wait. (KUNA)\n\nMR. BERG: Yes. Q No? MR. BERG: Well.\n\nTags\n\nOslo");
        int at = 0;
        for (int s = 0; s < context.Sentences.Length; s++)
        {
            Assert.Equal(at, context.Sentences[s].FirstToken);
            for (; at < context.Sentences[s].EndToken; at++)
            {
                Assert.Equal(s, context.Tokens[at].Sentence);
            }
        }

        Assert.Equal(context.Tokens.Length, at);
    }

    private static string Label(DocumentContext context, int sentence) => context.SpanOf(context.Regions.Turns[context.Regions.TurnOf(sentence)].Label).Slice(context.Text).ToString();

    private static List<(RegionKind Region, string Text)> Regions(DocumentContext context)
    {
        var regions = new List<(RegionKind, string)>();
        foreach (Sentence sentence in context.Sentences)
        {
            regions.Add((sentence.Region, context.SpanOf(new TokenRange(sentence.FirstToken, sentence.EndToken)).Slice(context.Text).ToString()));
        }

        return regions;
    }
}
