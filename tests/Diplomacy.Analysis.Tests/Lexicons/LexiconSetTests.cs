using System.Text;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Xunit;

namespace Diplomacy.Analysis.Tests.Lexicons;

public sealed class LexiconSetTests
{
    [Theory]
    [InlineData(LexiconKind.States, 250)]
    [InlineData(LexiconKind.Places, 70)]
    [InlineData(LexiconKind.Metonyms, 100)]
    [InlineData(LexiconKind.Organizations, 150)]
    [InlineData(LexiconKind.Memberships, 80)]
    [InlineData(LexiconKind.Bodies, 150)]
    [InlineData(LexiconKind.Portfolios, 30)]
    [InlineData(LexiconKind.Offices, 400)]
    [InlineData(LexiconKind.OfficeHolders, 6000)]
    [InlineData(LexiconKind.Media, 150)]
    [InlineData(LexiconKind.Groups, 60)]
    [InlineData(LexiconKind.GivenNames, 30)]
    [InlineData(LexiconKind.FamilyNames, 3)]
    [InlineData(LexiconKind.BodyNouns, 50)]
    [InlineData(LexiconKind.NameHeads, 4)]
    [InlineData(LexiconKind.Verbs, 600)]
    [InlineData(LexiconKind.ActPhrases, 900)]
    [InlineData(LexiconKind.CueNouns, 150)]
    [InlineData(LexiconKind.NominalCues, 150)]
    [InlineData(LexiconKind.CuePhrases, 90)]
    [InlineData(LexiconKind.Intensity, 600)]
    [InlineData(LexiconKind.Stance, 200)]
    [InlineData(LexiconKind.Valence, 6000)]
    [InlineData(LexiconKind.ContentActs, 180)]
    [InlineData(LexiconKind.EventCodes, 150)]
    [InlineData(LexiconKind.Abbreviations, 250)]
    [InlineData(LexiconKind.Regions, 200)]
    [InlineData(LexiconKind.VerbForms, 50)]
    public void EmbeddedLexicon_IsWellFormed(LexiconKind kind, int atLeast)
    {
        List<string[]> rows = [.. new LexiconSet().Rows(kind)];
        Assert.True(rows.Count >= atLeast, $"{kind} has {rows.Count} rows");
        Assert.All(rows, row => Assert.Equal(LexiconSchema.Columns(kind).Length, row.Length));
    }

    [Fact]
    public void EveryStateCode_IsUsedOnce()
    {
        List<string> codes = [.. new LexiconSet().Rows(LexiconKind.States).Select(r => r[0])];
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Contains("XKX", codes);
        Assert.All(codes, c => Assert.Equal(3, c.Length));
    }

    [Fact]
    public void EveryMemberOfTheUnitedNations_HasAnAdjective() =>
        Assert.All(new LexiconSet().Rows(LexiconKind.States).Where(r => r[0] is "COD" or "DJI" or "PNG" or "TKM" or "VUT" or "SSD" or "XKX" or "KAZ" or "USA"), row => Assert.NotEmpty(row[4]));

