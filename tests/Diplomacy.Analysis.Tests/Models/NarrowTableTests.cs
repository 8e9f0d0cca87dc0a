using CsCheck;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.Tests.Models;

public class NarrowTableTests
{
    [Fact]
    public void Sums_AreThoseOfTheWideTable()
    {
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 3000], Gen.UInt[1, 4000].Array[0, 60]).Sample((classes, rows, features) =>
        {
            WeightFile file = Make(classes, rows);
            var table = NarrowTable.Read(file, "scores");
            var wide = LinearTable.Read(file, "scores");
            features = Array.ConvertAll(features, KeyOf);
            int[] found = new int[features.Length], sums = new int[table.Width], expected = new int[wide.Stride];
            int count = table.Find(features, found);
            Assert.Equal(found[..count], features.Select(table.Find).Where(r => r != 0));
            table.Add(found.AsSpan(0, count), sums);
            wide.Score(features, expected);
            Assert.Equal(expected[..classes], sums[..classes]);
        });
    }

    [Fact]
    public void VectorAndScalarPath_GiveTheSameBits()
    {
        Gen.Select(Gen.Int[1, 90], Gen.Int[0, 100].Array[0, 300]).Sample((classes, rows) =>
        {
            var table = NarrowTable.Read(Make(classes, 100), "scores");
            int[] vector = new int[table.Width], scalar = new int[table.Width];
            table.Add(rows, vector);
            table.AddScalar(rows, scalar);
            Assert.Equal(scalar, vector);
            short[] shortVector = new short[table.Width], shortScalar = new short[table.Width];
            table.Add(rows, shortVector);
            table.AddScalar(rows, shortScalar);
            Assert.Equal(shortScalar, shortVector);
        });
    }

    [Fact]
    public void NarrowSums_StayAtTheirBounds()
    {
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", new LinearWeights(2, [7], [0, 2], [0, 1], [3f, -3f]), bits: 8);
        var table = NarrowTable.Read(Open(writer.ToArray()), "scores");
        short[] sums = new short[table.Width];
        table.Add([1, 1, 1], sums);
        Assert.Equal(short.MaxValue, sums[0]);
        Assert.Equal(short.MinValue, sums[1]);
    }

    [Fact]
    public void EveryFeature_IsFound_AndNoOther()
    {
        var table = NarrowTable.Read(Make(5, 20_000), "scores");
        int[] rows = [.. Enumerable.Range(0, 20_000).Select(i => table.Find(KeyOf((uint)i + 1)))];
        Assert.Equal(20_000, rows.Distinct().Count());
        Assert.DoesNotContain(0, rows);
        Assert.Equal(20_001, table.Rows);
        Assert.Equal(0, table.Find(0));
        Assert.All(Enumerable.Range(20_001, 20_000), i => Assert.Equal(0, table.Find(KeyOf((uint)i))));
    }

    [Fact]
    public void KeysThatShareAGroup_AreFound()
    {
        // All of them are in one group, which is then larger than what is looked at together.
        uint[] keys = [.. Enumerable.Range(1, 100).Select(i => (uint)i << 12)];
        var weights = new LinearWeights(1, keys, [.. Enumerable.Range(0, 101)], new byte[100], [.. Enumerable.Repeat(1f, 100)]);
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", weights, bits: 8);
        var table = NarrowTable.Read(Open(writer.ToArray()), "scores");
        Assert.Equal(100, keys.Select(table.Find).Distinct().Count(r => r != 0));
        Assert.Equal(0, table.Find(101u << 12));
    }

    [Fact]
    public void WeightsOf16Bits_AreRefused()
    {
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", new LinearWeights(2, [7], [0, 1], [0], [3f]), bits: 16);
        Assert.Throws<WeightFileException>(() => NarrowTable.Read(Open(writer.ToArray()), "scores"));
    }

    [Fact]
    public void ARowThatIsNotThere_IsAProgrammingError()
    {
        var table = NarrowTable.Read(Make(4, 3), "scores");
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Add([99], new int[table.Width]));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Add([-1], new short[table.Width]));
        Assert.Throws<ArgumentException>(() => table.Add([1], new int[table.Width - 1]));
        Assert.Throws<ArgumentException>(() => table.Find([1, 2], new int[1]));
    }

    [Fact]
    public void RandomDamageWithTheHashMadeRight_IsRefusedOrHarmless()
    {
        var writer = new WeightFileWriter();
        Write(writer, 20, 40);
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

            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), WeightFile.Hash(bytes));
            try
            {
                var table = NarrowTable.Read(Open(bytes), "scores");
                int[] rows = new int[4], sums = new int[table.Width];
                table.Add(rows.AsSpan(0, table.Find([KeyOf(1), KeyOf(2), 3, uint.MaxValue], rows)), sums);
            }
            catch (WeightFileException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 2000, 9999);
    }

    private static uint KeyOf(uint number) => StableHash.Mix(number);

    private static WeightFile Open(byte[] bytes) => WeightFile.Open(new MemoryStream(bytes));

    private static WeightFile Make(int classes, int rows)
    {
        var writer = new WeightFileWriter();
        Write(writer, classes, rows);
        return Open(writer.ToArray());
    }

    private static void Write(WeightFileWriter writer, int classes, int rows)
    {
        uint[] keys = new uint[rows];
        int[] starts = new int[rows + 1];
        byte[] columns = new byte[rows * classes];
        float[] values = new float[rows * classes];
        for (int i = 0; i < rows; i++)
        {
            keys[i] = KeyOf((uint)i + 1);
            starts[i + 1] = (i + 1) * classes;
            for (int c = 0; c < classes; c++)
            {
                columns[(i * classes) + c] = (byte)c;
                values[(i * classes) + c] = (int)(StableHash.Combine((uint)i, (uint)c) % 2001) - 1000;
            }
        }

        LinearTable.Write(writer, "scores", new LinearWeights(classes, keys, starts, columns, values), bits: 8);
    }
}
