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

    [Fact]
    public void CorruptionsWithARightHash_AreRefusedOrHarmless()
    {
        byte[] whole = RandomParser.Writer(1).ToArray();
        var random = new Random(17);
        int refused = 0, harmless = 0;
        for (int round = 0; round < 500; round++)
        {
            byte[] file = (byte[])whole.Clone();
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                // The directory and the small sections, where a byte matters most, are hit half of the time.
                file[random.Next(24, random.Next(2) == 0 ? 1200 : file.Length)] = (byte)random.Next(256);
            }

            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(16), WeightFile.Hash(file));
            try
            {
                var parser = new DependencyParser(ParserModel.Read(WeightFile.Open(new MemoryStream(file))));
                Diplomacy.Analysis.Pipeline.DocumentContext document = DependencyParserTests.Document(round, ["Talks", "in", "Geneva", "failed", "."]);
                parser.ParseSentence(document, 0);
                TreeChecks.AssertTree(document, 0);
                harmless++;
            }
            catch (WeightFileException)
            {
                refused++;
            }
        }

        Assert.Equal(500, refused + harmless);
        Assert.True(refused > 50 && harmless > 50, $"{refused} refused, {harmless} harmless: the corruptions test one side only.");
    }

    private static byte[] Bytes(int[] values) => System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
