using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Xunit;

namespace Diplomacy.Analysis.Tests.Tagging;

public class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = Open();

    [Theory]
    [InlineData("went", "VBD", "go")]
    [InlineData("Better", "JJR", "good")]
    [InlineData("children", "NNS", "child")]
    [InlineData("n't", "RB", "not")]
    [InlineData("n’t", "RB", "not")]
    public void Exceptions_AreLookedUp(string form, string tag, string lemma) => Assert.Equal(lemma, Of(form, tag));

    [Theory]
    [InlineData("hoping", "VBG", "hope")]
    [InlineData("hopping", "VBG", "hop")]
    [InlineData("visiting", "VBG", "visit")]
    [InlineData("agreed", "VBD", "agree")]
    [InlineData("denied", "VBD", "deny")]
    [InlineData("denies", "VBZ", "deny")]
    [InlineData("pushes", "VBZ", "push")]
    [InlineData("closes", "VBZ", "close")]
    [InlineData("treaties", "NNS", "treaty")]
    [InlineData("crises", "NNS", "crisis")]
    [InlineData("Ministers", "NNS", "minister")]
    [InlineData("stronger", "JJR", "strong")]
    [InlineData("largest", "JJS", "large")]
    [InlineData("bigger", "JJR", "big")]
    public void Inflections_AreUndone(string form, string tag, string lemma) => Assert.Equal(lemma, Of(form, tag));

    [Theory]
    [InlineData("Kenya", "NNP", "Kenya")]
    [InlineData("Americans", "NNPS", "American")]
    [InlineData("series", "NNS", "series")]
    [InlineData("press", "NN", "press")]
    [InlineData("during", "IN", "during")]
    [InlineData("red", "JJ", "red")]
    [InlineData("", "NN", "")]
    public void WhatIsNotInflected_StaysItself(string form, string tag, string lemma) => Assert.Equal(lemma, Of(form, tag));

    [Fact]
    public void AnyForm_GetsALemma()
    {
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.Int[0, PennTags.Count - 1]), x => Assert.NotNull(Lemmatizer.Lemma(x.Item1, (PennTag)x.Item2)));
    }

    private static string Of(string form, string tag) => Lemmatizer.Lemma(form, PennTags.Parse(tag));

    private static Lemmatizer Open() => new PosTagger(new AnalysisResources(new Vocabulary())).Lemmatizer;
}
