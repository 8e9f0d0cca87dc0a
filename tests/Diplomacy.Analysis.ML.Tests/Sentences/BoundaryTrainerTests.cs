using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Sentences;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Sentences;

public class BoundaryTrainerTests
{
    private static readonly string[] First = ["the talks failed", "no one came", "we wait here", "the text is gone"];
    private static readonly string[] Second = ["Thanks for that", "Thanks again", "Thanks to you all"];

    [Fact]
    public void AHabitOfTheCorpus_IsLearned_AndCarriesOver()
    {
        string[] cut = Cut(Train(new BoundaryOptions()), "they went home Thanks for all");
        Assert.Equal(["they went home", "Thanks for all"], cut);
        Assert.Equal(["they thank Oslo for all"], Cut(Train(new BoundaryOptions()), "they thank Oslo for all"));
    }

    [Fact]
    public void TheSameSeed_GivesTheSameBytes_AnotherSeedOthers()
    {
        Assert.Equal(Train(new BoundaryOptions()), Train(new BoundaryOptions()));
        Assert.NotEqual(Train(new BoundaryOptions()), Train(new BoundaryOptions { Seed = 2 }));
    }

    [Fact]
    public void ATextWithoutAnnotation_TeachesWhatTheRulesSay()
    {
        BoundaryDocument[] plain = [.. Enumerable.Repeat(new BoundaryDocument("The talks failed. Oslo waits. We wait for Lima.", null), 20)];
        byte[] weights = new BoundaryTrainer(new BoundaryOptions()).Train(plain);
        Assert.Equal(["The talks failed.", "Lima waits for Oslo."], Cut(weights, "The talks failed. Lima waits for Oslo."));
    }

    [Fact]
    public void MakingBytesOfTheWeights_ChangesAlmostNoGap()
    {
        var trainer = new BoundaryTrainer(new BoundaryOptions());
        trainer.Train(Corpus());
        Assert.Equal("0 of 24 gaps wrong, in bytes 0", trainer.Gaps(Corpus()));
    }

    [Fact]
    public void ATreebank_BecomesTextWithItsStarts()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# newdoc id = a\n# newpar\n# text = One.\n1\tOne\n\n# text = Two.\n\n# newpar\n# text = Three.\n\n# newdoc id = b\n# text = Four.\n\n");
            BoundaryDocument[] documents = [.. BoundaryCorpus.Treebank(path)];
            Assert.Equal(["One. Two.\n\nThree.", "Four."], documents.Select(d => d.Text));
            Assert.Equal([0, 5, 11], documents[0].Starts!.Order());
            Assert.Equal([0], documents[1].Starts!);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Train(BoundaryOptions options) => new BoundaryTrainer(options).Train(Corpus());

    private static List<BoundaryDocument> Corpus()
    {
        List<BoundaryDocument> documents = [];
        foreach (string first in First)
        {
            foreach (string second in Second)
            {
                documents.Add(new BoundaryDocument($"{first} {second}", [0, first.Length + 1]));
                documents.Add(new BoundaryDocument($"{first} in Oslo today", [0]));
            }
        }

        return documents;
    }

    private static string[] Cut(byte[] weights, string text)
    {
        var resources = new AnalysisResources(new Vocabulary());
        var document = new DocumentContext();
        document.Reset(new Article { Text = text });
        new Tokenizer(resources).Run(document);
        new SentenceSplitter(resources, BoundaryModel.Read(WeightFile.Open(new MemoryStream(weights)))).Run(document);
        return [.. document.Sentences.ToArray().Select(s => text[document.Tokens[s.FirstToken].Start..document.Tokens[s.EndToken - 1].End])];
    }
}