    [Theory]
    [InlineData("code\tname\nARC\tArcadia\textra", 2, "", "3 cells")]
    [InlineData("name\nArcadia", 1, "code", "lacks")]
    [InlineData("code\tname\tcolour\nARC\tArcadia\tred", 1, "colour", "no such column")]
    [InlineData("# comment\ncode\tname\n\nARC\t", 4, "name", "empty")]
    [InlineData("code\tname\nAR C\tArcadia", 2, "code", "no code")]
    [InlineData("", 1, "", "header")]
    public void MalformedTable_IsRefusedWithLineAndColumn(string table, int line, string column, string reason)
    {
        LexiconFormatException error = Assert.Throws<LexiconFormatException>(() => DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.States, StreamOf(table)));
        Assert.Equal(line, error.Line);
        Assert.Equal(column, error.Column);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains($"line {line}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-13-01")]
    [InlineData("2021-02-30")]
    [InlineData("21 May 2021")]
    [InlineData("0000")]
    public void DateThatIsNone_IsRefused(string date)
    {
        string table = $"country\tclass\toffice\tname\tstart\nARC\thead\tPresident\tIda Fern\t{date}";
        LexiconFormatException error = Assert.Throws<LexiconFormatException>(() => DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.OfficeHolders, StreamOf(table)));
        Assert.Equal("start", error.Column);
    }

    [Fact]
    public void UnknownOfficeClass_IsRefusedWithTheKnownOnes()
    {
        LexiconFormatException error = Assert.Throws<LexiconFormatException>(() => DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.Offices, StreamOf("phrase\tclass\nwarden\tguardian")));
        Assert.Contains("ambassador", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LexiconKind.ActPhrases, "phrase\tkind\tact\tstance\nkeep our hands free\tours\tThreaten\t-2", "kind")]
    [InlineData(LexiconKind.ActPhrases, "phrase\tkind\tact\tstance\nkeep our hands free\town\tMenace\t-2", "act")]
    [InlineData(LexiconKind.Stance, "word\tstance\nsplendid\t3", "stance")]
    [InlineData(LexiconKind.Abbreviations, "form\tkind\tcase\nAmb\tcourtesy\tany", "kind")]
    [InlineData(LexiconKind.Regions, "phrase\tmatch\nread on\tend", "match")]
    public void ValueThatTheTableDoesNotKnow_IsRefusedWithItsColumn(LexiconKind kind, string table, string column)
    {
        LexiconFormatException fault = Assert.Throws<LexiconFormatException>(() => DiplomacyAnalyzer.CreateBuilder().AddLexicon(kind, StreamOf(table)));
        Assert.Equal(column, fault.Column);
        Assert.Equal(2, fault.Line);
    }

    [Fact]
    public void AddedActPhrase_ChangesTheAct()
    {
        const string Text = "Latvian Foreign Minister Ilze Kalna said: \"We keep our hands free.\"";
        DiplomacyAnalyzer custom = DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.ActPhrases, StreamOf("phrase\tkind\tact\tstance\n{keep} our hands free\town\tReserveRight\t-2")).Build();
        Assert.Equal("State", Assert.Single(DiplomacyAnalyzer.Default.ExtractClaims(Text)).Act);
        Assert.Equal("ReserveRight", Assert.Single(custom.ExtractClaims(Text)).Act);
    }

    [Fact]
    public void NullStream_IsRefused() => Assert.Throws<ArgumentNullException>(() => DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.States, null!));

    [Fact]
    public void AddedState_StandsBesideTheOthers()
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.States, StreamOf("code\tname\tcapitals\nARC\tArcadia\tFernhill")).Build();
        Assert.Equal(["ARC", "KEN", "ARC"], CodesOf(analyzer, "Arcadia thanked Kenya, said Fernhill."));
    }

    [Fact]
    public void ReplacedStates_AreTheOnlyOnes()
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.CreateBuilder().ReplaceLexicon(LexiconKind.States, StreamOf("name\tcode\nArcadia\tARC")).Build();
        Assert.Equal(["ARC"], CodesOf(analyzer, "Arcadia thanked Kenya.").Where(c => c is not null));
    }

    [Fact]
    public void StreamWithByteOrderMarkAndCarriageReturns_IsRead()
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.States, StreamOf("\uFEFFcode\tname\r\nARC\tArcadia\r\n")).Build();
        Assert.Equal(["ARC"], CodesOf(analyzer, "He praised Arcadia."));
    }

    private static List<string?> CodesOf(DiplomacyAnalyzer analyzer, string text)
    {
        using AnalyzedDocument document = analyzer.Analyze(new Article { Text = text });
        var codes = new List<string?>();
        foreach (ref readonly EntityMention mention in document.Context.Entities.Span)
        {
            if (mention.Identity?.Country is { } code)
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    private static MemoryStream StreamOf(string text) => new(Encoding.UTF8.GetBytes(text));
}
