using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;
using Xunit;

namespace Diplomacy.Analysis.Tests.Speakers;

public sealed class SpeakerResolverTests
{
    [Theory]
    [InlineData("Lena Okoro, the foreign minister of Kenya, said talks would resume.", "Lena Okoro|KEN")]
    [InlineData("Kenya's foreign minister, Lena Okoro, said talks would resume.", "Lena Okoro|KEN")]
    [InlineData("Talks would resume, said Kenyan Foreign Minister Lena Okoro.", "Lena Okoro|KEN")]
    [InlineData("Kenya said talks would resume.", "Government of Kenya|KEN")]
    [InlineData("Nairobi said talks would resume.", "Government of Kenya|KEN")]
    [InlineData("The Kremlin said talks would resume.", "Presidency of Russia|RUS")]
    [InlineData("The Netherlands said talks would resume.", "Government of the Netherlands|NLD")]
    [InlineData("Kenya's foreign ministry said talks would resume.", "Ministry of Foreign Affairs of Kenya|KEN")]
    [InlineData("The Kenyan government said talks would resume.", "Government of Kenya|KEN")]
    [InlineData("Kenyan officials said talks would resume.", "Government of Kenya|KEN")]
    [InlineData("NATO said talks would resume.", "North Atlantic Treaty Organization (NATO)|NATO")]
    [InlineData("The European Union said talks would resume.", "European Union (EU)|EU")]
    [InlineData("The State Department said talks would resume.", "US Department of State|USA")]
    public void Source_IsNamedWithItsState(string text, string expected) => Assert.Equal(expected, Single(text));

    [Theory]
    [InlineData("The spokesman said talks would resume.", "The spokesman|-")]
    [InlineData("Kenya's envoy said talks would resume.", "Kenya's envoy|KEN")]
    [InlineData("A senior Kenyan official said talks would resume.", "|KEN")]
    [InlineData("The foreign minister said talks would resume.", "|-")]
    [InlineData("Analysts said talks would resume.", "|-")]
    [InlineData("Prime Minister Paul Okoro said talks would resume.", "Paul Okoro|-")]
    [InlineData("In Tunis Foreign Minister Lena Okoro said talks would resume.", "Lena Okoro|-")]
    [InlineData("British historian Lena Okoro said talks would resume.", "Lena Okoro|-")]
    [InlineData("Former Kenyan president Paul Okoro said talks would resume.", "Paul Okoro|-")]
    [InlineData("He said talks would resume.", "|-")]
    [InlineData("Reuters reported that talks would resume.", "Reuters|-")]
    public void WhatTheTextDoesNotTell_StaysUnknown(string text, string expected) => Assert.Equal(expected, Single(text));

    [Theory]
    [InlineData("The spokesman said that Ankara would not yield.", "The spokesman|TUR")]
    [InlineData("Nairobi will not yield, the foreign ministry said.", "Ministry of Foreign Affairs of Kenya|KEN")]
    public void SeatThatOpensTheWords_TellsTheSide(string text, string expected) => Assert.Equal(expected, Single(text));

    [Fact]
    public void JointSpeakers_AreJoinedInOrder()
    {
        Assert.Equal("Government of Kenya; Government of Ghana|KEN;GHA", Single("Kenya and Ghana said talks would resume."));
        Assert.Equal("Gao Wei; Lena Okoro|CHN;KEN", Single("Gao Wei, China's foreign minister, and Lena Okoro, her Kenyan counterpart, said talks would resume."));
    }

    [Theory]
    [InlineData("Anna Okoro met Paul Duarte. She said talks would resume.", "Anna Okoro")]
    [InlineData("Anna Okoro met Paul Duarte. He said talks would resume.", "Paul Duarte")]
    [InlineData("Paul Duarte, the prime minister of Portugal, met reporters. He said talks would resume.", "Paul Duarte")]
    [InlineData("Anna Okoro said no. Later she said talks would resume.", "Anna Okoro")]
    [InlineData("Kenya's foreign ministry rejected the plan. It said talks would resume.", "Ministry of Foreign Affairs of Kenya")]
    [InlineData("Anna Okoro, foreign minister of Kenya, came late. The minister said talks would resume.", "Anna Okoro")]
    [InlineData("Anna Okoro, foreign minister of Kenya, came late. The Kenyan minister said talks would resume.", "Anna Okoro")]
    [InlineData("Kenya and Ghana signed. They said talks would resume.", null)]
    public void PronounsAndTitles_FindTheirPerson(string text, string? expected) => Assert.Equal(expected, Last(text)?.Name);

