using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;
using Xunit;

namespace Diplomacy.Analysis.Tests.Parsing;

public class ParserModelTests
{
    [Fact]
    public void AFileOfAnotherModel_IsRefused()
    {
        var writer = new WeightFileWriter();
        writer.Add("shape", [1, 2, 3]);
        Assert.Throws<WeightFileException>(() => ParserModel.Read(RandomParser.Open(writer)));
    }

    [Theory]
    [InlineData(31, 2, 32, TransitionFeatures.Rows)]
    [InlineData(32, 0, 32, TransitionFeatures.Rows)]
    [InlineData(32, 2, -32, TransitionFeatures.Rows)]
    [InlineData(32, 2, 32, 7)]
    public void AnImpossibleShape_IsRefused(int inputs, int layers, int hidden, int rows)
    {
        byte[] file = RandomParser.Writer(1).ToArray();
        int at = file.AsSpan().IndexOf(Bytes([32, 2, 32, TransitionFeatures.Rows]));
        Bytes([inputs, layers, hidden, rows]).CopyTo(file, at);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(16), WeightFile.Hash(file));
        Assert.Throws<WeightFileException>(() => ParserModel.Read(WeightFile.Open(new MemoryStream(file))));
    }

    private static byte[] Bytes(int[] values) => System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
