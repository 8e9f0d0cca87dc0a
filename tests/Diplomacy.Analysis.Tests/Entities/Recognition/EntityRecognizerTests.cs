using CsCheck;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Tests.Entities.Recognition;

public class EntityRecognizerTests
{
    private static readonly EntityRecognizer Recognizer = new(new AnalysisResources(new Vocabulary()));

    [Theory]
    [InlineData("Prime Minister Helena Brandt met reporters in Nairobi on Monday.", "PER:Helena Brandt", "LOC:Nairobi")]
    [InlineData("The European Union and the African Union signed the text in Lisbon.", "ORG:European Union", "ORG:African Union", "LOC:Lisbon")]
    [InlineData("German and Turkish officials visited Ukraine.", "NORP:German", "NORP:Turkish", "LOC:Ukraine")]
    [InlineData("Mr. Okonkwo said that Mali would not sign.", "PER:Okonkwo", "LOC:Mali")]
    public void NamesInNews_AreFoundWithTheirType(string text, params string[] names) => Assert.Equal(names, Names(text));

    [Theory]
    [InlineData("The talks will go on tomorrow, and nobody expects a result.")]
    [InlineData("However, they said that it was too early to tell.")]
    [InlineData("1, 2, 3: 40 % of 7.5 million")]
    [InlineData("")]
    public void TextWithoutNames_HasNone(string text) => Assert.Empty(Names(text));

    [Fact]
    public void AWordThatIsAPlaceElsewhere_IsAPlaceWhereNothingElseTells()
    {
        // "Tarvela" says nothing by itself; the town of the first sentences decides for the last one.
        const string Town = "The delegation flew to the town of Tarvela. Hotels in Tarvela, near Nairobi, were full. Officials in Tarvela gave no comment. ";
        const string Unclear = "This was what Tarvela needed.";
        Assert.NotEqual(["LOC:Tarvela"], Names(Unclear));
        Assert.Equal(["LOC:Tarvela", "LOC:Tarvela", "LOC:Nairobi", "LOC:Tarvela", "LOC:Tarvela"], Names(Town + Unclear));
    }

    [Fact]
    public void AnyText_GivesNamesInOrderInsideOneSentence() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[" .,AaBbZz'-1é\u0130\ud800\u2019\n"], 0, 300]).Sample(text =>
        {
            DocumentContext document = Run(text);
            int end = 0;
            foreach (NameSpan name in document.Names.Span)
            {
                Assert.True(name.Tokens.First >= end && !name.Tokens.IsEmpty && name.Tokens.End <= document.Tokens.Length);
                Assert.Equal(document.Tokens[name.Tokens.First].Sentence, document.Tokens[name.Tokens.End - 1].Sentence);
                Assert.NotEqual(EntityType.None, name.Type);
                Assert.InRange(name.Confidence, 0f, 1f);
                end = name.Tokens.End;
            }
        });

    [Fact]
    public void TheSameText_GivesTheSameNames_AlsoFromAUsedContext()
    {
        const string Text = "Ana Silva of the World Bank spoke in Porto. The Kenyan envoy answered Silva.";
        string[] first = Names(Text);
        DocumentContext used = Run("SOMETHING ELSE ENTIRELY. " + new string('A', 3000) + " Paris, Rome and Berlin.");
        used.Reset(new Article { Text = Text });
        Assert.Equal(first, Names(Text));
    }

    [Fact]
    public void APageInCapitals_LongerThanAStretch_IsReadToItsEnd()
    {
        string text = string.Concat(Enumerable.Repeat("PRESIDENT OF KENYA MEETS WORLD BANK ", 2000)) + ".";
        Assert.NotEmpty(Names(text));
    }

    [Fact]
    public void TheWorkingMemory_DoesNotGrowWithTheText()
    {
        DocumentContext document = TextLayers.Analyze(string.Concat(Enumerable.Repeat("Ana Silva met the World Bank in Porto. ", 3000)));
        Recognizer.Run(document);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Recognizer.Run(document);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static DocumentContext Run(string text)
    {
        DocumentContext document = TextLayers.Analyze(text);
        Recognizer.Run(document);
        return document;
    }

    private static string[] Names(string text)
    {
        DocumentContext document = Run(text);
        string[] names = new string[document.Names.Count];
        for (int i = 0; i < names.Length; i++)
        {
            string type = document.Names[i].Type switch { EntityType.Person => "PER", EntityType.Organization => "ORG", EntityType.Location => "LOC", EntityType.Group => "NORP", _ => "MISC" };
            names[i] = $"{type}:{document.SpanOf(document.Names[i].Tokens).Slice(text)}";
        }

        return names;
    }
}