    [Fact]
    public void TitleOfAnotherState_IsNotThePersonOfTheText()
    {
        Assert.NotEqual("Anna Okoro", Last("Anna Okoro, foreign minister of Kenya, came late. The Ghanaian minister said talks would resume.")?.Name);
        Assert.Equal("GHA", Last("Anna Okoro, foreign minister of Kenya, came late. The Ghanaian minister said talks would resume.")?.Country);
    }

    [Fact]
    public void NobodyNamedInTheWords_SaysThem()
    {
        ResolvedSpeaker? speaker = Last("Anna Okoro opened the talks. \"Maria Duarte is wrong about the border,\" she said.");
        Assert.Equal("Anna Okoro", speaker?.Name);
        Assert.Equal(SpeakerResolution.Pronoun, speaker?.Resolution);
    }

    [Fact]
    public void DatedLexicon_NamesTheHolderOfABareTitle()
    {
        const string Text = "The Russian foreign minister said talks would resume.";
        Assert.Null(Last(Text)?.Name);
        Assert.Equal("Igor Ivanov", Last(Text, new DateOnly(2002, 7, 1))?.Name);
        Assert.Equal("Sergei Lavrov", Last(Text, new DateOnly(2015, 7, 1))?.Name);
    }

    [Fact]
    public void FirstPersonText_IsTheSpeakerOfTheMetadata()
    {
        static ResolvedSpeaker? Own(Article article)
        {
            using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(article);
            return document.Context.Attributions[0].Speaker;
        }

        ResolvedSpeaker? speaker = Own(new Article { Text = "We welcome the accord.", Speaker = "Foreign Minister Lena Okoro", SpeakerCountry = "KEN" });
        Assert.Equal("Lena Okoro", speaker?.Name);
        Assert.Equal("Foreign Minister", speaker?.Office);
        Assert.Equal(SpeakerResolution.Metadata, speaker?.Resolution);
        Assert.Equal("delegate of KEN", Own(new Article { Text = "We welcome the accord.", SpeakerCountry = "KEN" })?.Name);
        Assert.Equal("KEN", Own(new Article { Text = "We welcome the accord.", Speaker = "Lena Okoro", SpeakerCountry = "Kenya" })?.Country);
        Assert.Equal("RUS", Own(new Article { Text = "We welcome the accord.", Speaker = "Sergei Lavrov" })?.Country);
        Assert.Equal("-", Own(new Article { Text = "We welcome the accord.", Speaker = "Lena Okoro" })?.Country);
        Assert.Equal("KEN;PRT", Own(new Article { Text = "We welcome the accord.", Speaker = "Lena Okoro; Ana Duarte", SpeakerCountry = "KEN;PRT" })?.Country);
        Assert.Equal("Lena Okoro; Ana Duarte", Own(new Article { Text = "We welcome the accord.", Title = "Joint Statement by President Okoro and President Ana Duarte of Portugal", Speaker = "Lena Okoro", SpeakerCountry = "KEN" })?.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("said")]
    [InlineData("She said and and , , of of said that it said.")]
    [InlineData("“Its and, ’s” said the the of.")]
    [InlineData("According to the of and to, the said said who said whose said.")]
    public void AnyText_GivesAResult(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text, Speaker = text, SpeakerCountry = text, Title = text });
        Assert.Equal(text, document.Article.Text);
    }

    [Fact]
    public void LongTextOfNamesAndPronouns_StaysLinear()
    {
        string text = string.Concat(Enumerable.Repeat("Anna Okoro, the foreign minister of Kenya, told Paul Duarte that it would end. He said so and she said no. ", 2000));
        using AnalyzedDocument warm = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text[..2000] });
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
        Assert.NotEqual(0, document.Attributions.Count);
    }

    private static string Single(string text)
    {
        ResolvedSpeaker? speaker = Last(text);
        return $"{speaker?.Name}|{speaker?.Country}";
    }

    private static ResolvedSpeaker? Last(string text, DateOnly? day = null)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text, PublishedAt = day });
        DocumentContext context = document.Context;
        Assert.NotEqual(0, context.Attributions.Count);
        Attribution attribution = context.Attributions[^1];
        return attribution.Speaker;
    }
}
