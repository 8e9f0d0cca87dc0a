using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tokens;
using Xunit;

namespace Diplomacy.Analysis.Tests.Lexicons;

public sealed class VerbLexiconTests
{
    private readonly Vocabulary _vocabulary = new();
    private readonly VerbLexicon _verbs;

    public VerbLexiconTests() => _verbs = new VerbLexicon(_vocabulary, new LexiconSet().Rows(LexiconKind.Verbs));

    [Theory]
    [InlineData("urged", "urge", "Past, Participle")]
    [InlineData("denies", "deny", "ThirdPerson")]
    [InlineData("said", "say", "Past, Participle")]
    [InlineData("swore", "swear", "Past")]
    [InlineData("committing", "commit", "Gerund")]
    [InlineData("agreeing", "agree", "Gerund")]
    [InlineData("stresses", "stress", "ThirdPerson")]
    public void InflectedForm_LeadsToItsVerb(string form, string lemma, string forms)
    {
        int id = _vocabulary.Find(form);
        Assert.Equal(lemma, _verbs.Find(id)?.Lemma);
        Assert.Equal(forms, _verbs.FormsOf(id).ToString());
    }

    [Theory]
    [InlineData("table")]
    [InlineData("commited")]
    [InlineData("denys")]
    [InlineData("")]
    public void WordThatIsNoForm_IsNotFound(string form)
    {
        int id = _vocabulary.Find(form);
        Assert.Null(_verbs.Find(id));
        Assert.Equal(VerbForms.None, _verbs.FormsOf(id));
    }

    [Theory]
    [InlineData("called on them", "call", 2, "Directive")]
    [InlineData("called it a day", "call", 1, "Say")]
    [InlineData("lashing out at critics", "lash", 3, "Condemn")]
    [InlineData("ruled out talks", "rule", 2, "Reject")]
    public void Match_TakesTheMostParticles(string text, string lemma, int length, string expected)
    {
        Token[] tokens = [.. text.Split(' ').Select(w => new Token { Lower = _vocabulary.Find(w) })];
        VerbEntry? entry = _verbs.Match(tokens, 0, tokens.Length, out int found);
        Assert.Equal(lemma, entry?.Lemma);
        Assert.Equal(length, found);
        Assert.Equal(expected, entry!.Class.ToString());
    }

    [Theory]
    [InlineData("ruled over the land")]
    [InlineData("ruled")]
    public void Match_WithoutTheParticle_IsNone(string text)
    {
        Token[] tokens = [.. text.Split(' ').Select(w => new Token { Lower = _vocabulary.Find(w) })];
        Assert.Null(_verbs.Match(tokens, 0, tokens.Length, out int length));
        Assert.Equal(0, length);
    }

    [Fact]
    public void EveryRow_HasFamilyFrameAndLadderInRange()
    {
        List<string[]> rows = [.. new LexiconSet().Rows(LexiconKind.Verbs)];
        Assert.True(rows.Count >= 600);
        Assert.All(rows, row =>
        {
            Assert.True(Enum.TryParse<ActFamily>(row[5], out _), row[0]);
            Assert.InRange(int.Parse(row[7], System.Globalization.CultureInfo.InvariantCulture), 0, 7);
        });
    }
}
