using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Training;

public class MaximumEntropyTrainerTests
{
    [Fact]
    public void TheExportedTable_AnswersAsMlNetDoes()
    {
        List<SparseExample> examples = Examples(600);
        var trainer = new MaximumEntropyTrainer(classes: 4);
        LinearWeights weights = trainer.Train(examples);
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", weights, bits: 16);
        LinearTable table = LinearTable.Read(WeightFile.Open(new MemoryStream(writer.ToArray())), "scores");
        int[] theirs = trainer.Predict(examples);
        int[] scores = new int[table.Stride];
        int right = 0;
        for (int i = 0; i < examples.Count; i++)
        {
            table.Score([.. examples[i].Features, MaximumEntropyTrainer.Bias], scores);
            int ours = LinearTable.Best(scores.AsSpan(0, table.Classes));
            Assert.Equal(theirs[i], ours);
            right += ours == examples[i].Class ? 1 : 0;
        }

        Assert.InRange(right, 540, 600);
    }

    [Fact]
    public void TheSameSeed_GivesTheSameWeights()
    {
        LinearWeights first = new MaximumEntropyTrainer(classes: 4).Train(Examples(200));
        LinearWeights second = new MaximumEntropyTrainer(classes: 4).Train(Examples(200));
        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.Keys, second.Keys);
    }

    [Fact]
    public void CrossValidation_FindsWhatIsThere()
    {
        double accuracy = new MaximumEntropyTrainer(classes: 4).CrossValidate(Examples(400), folds: 4);
        Assert.InRange(accuracy, 0.85, 1);
    }

    // The class is that of the first feature, with one in twenty told otherwise; the second feature is noise.
    private static List<SparseExample> Examples(int count)
    {
        List<SparseExample> examples = [];
        for (uint i = 0; i < count; i++)
        {
            uint dice = StableHash.Combine(7, i);
            uint word = dice % 20;
            int truth = (int)(word % 4);
            examples.Add(new SparseExample((dice >> 8) % 20 == 0 ? (truth + 1) % 4 : truth, [1000 + word, 2000 + ((dice >> 16) % 50)]));
        }

        return examples;
    }
}
