using CsCheck;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.Tests.Models;

public class LinearTableTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Scores_AreTheSumsOfTheKnownFeatures(int bits)
    {
        LinearTable table = Make(bits, new LinearWeights(3, [10, 5], [0, 2, 3], [0, 2, 1], [1f, -2f, 0.5f]));
        int[] scores = new int[table.Stride];
        table.Score([5, 10, 77], scores);
        Assert.Equal(1f, scores[0] * table.Scale, 1);
        Assert.Equal(0.5f, scores[1] * table.Scale, 2);
        Assert.Equal(-2f, scores[2] * table.Scale, 1);
        Assert.All(scores[3..], s => Assert.Equal(0, s));
        Assert.Equal(0, LinearTable.Best(scores.AsSpan(0, table.Classes)));
    }

    [Fact]
    public void JoinedTables_ScoreAsEachDoesAlone()
    {
        LinearTable first = Make(16, new LinearWeights(3, [10, 5], [0, 2, 3], [0, 2, 1], [1f, -2f, 0.5f]));
        LinearTable second = Make(16, new LinearWeights(2, [5, 77], [0, 2, 3], [0, 1, 1], [0.25f, -1f, 3f]));
        LinearTable both = LinearTable.Join([first, second]);
        uint[] features = [5, 10, 77, 1234];
        int[] a = new int[first.Stride], b = new int[second.Stride], whole = new int[both.Stride];
        first.Score(features, a);
        second.Score(features, b);
        both.Score(features, whole);
        Assert.Equal(5, both.Classes);
        Assert.Equal([.. a[..3], .. b[..2]], whole[..5]);
        Assert.Contains(whole[..5], s => s != 0);
    }

    [Fact]
    public void AnUnknownFeature_HasTheZeroRow()
    {
        LinearTable table = Make(8, new LinearWeights(3, [10], [0, 1], [0], [1f]));
        Assert.Equal(0, table.Find(11));
        Assert.Equal(0, table.Find(0));
        Assert.All(table.Row(0).ToArray(), w => Assert.Equal(0, w));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void AWeight_SurvivesQuantisationWithinHalfAStepOfItsRow(int bits)
    {
        Gen.Float[-20, 20].Array[3].Sample(values =>
        {
            LinearTable table = Make(bits, new LinearWeights(3, [7], [0, 3], [0, 1, 2], values));
            float most = Math.Max(Math.Abs(values[0]), Math.Max(Math.Abs(values[1]), Math.Abs(values[2])));
            float step = (bits == 8 ? most / 63 : most / 31000) + 1e-30f;
            for (int i = 0; i < 3; i++)
            {
                Assert.InRange(table.Row(table.Find(7))[i] * table.Scale, values[i] - step, values[i] + step);
            }
        });
    }

    [Fact]
    public void VectorAndScalarPath_GiveTheSameBits()
    {
        Gen.Select(Gen.Int[1, 90], Gen.UInt[1, 200].Array[0, 60]).Sample((classes, features) =>
        {
            LinearTable table = Make(16, Dense(classes, 100));
            int[] rows = Array.ConvertAll(features, table.Find);
            int[] scalar = new int[table.Stride], vector = new int[table.Stride], direct = new int[table.Stride];
            table.AddScalar(rows, scalar);
            table.AddVector(rows, vector);
            table.Score(features, direct);
            Assert.Equal(scalar, vector);
            Assert.Equal(scalar, direct);
        });
    }

    [Fact]
    public void ARowThatIsNotThere_IsAProgrammingError()
    {
        LinearTable table = Make(8, Dense(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.AddVector([99], new int[table.Stride]));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.AddVector([-1], new int[table.Stride]));
    }

    [Fact]
    public void RandomDamageWithTheHashMadeRight_IsRefusedOrHarmless()
    {
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", Dense(20, 40), bits: 8);
        byte[] whole = writer.ToArray();
        uint seed = 1;
        int refused = 0;
        for (int round = 0; round < 10_000; round++)
        {
            byte[] bytes = (byte[])whole.Clone();
            for (int i = 0; i <= round % 4; i++)
            {
                seed = StableHash.Combine(seed, (uint)round);
                bytes[seed % (uint)bytes.Length] = (byte)(seed >> 24);
            }

            if (round % 5 == 0)
            {
                bytes = bytes[..(int)(seed % (uint)bytes.Length)];
            }

            Repair(bytes);
            try
            {
                LinearTable table = LinearTable.Read(WeightFile.Open(new MemoryStream(bytes)), "scores");
                int[] scores = new int[table.Stride];
                table.Score([1, 2, 3, uint.MaxValue], scores);
            }
            catch (WeightFileException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 2000, 9999);
    }

    private static void Repair(byte[] bytes)
    {
        if (bytes.Length >= WeightFile.HeaderSize)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), WeightFile.Hash(bytes));
        }
    }

    private static LinearTable Make(int bits, LinearWeights weights)
    {
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", weights, bits);
        return LinearTable.Read(WeightFile.Open(new MemoryStream(writer.ToArray())), "scores");
    }

    private static LinearWeights Dense(int classes, int rows)
    {
        uint[] keys = new uint[rows];
        int[] starts = new int[rows + 1];
        byte[] columns = new byte[rows * classes];
        float[] values = new float[rows * classes];
        for (int i = 0; i < rows; i++)
        {
            keys[i] = (uint)i + 1;
            starts[i + 1] = (i + 1) * classes;
            for (int c = 0; c < classes; c++)
            {
                columns[(i * classes) + c] = (byte)c;
                values[(i * classes) + c] = (int)(StableHash.Combine((uint)i, (uint)c) % 2001) - 1000;
            }
        }

        return new LinearWeights(classes, keys, starts, columns, values);
    }
}
