using System.Runtime.Intrinsics.X86;
using CsCheck;
using Diplomacy.Analysis.Parsing;
using Xunit;

namespace Diplomacy.Analysis.Tests.Parsing;

public class IntegerLayerTests
{
    private static readonly Gen<short> Any = Gen.Short;

    [Fact]
    public void DenseLayer_VectorAndScalar_GiveTheSameBits()
    {
        Assert.SkipUnless(Avx2.IsSupported, "This machine has no AVX2; there is one path only.");
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 4], Gen.Int[1, 9], Gen.Int[1, 20], Gen.Int[0, 24], Gen.Int).Sample((pairs, panels, rows, shift, step, seed) =>
        {
            var random = new Random(seed);
            int inputs = pairs * 2, outputs = panels * 16;
            var layer = new DenseLayer(Shorts(random, inputs * outputs), Ints(random, outputs), shift);
            short[] input = Shorts(random, inputs + (rows * step)), vector = new short[rows * outputs], scalar = new short[rows * outputs];
            layer.ApplyVector(input, rows, step, vector);
            layer.ApplyScalar(input, rows, step, scalar);
            Assert.Equal(scalar, vector);
        });
    }

    [Fact]
    public void GatedLayer_VectorAndScalar_GiveTheSameBits()
    {
        Assert.SkipUnless(Avx2.IsSupported, "This machine has no AVX2; there is one path only.");
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 30], Gen.Int).Sample((blocks, tokens, seed) =>
        {
            int width = blocks * GatedLayer.Lanes;
            var layer = new GatedLayer(new DenseLayer(new short[2 * 6 * width], new int[6 * width], 1));
            short[] gates = Shorts(new Random(seed), tokens * 6 * width), vector = new short[tokens * 2 * width], scalar = new short[tokens * 2 * width];
            layer.ScanVector(tokens, gates, vector);
            layer.ScanScalar(tokens, gates, scalar);
            Assert.Equal(scalar, vector);
            Assert.All(vector, value => Assert.InRange(value, -(1 << GatedLayer.Fraction), 1 << GatedLayer.Fraction));
        });
    }

    [Fact]
    public void Dot_VectorAndScalar_GiveTheSameBits()
    {
        Assert.SkipUnless(Avx2.IsSupported, "This machine has no AVX2; there is one path only.");
        Gen.Select(Any.Array[64], Any.Array[64]).Sample((a, b) =>
            Assert.Equal(DependencyParser.DotScalar(a, b), DependencyParser.DotVector(a, b)));
    }

    [Fact]
    public void DenseLayer_ComputesWhatItSays()
    {
        short[] weights = new short[2 * 16];
        (weights[0], weights[16]) = (100, -50);
        int[] bias = new int[16];
        bias[0] = 40;
        var layer = new DenseLayer(weights, bias, 3);
        short[] output = new short[16];
        layer.Apply([7, 4], 1, output);
        Assert.Equal((40 + 700 - 200 + 4) >> 3, output[0]);
        Assert.Equal(0, output[1]);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(32767, false)]
    public void SumsThatOverflow_AreSeen(short weight, bool fits)
    {
        short[] weights = new short[64 * 16];
        Array.Fill(weights, weight);
        Assert.Equal(fits, DenseLayer.CannotOverflow(weights, new int[16], 1, short.MaxValue));
    }

    private static short[] Shorts(Random random, int count)
    {
        short[] values = new short[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (short)random.Next(short.MinValue, short.MaxValue + 1);
        }

        return values;
    }

    private static int[] Ints(Random random, int count)
    {
        int[] values = new int[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.Next(-1 << 20, 1 << 20);
        }

        return values;
    }
}
