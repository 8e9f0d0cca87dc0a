using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.Tests.Entities.Recognition;

public class EntityModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(300)]
    public void TheVectorSearch_GivesTheLabelsOfThePlainSearch(int length)
    {
        var random = new Random(length);
        short[] moves = new short[EntityLabel.Count * EntityLabel.Count];
        for (int i = 0; i < moves.Length; i++)
        {
            moves[i] = (short)random.Next(-3000, 3000);
        }

        EntityModel model = EntityModel.Read(WeightFile.Open(new MemoryStream(File(moves))));
        var scratch = new NameScratch();
        scratch.Size(length + 1);
        scratch.SizeRows(length, model.Table.Width);
        for (int i = 0; i < length; i++)
        {
            scratch.Rows[i] = i;
            for (int label = 0; label < EntityLabel.Count; label++)
            {
                scratch.Scores[(i * model.Table.Width) + label] = random.Next(-20000, 20000);
            }
        }

        EntityRecognizer.Decode(model, scratch, 0, length);
        Assert.Equal(Plain(scratch, moves, model.Table.Width, length), scratch.Labels[..length].ToArray());
    }

    [Fact]
    public void WrongNumberOfTransitions_IsRefused() =>
        Assert.Throws<WeightFileException>(() => EntityModel.Read(WeightFile.Open(new MemoryStream(File(new short[9])))));

    [Fact]
    public void ConfidenceAbove100_IsRefused() =>
        Assert.Throws<WeightFileException>(() => EntityModel.Read(WeightFile.Open(new MemoryStream(File(new short[441], percent: 101)))));

    private static byte[] File(short[] moves, byte percent = 50)
    {
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", new LinearWeights(EntityLabel.Count, [5, 9], [0, 1, 2], [3, 4], [0.5f, -1f]), bits: 8);
        EntityModel.Write(writer, moves, [3, 1, 2], [4], FeatureGroups.All, 100, [percent, percent]);
        NameTypes.Write(writer, [("one", 1), ("two", 2)]);
        return writer.ToArray();
    }

    private static byte[] Plain(NameScratch scratch, short[] moves, int stride, int length)
    {
        long[,] best = new long[length, EntityLabel.Count];
        byte[,] way = new byte[length, EntityLabel.Count];
        for (int i = 0; i < length; i++)
        {
            for (byte to = 0; to < EntityLabel.Count; to++)
            {
                best[i, to] = i == 0 && EntityLabel.MayFollow(0, to) ? 0 : long.MinValue / 2;
                for (byte from = 0; i > 0 && from < EntityLabel.Count; from++)
                {
                    long sum = best[i - 1, from] + moves[(from * EntityLabel.Count) + to];
                    if (EntityLabel.MayFollow(from, to) && sum > best[i, to])
                    {
                        best[i, to] = sum;
                        way[i, to] = from;
                    }
                }

                best[i, to] += scratch.Scores[(i * stride) + to];
            }
        }

        byte last = 0;
        for (byte label = 1; label < EntityLabel.Count; label++)
        {
            last = !EntityLabel.IsOpen(label) && best[length - 1, label] > best[length - 1, last] ? label : last;
        }

        byte[] labels = new byte[length];
        for (int i = length - 1; i >= 0; i--)
        {
            labels[i] = last;
            last = way[i, last];
        }

        return labels;
    }
}
