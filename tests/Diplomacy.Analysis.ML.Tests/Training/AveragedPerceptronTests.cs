using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Training;

public class AveragedPerceptronTests
{
    [Fact]
    public void ASeparableProblem_IsLearned()
    {
        var learner = new AveragedPerceptron(3);
        int[] scores = new int[learner.Stride];
        for (int round = 0; round < 20; round++)
        {
            for (uint x = 0; x < 12; x++)
            {
                uint[] features = [100 + (x % 4), 200 + (x / 4), 1];
                learner.Score(features, scores);
                int best = LinearTable.Best(scores.AsSpan(0, 3));
                if (best != (int)(x / 4))
                {
                    learner.Update(features, (int)(x / 4), best);
                }

                learner.Tick();
            }
        }

        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", learner.Average(), bits: 8);
        LinearTable table = LinearTable.Read(WeightFile.Open(new MemoryStream(writer.ToArray())), "scores");
        for (uint x = 0; x < 12; x++)
        {
            int[] sums = new int[table.Stride];
            table.Score([100 + (x % 4), 200 + (x / 4), 1], sums);
            Assert.Equal((int)(x / 4), LinearTable.Best(sums.AsSpan(0, 3)));
        }
    }

    [Fact]
    public void TheAverage_IsTheMeanOfTheWeightsOverTime()
    {
        var learner = new AveragedPerceptron(2);
        learner.Update([7], 0, 1);
        learner.Tick();
        learner.Tick();
        learner.Tick();
        LinearWeights weights = learner.Average();
        Assert.Equal([7u], weights.Keys);
        Assert.Equal([0.75f, -0.75f], weights.Values);
    }

    [Fact]
    public void RareFeatures_AreLeftOut()
    {
        var learner = new AveragedPerceptron(2);
        learner.Update([7, 8], 0, 1);
        learner.Update([7], 0, 1);
        learner.Tick();
        Assert.Equal([7u], learner.Average(minUpdates: 2).Keys);
    }
}
