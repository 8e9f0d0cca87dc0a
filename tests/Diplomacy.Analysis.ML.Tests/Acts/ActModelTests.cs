using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Acts;

public class ActModelTests
{
    [Fact]
    public void ExportedModel_AnswersAsMlNetDoes_OnTenThousandRowsHeldOut()
    {
        var trainer = new MaximumEntropyTrainer(ActModel.Families);
        LinearWeights acts = trainer.Train(Rows(1500, ActModel.Families, 1), 1e-3f);
        ActModel model = Model(acts);
        List<SparseExample> held = Rows(10_000, ActModel.Families, 2);
        int[] theirs = trainer.Predict(held);
        double[] probabilities = new double[ActModel.Families];
        int same = 0;
        for (int i = 0; i < held.Count; i++)
        {
            model.Acts(held[i].Features, probabilities);
            Assert.Equal(1, probabilities.Sum(), 9);
            same += Array.IndexOf(probabilities, probabilities.Max()) == theirs[i] ? 1 : 0;
        }

        // Weights are rounded to 16 bits: only a tie to the fourth digit may fall the other way.
        Assert.InRange(same, 9_990, 10_000);
    }

    [Fact]
    public void ScoringAllocatesNothing()
    {
        ActModel model = Model(new MaximumEntropyTrainer(ActModel.Families).Train(Rows(300, ActModel.Families, 1), 1e-3f));
        uint[] features = Rows(1, ActModel.Families, 3)[0].Features;
        double[] probabilities = new double[ActModel.Families];
        model.Acts(features, probabilities);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            model.Acts(features, probabilities);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void ModelWithOtherClasses_IsRefused()
    {
        var writer = new WeightFileWriter();
        ActModel.Write(writer, Empty(7), Empty(ActModel.Stances), Empty(ActModel.Outcomes), Fields(), 0.5f, 0.5f, 2, 1);
        Assert.Throws<WeightFileException>(() => ActModel.Read(WeightFile.Open(new MemoryStream(writer.ToArray()))));
    }

    private static ActModel Model(LinearWeights acts)
    {
        var writer = new WeightFileWriter();
        ActModel.Write(writer, acts, Empty(ActModel.Stances), Empty(ActModel.Outcomes), Fields(), 0.5f, 0.5f, 2, 1);
        return ActModel.Read(WeightFile.Open(new MemoryStream(writer.ToArray())));
    }

    private static LinearWeights[] Fields() => [.. Enumerable.Repeat(Empty(ActModel.Verdicts), ActModel.Fields)];

    private static LinearWeights Empty(int classes) => new(classes, [], [0], [], []);

    // Five words a row; the class follows from the first, with one in ten told otherwise.
    private static List<SparseExample> Rows(int count, int classes, uint seed)
    {
        List<SparseExample> rows = [];
        for (uint i = 0; i < count; i++)
        {
            uint dice = StableHash.Combine(seed, i);
            uint word = dice % 60;
            uint wrong = (dice >> 20) % 10 == 0 ? 1u : 0u;
            rows.Add(new SparseExample((int)((word + wrong) % classes), [.. new uint[] { word + 1000, 100 + (dice >> 6) % 40, 200 + (dice >> 11) % 40, 300 + (dice >> 16) % 40, 400 + (dice >> 9) % 9 }.Select(StableHash.Mix)]));
        }

        return rows;
    }
}
