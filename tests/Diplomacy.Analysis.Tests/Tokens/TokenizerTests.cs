using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;
using Xunit;

namespace Diplomacy.Analysis.Tests.Tokens;

public class TokenizerTests
{
    [Theory]
    // Contractions and possessives.
    [InlineData("They don't agree, and he's late.", "They|do|n't|agree|,|and|he|'s|late|.")]
    [InlineData("We can’t, won’t and shan’t.", "We|ca|n’t|,|wo|n’t|and|sha|n’t|.")]
    [InlineData("I'd say they'll know you've been there; we're sure.", "I|'d|say|they|'ll|know|you|'ve|been|there|;|we|'re|sure|.")]
    [InlineData("You shouldn't've come.", "You|should|n't|'ve|come|.")]
    [InlineData("Oslo cannot and is gonna wait.", "Oslo|can|not|and|is|gon|na|wait|.")]
    [InlineData("Norway's plan and the miners' strike", "Norway|'s|plan|and|the|miners|'|strike")]
    [InlineData("THE MINISTER'S VISIT DOESN'T COUNT", "THE|MINISTER|'S|VISIT|DOES|N'T|COUNT")]
    [InlineData("the U.S.'s role", "the|U.S.|'s|role")]
    [InlineData("y'all heard", "y'|all|heard")]
    // Apostrophes that belong to the word.
    [InlineData("O'Brien met the Xi'an delegation at five o'clock", "O'Brien|met|the|Xi'an|delegation|at|five|o'clock")]
    [InlineData("in the '90s, since '68", "in|the|'90s|,|since|'68")]
    [InlineData("Tell 'em 'tis over", "Tell|'em|'tis|over")]
    // Hyphens.
    [InlineData("a US-led, long-term anti-terrorist co-operation", "a|US|-|led|,|long|-|term|anti-terrorist|co-operation")]
    [InlineData("non-binding post-war pro-European e-mail", "non-binding|post-war|pro-European|e-mail")]
    [InlineData("UN-backed China-U.S. talks", "UN|-|backed|China|-|U.S.|talks")]
    [InlineData("the mid-1980s and 2003-04", "the|mid-1980s|and|2003|-|04")]
    [InlineData("pages 5–9 — or so -- perhaps", "pages|5|–|9|—|or|so|--|perhaps")]
    // Abbreviations.
    [InlineData("Mr. Berg met Gen. Aas in St. Olav", "Mr.|Berg|met|Gen.|Aas|in|St.|Olav")]
    [InlineData("At 5 p.m. the U.S. envoy, Ph.D., left.", "At|5|p.m.|the|U.S.|envoy|,|Ph.D.|,|left|.")]
    [InlineData("J. R. Moen and A.B. Lie", "J.|R.|Moen|and|A.B.|Lie")]
    [InlineData("He said no. Resolution No. 7 stands.", "He|said|no|.|Resolution|No.|7|stands|.")]
    [InlineData("Plan B. It failed. You and I. Did you?", "Plan|B|.|It|failed|.|You|and|I|.|Did|you|?")]
    [InlineData("They sat. On Sat. 5 May they left for Boston, Mass. and Rome.", "They|sat|.|On|Sat.|5|May|they|left|for|Boston|,|Mass.|and|Rome|.")]
    [InlineData("Acme Inc. and Acme Corp. sued etc.", "Acme|Inc.|and|Acme|Corp.|sued|etc.")]
    [InlineData("MR. BERG: Thanks.", "MR.|BERG|:|Thanks|.")]
    // Numbers, money, dates.
    [InlineData("$5bn, €1,200.50, 40% and US$3 million", "$|5|bn|,|€|1,200.50|,|40|%|and|US$|3|million")]
    [InlineData("10am, 7:30PM, 17:15", "10|am|,|7:30|PM|,|17:15")]
    [InlineData("the 21st of 9/11, 2021-02-22, 22/02/2021", "the|21st|of|9/11|,|2021-02-22|,|22/02/2021")]
    [InlineData("1,00,000 or .5 or +47 or 713-555-0100", "1,00,000|or|.5|or|+47|or|713-555-0100")]
    [InlineData("[3,4] in G20 and COP26", "[|3|,|4|]|in|G20|and|COP26")]
    [InlineData("1. Withdraw", "1.|Withdraw")]
    // Addresses.
    [InlineData("See https://example.org/a_(b)?x=1. Or www.example.com, ok?", "See|https://example.org/a_(b)?x=1|.|Or|www.example.com|,|ok|?")]
    [InlineData("(http://example.org)", "(|http://example.org|)")]
    [InlineData("Write to a.b-c@example.co.uk, @mfa_no or #peace #1", "Write|to|a.b-c@example.co.uk|,|@mfa_no|or|#peace|#|1")]
    [InlineData("state.gov and un.org/en but plan.Today", "state.gov|and|un.org/en|but|plan|.|Today")]
    // Marks.
    [InlineData("Well... \"yes\" – he said…", "Well|...|\"|yes|\"|–|he|said|…")]
    [InlineData("“So”, ‘so’, «so», „so“, 「so」 and ``so''", "“|So|”|,|‘|so|’|,|«|so|»|,|„|so|“|,|「|so|」|and|``|so|''")]
    [InlineData("and/or he/she!? (yes) [no]", "and|/|or|he|/|she|!?|(|yes|)|[|no|]")]
    [InlineData("R&D at AT&T & co", "R&D|at|AT&T|&|co")]
    [InlineData("_Was_ it snake_case", "_|Was|_|it|snake_case")]
    [InlineData(" \" We hope , \" he said ", "\"|We|hope|,|\"|he|said")]
    public void Text_IsCutAsTheTreebanksCutIt(string text, string expected) => Assert.Equal(expected.Split('|'), TextLayers.Tokens(text));

