using System.Text;
using Diplomacy.Analysis.Lexicons;
using Xunit;

namespace Diplomacy.Analysis.Tests.Attributions;

public class UserVerbTests
{
    private const string Sentence = "Norway communiqued that the border would stay open.";

    [Fact]
    public void VerbAddedByTheUser_OpensAnAttribution()
    {
        const string table = "lemma\tclass\tframes\tact\tfamily\trung\ncommunique\tsay\tthat,quote\tState\tState\t1\n";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(table));
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.CreateBuilder().AddLexicon(LexiconKind.Verbs, stream).Build();

        Claim claim = Assert.Single(analyzer.ExtractClaims(Sentence));

        Assert.Equal("the border would stay open", claim.Content);
        Assert.Equal("NOR", claim.SpeakerCountry);
    }

    [Fact]
    public void WithoutIt_ThereIsNone() => Assert.Empty(DiplomacyAnalyzer.Default.ExtractClaims(Sentence));
}
