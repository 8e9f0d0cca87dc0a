using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Tests.Entities;

public sealed class EntityFinderTests
{
    [Theory]
    [InlineData("They told us that the US would act.", "US=USA")]
    [InlineData("They ate turkey in Turkey.", "Turkey=TUR")]
    [InlineData("A trip to Jordan and Chad is planned.", "Jordan=JOR Chad=TCD")]
    [InlineData("Niger and Nigeria talk to Sudan and South Sudan.", "Niger=NER Nigeria=NGA Sudan=SDN South Sudan=SSD")]
    [InlineData("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea agreed.", "Guinea=GIN Guinea-Bissau=GNB Equatorial Guinea=GNQ Papua New Guinea=PNG")]
    [InlineData("North Korea answered South Korea.", "North Korea=PRK South Korea=KOR")]
    [InlineData("Kinshasa and Brazzaville disagree.", "Kinshasa=COD Brazzaville=COG")]
    [InlineData("Foggy Bottom, Downing Street and the Élysée were silent.", "Foggy Bottom=USA Downing Street=GBR Élysée=FRA")]
    [InlineData("The Elysee was silent.", "Elysee=FRA")]
    [InlineData("Côte d’Ivoire and Cote d'Ivoire are one.", "Côte d’Ivoire=CIV Cote d'Ivoire=CIV")]
    [InlineData("A vote in the UN Security Council surprised ASEAN.", "UN Security Council=UN ASEAN=ASEAN")]
    [InlineData("The WHO asked who was ill.", "WHO=WHO")]
    public void States_AreFoundWithTheirCode(string text, string expected) => Assert.Equal(expected, Codes(text));

    [Theory]
    [InlineData("Chad Benning met Michael Jordan.")]
    [InlineData("He read The Washington Post and China Daily.")]
    [InlineData("The Paris Agreement was signed long ago.")]
    [InlineData("George Washington slept here.")]
    [InlineData("Please let us know who did it.")]
    [InlineData("She flew with American Airlines.")]
    [InlineData("Ships crossed the Indian Ocean and the South China Sea.")]
    public void NamesThatOnlyHoldAState_AreNone(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        foreach (ref readonly EntityMention mention in document.Context.Entities.Span)
        {
            Assert.NotEqual(EntityRole.State, mention.Identity?.Role);
            Assert.True(mention.Type is EntityType.Person or EntityType.Organization or EntityType.Miscellaneous or EntityType.Location);
            Assert.True(mention.Identity?.Role == EntityRole.Media || mention.Identity?.Country is null);
        }
    }

    [Theory]
    [InlineData("Border guards in Congo were warned.", "")]
    [InlineData("Brazzaville protested; Congolese officials agreed.", "COG")]
    [InlineData("Kinshasa protested; Congolese officials agreed.", "COD")]
    public void NameOfTwoStates_IsDecidedByTheText(string text, string expected)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        string? code = null;
        foreach (ref readonly EntityMention mention in document.Context.Entities.Span)
        {
            code = mention.Identity?.Country;
        }