    [Theory]
    [InlineData("a\u00A0b\u200Bc\uFEFFd\u2009e\u3000f", "a|b|c|d|e|f")]
    [InlineData("\uFEFFStart", "Start")]
    [InlineData("王毅说 Wang说。", "王毅说|Wang|说|。")]
    [InlineData("قال الوزير، نعم؟", "قال|الوزير|،|نعم|؟")]
    [InlineData("С.В.Лавров", "С.В.|Лавров")]
    [InlineData("cafe\u0301 co\u00ADop", "cafe\u0301|co\u00ADop")]
    [InlineData("a\0\0b\u0001", "a|\0\0|b|\u0001")]
    [InlineData("ok 👍🏽 👩‍🚀!", "ok|👍🏽|👩‍🚀|!")]
    [InlineData("½ of x²", "½|of|x|²")]
    public void OddCharacters_AreKeptAndCut(string text, string expected) => Assert.Equal(expected.Split('|'), TextLayers.Tokens(text));

    [Fact]
    public void LoneSurrogates_AreTokensOfKindOther()
    {
        // Not as theory data: test runners pass strings on in UTF-8, which has no lone surrogates.
        const string text = "x\uD800y\uDC00";
        Assert.Equal(["x", "\uD800", "y", "\uDC00"], TextLayers.Tokens(text));
        Assert.Equal(TokenKind.Other, TextLayers.Analyze(text).Tokens[1].Kind);
    }

    [Theory]
    [InlineData("Oslo", TokenKind.Word)]
    [InlineData("1,000", TokenKind.Number)]
    [InlineData("21st", TokenKind.Number)]
    [InlineData("\"", TokenKind.Quote)]
    [InlineData("»", TokenKind.Quote)]
    [InlineData(";", TokenKind.Punctuation)]
    [InlineData("-", TokenKind.Punctuation)]
    [InlineData("€", TokenKind.Symbol)]
    [InlineData("%", TokenKind.Symbol)]
    [InlineData("info@example.org", TokenKind.Address)]
    [InlineData("\u0007", TokenKind.Other)]
    public void Kind_TellsWhatTheTokenIsMadeOf(string text, TokenKind kind)
    {
        Token token = Assert.Single(TextLayers.Analyze(text).Tokens.ToArray());
        Assert.Equal(kind, token.Kind);
    }

    [Theory]
    [InlineData("Oslo", TokenTraits.SpaceBefore | TokenTraits.InitialCapital)]
    [InlineData("UN", TokenTraits.SpaceBefore | TokenTraits.InitialCapital | TokenTraits.AllCapitals)]
    [InlineData("U.S.", TokenTraits.SpaceBefore | TokenTraits.InitialCapital | TokenTraits.AllCapitals | TokenTraits.EndsWithPeriod)]
    [InlineData("G20", TokenTraits.SpaceBefore | TokenTraits.InitialCapital | TokenTraits.HasDigit)]
    [InlineData("anti-war", TokenTraits.SpaceBefore | TokenTraits.HasHyphen)]
    [InlineData("мир", TokenTraits.SpaceBefore | TokenTraits.NonLatin)]
    [InlineData("A", TokenTraits.SpaceBefore | TokenTraits.InitialCapital)]
    public void Traits_OfASingleToken(string text, TokenTraits traits)
    {
        Token token = Assert.Single(TextLayers.Analyze(text).Tokens.ToArray());
        Assert.Equal(traits, token.Traits);
    }

    [Fact]
    public void Breaks_AreMarkedOnTheTokenBehindThem()
    {
        ReadOnlySpan<Token> tokens = TextLayers.Analyze("One two\nthree it's\r\n \r\nfour").Tokens;

        Assert.False(tokens[1].Is(TokenTraits.LineBreakBefore));
        Assert.True(tokens[2].Is(TokenTraits.LineBreakBefore));
        Assert.True(tokens[4].Is(TokenTraits.Clitic));
        Assert.False(tokens[4].Is(TokenTraits.SpaceBefore));
        Assert.True(tokens[5].Is(TokenTraits.LineBreakBefore));
        Assert.True(tokens[5].Is(TokenTraits.ParagraphBreakBefore));
    }

    [Fact]
    public void KnownForms_CarryTheirIdAndHash()
    {
        var resources = new AnalysisResources(new Diplomacy.Analysis.Lexicons.Vocabulary());
        var tokenizer = new Tokenizer(resources);
        int exact = resources.Vocabulary.Intern("Turkey");
        int other = resources.Vocabulary.Intern("minister");
        DocumentContext context = DiplomacyAnalyzer.Default.Rent(new Article { Text = "Turkey turkey TURKEY Minister xyzzy" });
        tokenizer.Run(context);

        Assert.Equal([exact, resources.Vocabulary.Find("turkey"), 0, 0, 0], context.Tokens.ToArray().Select(t => t.Lexeme));
        int lower = resources.Vocabulary.Find("turkey");
        Assert.Equal([lower, lower, lower, other, 0], context.Tokens.ToArray().Select(t => t.Lower));
        for (int i = 0; i < context.Tokens.Length; i++)
        {
            Assert.Equal(Diplomacy.Analysis.Lexicons.StableHash.Of(context.TokenText(i)), context.Tokens[i].Hash);
        }
    }
}
