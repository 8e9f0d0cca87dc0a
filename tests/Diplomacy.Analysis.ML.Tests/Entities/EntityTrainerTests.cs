using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.ML.Entities;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Entities;

public class EntityTrainerTests
{
    private static readonly string[] People = ["Ana Silva", "Jan Novak", "Li Wei", "Omar Said", "Eva Lund", "Piet Bakker"];
    private static readonly string[] Places = ["Porto", "Oslo", "Lima", "Accra", "Minsk", "Tunis"];

    [Fact]
    public void ASmallCorpus_IsLearned_AndCarriesOverToUnseenNames()
    {
        EntityRecognizer recognizer = Recognizer(Train(seed: 1));
        EntityDocument unseen = new("test", [Sentence("Minister", "Rosa", "Keller", "spoke", "in", "Quito", ".")]);
        byte[] labels = EntityEvaluator.Labels(recognizer, unseen)[0];
        Assert.Equal([1, 3], [EntityLabel.TypeOf(labels[1]) == Analysis.Entities.EntityType.Person ? 1 : 0, (int)EntityLabel.TypeOf(labels[5])]);
        Assert.Equal(EntityLabel.Outside, labels[3]);
    }

    [Fact]
    public void TheSameSeed_GivesTheSameBytes_AnotherSeedOthers()
    {
        byte[] one = Train(seed: 1);
        Assert.Equal(one, Train(seed: 1));
        Assert.NotEqual(one, Train(seed: 2));
    }

    [Fact]
    public void ATagThatMayMeanSeveralTypes_LeavesThemOpen()
    {
        EntitySentence sentence = EntitySentence.Make(["the", "Kenyan", "Derby"], ["O", "B-MISC", "O"], _ => 16 | 32, EntitySentence.Open);
        Assert.Equal(EntitySentence.Open, sentence.Masks[0]);
        Assert.Equal((1u << EntityLabel.Make(Analysis.Entities.EntityType.Group, EntityLabel.Single)) | (1u << EntityLabel.Make(Analysis.Entities.EntityType.Miscellaneous, EntityLabel.Single)), sentence.Masks[1]);
    }

    [Fact]
    public void NeighboursOfOneType_AreOneNameOnlyWhereGoldHasNoBegin()
    {
        byte single = EntityLabel.Make(Analysis.Entities.EntityType.Location, EntityLabel.Single);
        Assert.Equal(2, EntityScore.Spans([single, single], joins: false).Count);
        Assert.Single(EntityScore.Spans([single, single], joins: true));
    }

    private static EntityRecognizer Recognizer(byte[] weights) =>
        new(EntityModel.Read(WeightFile.Open(new MemoryStream(weights))), WordClusters.Empty);

    private static byte[] Train(int seed)
    {
        List<EntityDocument> documents = [];
        for (int i = 0; i < 36; i++)
        {
            string[] person = People[i % 6].Split(' ');
            documents.Add(new EntityDocument("worldwide", [Sentence("Minister", person[0], person[1], "spoke", "in", Places[i / 6], "."), Sentence("He", "left", "early", ".")]));
        }

        return new EntityTrainer(new EntityOptions { Seed = seed, Rounds = 6, Capitals = 0 }, WordClusters.Empty).Train(documents, []);
    }

    private static EntitySentence Sentence(params string[] forms)
    {
        string[] tags = new string[forms.Length];
        Array.Fill(tags, "O");
        if (forms.Length == 7)
        {
            (tags[1], tags[2], tags[5]) = ("B-PER", "I-PER", "B-LOC");
        }

        return EntitySentence.Make(forms, tags, t => t == "PER" ? 2u : 8u, 1);
    }
}
