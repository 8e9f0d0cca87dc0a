using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Tests.Parsing;

public class DependencyViewTests
{
    [Fact]
    public void ARealParse_AnswersTheQuestionsOfRules()
    {
        using AnalyzedDocument analyzed = Analyze("Ministers from Ghana and Togo said that talks had failed.");
        DependencyView tree = Parse(analyzed);
        int said = Find(analyzed, "said"), failed = Find(analyzed, "failed"), ministers = Find(analyzed, "Ministers");
        Assert.True(tree.IsParsed);
        Assert.Equal(said, tree.Root);
        Assert.Equal(ministers, tree.SubjectOf(said));
        Assert.Equal(failed, tree.ClausalComplementOf(said));
        Assert.Equal(Find(analyzed, "talks"), tree.SubjectOf(failed));
        Assert.Equal(-1, tree.ObjectOf(said));
        int ghana = Find(analyzed, "Ghana");
        Assert.Equal(Find(analyzed, "Togo"), tree.ConjunctOf(ghana));
        Assert.Equal(-1, tree.NextConjunctOf(Find(analyzed, "Togo")));
        Assert.Equal("Ministers from Ghana and Togo", Text(analyzed, tree.SubtreeOf(ministers)));
        Assert.Equal("that talks had failed", Text(analyzed, tree.SubtreeOf(failed)));
        Assert.True(tree.IsWithin(ghana, ministers));
        Assert.False(tree.IsWithin(ministers, ghana));
    }

    [Theory]
    [InlineData("The ministry denied the report.", "denied", "ministry", "report")]
    [InlineData("Yesterday France recalled its ambassador.", "recalled", "France", "ambassador")]
    [InlineData("The two sides, he added, will sign the treaty in May.", "sign", "sides", "treaty")]
    public void SubjectsAndObjects_AreFound(string text, string verb, string subject, string thing)
    {
        using AnalyzedDocument analyzed = Analyze(text);
        DependencyView tree = Parse(analyzed);
        Assert.Equal(Find(analyzed, subject), tree.SubjectOf(Find(analyzed, verb)));
        Assert.Equal(Find(analyzed, thing), tree.ObjectOf(Find(analyzed, verb)));
    }

    [Theory]
    [InlineData("The talks were suspended by the mediator.", "suspended", DependencyRelation.NsubjPass, "talks")]
    [InlineData("The talks were suspended by the mediator.", "suspended", DependencyRelation.OblAgent, "mediator")]
    [InlineData("They promised to withdraw.", "promised", DependencyRelation.Xcomp, "withdraw")]
    [InlineData("He met the envoy who had resigned.", "envoy", DependencyRelation.AclRelcl, "resigned")]
    [InlineData("The United States does not recognise it.", "recognise", DependencyRelation.Advmod, "not")]
    [InlineData("If Iran agrees, sanctions will end.", "end", DependencyRelation.Advcl, "agrees")]
    public void Relations_AreThoseOfUniversalDependencies(string text, string head, DependencyRelation relation, string child)
    {
        using AnalyzedDocument analyzed = Analyze(text);
        DependencyView tree = Parse(analyzed);
        Assert.Equal(Find(analyzed, child), tree.ChildOf(Find(analyzed, head), relation));
    }

    [Theory]
    [InlineData(DependencyRelation.Nsubj, true)]
    [InlineData(DependencyRelation.NsubjPass, true)]
    [InlineData(DependencyRelation.NsubjOuter, false)]
    [InlineData(DependencyRelation.Obj, false)]
    public void ARelationWithoutSubtype_StandsForItsSubtypes(DependencyRelation asked, bool found)
    {
        using AnalyzedDocument analyzed = Analyze("The offer was rejected.");
        DependencyView tree = Parse(analyzed);
        Assert.Equal(found, tree.ChildOf(Find(analyzed, "rejected"), asked) >= 0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void ASentenceThatIsNotThere_IsRefused(int sentence)
    {
        using AnalyzedDocument analyzed = Analyze("One sentence.");
        Assert.Throws<ArgumentOutOfRangeException>(() => analyzed.DependenciesOf(sentence).Root);
    }

    [Fact]
    public void Names_SurviveTheRoundTrip()
    {
        for (int i = 1; i < DependencyRelations.Count; i++)
        {
            var relation = (DependencyRelation)i;
            Assert.Equal(relation, DependencyRelations.Parse(relation.Name()));
            Assert.Equal(relation.Base().Name(), relation.Name().Split(':')[0]);
            Assert.True(Enum.IsDefined(relation));
        }

        Assert.Equal(Enum.GetValues<DependencyRelation>().Length, DependencyRelations.Count);
        Assert.Equal(DependencyRelation.Obl, DependencyRelations.Parse("obl:unheardof"));
        Assert.Equal(DependencyRelation.None, DependencyRelations.Parse("unheardof"));
    }

    private static AnalyzedDocument Analyze(string text) => DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });

    private static DependencyView Parse(AnalyzedDocument document)
    {
        DependencyView tree = document.DependenciesOf(0);
        TreeChecks.AssertTree(document.Context, 0);
        return tree;
    }

    private static int Find(AnalyzedDocument document, string form)
    {
        for (int i = 0; i < document.Context.Tokens.Length; i++)
        {
            if (document.Context.TokenText(i).SequenceEqual(form))
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no token '{form}'.", nameof(form));
    }

    private static string Text(AnalyzedDocument document, TokenRange range) => document.Context.SpanOf(range).Slice(document.Article.Text).ToString();
}
