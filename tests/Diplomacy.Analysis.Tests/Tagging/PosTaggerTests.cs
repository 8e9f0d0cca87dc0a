using CsCheck;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Xunit;

namespace Diplomacy.Analysis.Tests.Tagging;

public class PosTaggerTests
{
    [Theory]
    [InlineData("The minister rejected the offer .", "DT NN VBD DT NN .")]
    [InlineData("Officials say they will not reject it .", "NNS VBP PRP MD RB VB PRP .")]
    [InlineData("He was told to wait in Geneva .", "PRP VBD VBN TO VB IN NNP .")]
    public void PlainSentences_AreTagged(string text, string expected) => Assert.Equal(expected, Tag(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\ud800 \udc00 \0")]
    [InlineData("'''' \"\" -- ... 1/2/3 @@@ http://a.b/c")]
    public void AnyText_GetsATagForEachToken(string text)
    {
        string tags = Tag(text);
        Assert.DoesNotContain("_", tags, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfTheUser_TakeThePlaceOfTheEmbeddedOnes()
    {
        DiplomacyAnalyzerBuilder builder = DiplomacyAnalyzer.CreateBuilder().UseModel("tagger", () => new MemoryStream([1, 2, 3]));
        Assert.Throws<WeightFileException>(builder.Build);
    }

    [Theory]
    [InlineData("THE MINISTER REJECTED THE OFFER", "DT NN VBD DT NN")]
    [InlineData("the minister rejected the offer", "DT NN VBD DT NN")]
    public void LetterCase_DoesNotChangePlainTags(string text, string expected) => Assert.Equal(expected, Tag(text));

    [Fact]
    public void Tagging_AllocatesNothing()
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        PosTagger tagger = analyzer.Stages.ToArray().OfType<PosTagger>().Single();
        using AnalyzedDocument document = analyzer.Analyze(new Article { Text = string.Concat(Enumerable.Repeat("Ouagadougou's envoy, Xyr Qwerty, rejected 12 re-drafted offers on Monday. ", 20)) });
        tagger.Run(document.Context);
        long before = GC.GetAllocatedBytesForCurrentThread();
        tagger.Run(document.Context);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void KeptSums_GiveTheSameTagsAsTheFeaturesOneByOne()
    {
        var tagger = new PosTagger(new AnalysisResources(new Analysis.Lexicons.Vocabulary()));
        string[] forms = "the minister of trade said that he would not accept any of the terms that were on offer".Split(' ');
        WordFacts[] kept = Array.ConvertAll(forms, f => tagger.FactsOf(f, SentenceCase.Mixed));
        WordFacts[] bare = Array.ConvertAll(kept, f => f with { Kept = 0 });
        var first = new PennTag[forms.Length];
        var second = new PennTag[forms.Length];
        tagger.Tag(kept, first);
        tagger.Tag(bare, second);
        Assert.Contains(kept, f => f.Kept != 0);
        Assert.Equal(first, second);
    }

    [Fact]
    public void WordsMetBefore_DoNotChangeTheTags()
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        PosTagger tagger = analyzer.Stages.ToArray().OfType<PosTagger>().Single();
        string[] words = "The the Envoys envoys will WILL Kyrgyz reject Reject x-rayed U.S. 12 % . ; \u00c9mile an-exceedingly-long-compound-of-thirty-letters".Split(' ');
        var used = new DocumentContext();
        Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[1, 40].Array[1, 4].Sample(
            sentences =>
            {
                string text = string.Join("\n\n", sentences.Select(s => string.Join(' ', s)));
                Assert.Equal(Tags(new DocumentContext(), text), Tags(used, text));
            },
            threads: 1);

        PennTag[] Tags(DocumentContext context, string text)
        {
            context.Reset(new Article { Text = text });
            foreach (IAnalysisStage stage in analyzer.Stages)
            {
                stage.Run(context);
                if (stage == tagger)
                {
                    break;
                }
            }

            return context.Tags.ToArray();
        }
    }

    [Fact]
    public void AContextThatGoesToAnotherTagger_ForgetsTheFirst()
    {
        DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
        var vocabulary = new Analysis.Lexicons.Vocabulary();
        var other = new PosTagger(new AnalysisResources(vocabulary));
        using AnalyzedDocument document = analyzer.Analyze(new Article { Text = "Ouagadougou rejected the Qwertz plan. Ouagadougou rejected it." });
        PennTag[] first = document.Context.Tags.ToArray();
        other.Run(document.Context);
        Assert.NotSame(other, analyzer.Stages.ToArray().OfType<PosTagger>().Single());
        Assert.Equal(first.Length, document.Context.Tags.Length);
        Assert.Equal(PennTag.NNP, document.Context.Tags[0]);
    }

    private static string Tag(string text)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        DocumentContext context = document.Context;
        return string.Join(' ', context.Tags.ToArray().Select(t => t.Name()));
    }
}