        Assert.Equal(expected, code ?? "");
    }

    [Theory]
    [InlineData("Lena Okoro, the foreign minister of Kenya, spoke.", "Lena Okoro|KEN|Foreign Minister")]
    [InlineData("Kenya's foreign minister, Lena Okoro, spoke.", "Lena Okoro|KEN|Foreign Minister")]
    [InlineData("Kenyan Foreign Minister Lena Okoro spoke.", "Lena Okoro|KEN|Foreign Minister")]
    [InlineData("Foreign Minister Lena Okoro of Kenya spoke.", "Lena Okoro|KEN|Foreign Minister")]
    [InlineData("Foreign Minister Lena Okoro spoke in Nairobi.", "Lena Okoro||Foreign Minister")]
    [InlineData("The Minister of Arts and Crafts, Mr Pavel Okoro, spoke.", "Pavel Okoro||Minister of Arts and Crafts")]
    [InlineData("The US ambassador to Kenya, Lena Okoro, spoke.", "Lena Okoro|USA|Ambassador")]
    [InlineData("Lena Okoro, a State Department spokeswoman, spoke.", "Lena Okoro|USA|Spokeswoman")]
    [InlineData("Former Kenyan president Lena Okoro spoke.", "Lena Okoro||President")]
    [InlineData("British historian Lena Okoro spoke.", "Lena Okoro||Historian")]
    [InlineData("Gao Wei, State Councilor and Foreign Minister of China, spoke.", "Gao Wei|CHN|State Councilor and Foreign Minister")]
    public void Person_TakesOfficeAndStateFromTheText(string text, string expected)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        EntityIdentity person = Persons(document)[0];
        Assert.Equal(expected, $"{person.Name}|{person.Country}|{person.Office}");
    }

    [Fact]
    public void DayOfTheArticle_DecidesWhoActsForWhom()
    {
        static EntityIdentity Find(DateOnly? day)
        {
            using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = "Mark Rutte spoke.", PublishedAt = day });
            return Persons(document)[0];
        }

        Assert.Equal("NLD", Find(new DateOnly(2015, 5, 1)).Country);
        Assert.Equal("NATO", Find(new DateOnly(2025, 5, 1)).Country);
        Assert.Null(Find(null).Country);
    }

    [Fact]
    public void LaterMentions_BelongToTheFullName()
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = "Okoro was firm. Lena Okoro said no. Ms Okoro left, and Okoro's aide stayed." });
        int chain = document.Context.Entities[0].Chain;
        foreach (ref readonly EntityMention mention in document.Context.Entities.Span)
        {
            Assert.Equal(chain, mention.Chain);
            Assert.Equal("Lena Okoro", mention.Identity?.Name);
            Assert.Equal('f', mention.Identity?.Gender);
        }

        Assert.Equal(4, document.Context.Entities.Count);
    }

    [Fact]
    public void AcronymInParentheses_NamesTheBody()
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = "The Central Bank of Somalia (CBS) met. Later the CBS spoke." });
        EntityMention last = document.Context.Entities[^1];
        Assert.Equal("Central Bank of Somalia", last.Identity?.Name);
        Assert.Equal("SOM", last.Identity?.Country);
    }

    [Theory]
    [InlineData("A senior Iranian official spoke.", "A senior Iranian official", "IRN")]
    [InlineData("China's foreign ministry spoke.", "China's foreign ministry", "CHN")]
    [InlineData("The foreign ministry of Oman spoke.", "The foreign ministry of Oman", "OMN")]
    [InlineData("The foreign minister spoke.", "The foreign minister", null)]
    [InlineData("The Kremlin spokesman spoke.", "The Kremlin spokesman", "RUS")]
    [InlineData("The Spanish government spoke.", "The Spanish government", "ESP")]
    public void ActorPhrase_HasItsState(string text, string words, string? country)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        DocumentContext context = document.Context;
        ActorPhrase phrase = context.ActorPhrases[^1];
        Assert.Equal(words, context.SpanOf(phrase.Tokens).Slice(text).ToString());
        Assert.Equal(country, phrase.Country);
        Assert.Equal(-1, phrase.Holder);
    }

    [Fact]
    public void Mentions_StandInOrderAndApart()
    {
        const string Text = "Kenya's Foreign Minister Lena Okoro, who met U.S. Secretary of State Ana Duarte and Chad Benning at the Foreign Ministry of the Democratic Republic of the Congo, thanked al-Shabaab's foe, Mr O'Neill.";
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = Text });
        int end = 0;
        foreach (ref readonly EntityMention mention in document.Context.Entities.Span)
        {
            Assert.True(mention.Tokens.First >= end);
            Assert.False(mention.Tokens.IsEmpty);
            end = mention.Tokens.End;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("'s of the , ( )")]
    [InlineData("\ud800 Minister of \udfff")]
    [InlineData("Minister of")]
    [InlineData("ex-")]
    [InlineData("al-")]
    [InlineData("foreign minister, foreign minister, foreign minister of the")]
    [InlineData("the Ministry of the")]
    public void AnyText_GivesAResult(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        Assert.Equal(text, document.Article.Text);
    }

    private static List<EntityIdentity> Persons(AnalyzedDocument document)
    {
        var persons = new List<EntityIdentity>();
        foreach (ref readonly EntityMention mention in document.Context.Entities.Span)
        {
            if (mention.Type == EntityType.Person)
            {
                persons.Add(mention.Identity!);
            }
        }

        return persons;
    }

    private static string Codes(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        var codes = new List<string>();
        foreach (ref readonly EntityMention mention in document.Context.Entities.Span)
        {
            codes.Add($"{document.Context.SpanOf(mention.Tokens).Slice(text)}={mention.Identity?.Country}");
        }

        return string.Join(' ', codes);
    }
}
