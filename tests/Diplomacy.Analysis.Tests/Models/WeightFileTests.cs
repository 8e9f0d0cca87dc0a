using System.Buffers.Binary;
using Diplomacy.Analysis.Models;
using Xunit;

namespace Diplomacy.Analysis.Tests.Models;

public class WeightFileTests
{
    [Fact]
    public void EverySection_ComesBackAsItWasWritten()
    {
        WeightFile file = WeightFile.Open(new MemoryStream(Sample()));
        Assert.Equal([1, 200], file.Bytes("bytes").ToArray());
        Assert.Equal([-1, 100], file.SBytes("sbytes").ToArray());
        Assert.Equal([-300, 300, 7], file.Int16s("shorts").ToArray());
        Assert.Equal([-70000, 70000], file.Int32s("ints").ToArray());
        Assert.Equal([uint.MaxValue, 0], file.UInt32s("uints").ToArray());
        Assert.Equal([0.5f, -2f], file.Singles("floats").ToArray());
        List<string> strings = [];
        WeightStrings reader = file.Strings("strings");
        while (reader.TryRead(out ReadOnlySpan<char> text))
        {
            strings.Add(text.ToString());
        }

        Assert.Equal(["", "naïve", "слово", "🙂"], strings);
    }

    [Fact]
    public void AStreamThatGivesOneByteAtATime_IsReadWhole()
    {
        WeightFile file = WeightFile.Open(new Trickle(Sample()));
        Assert.Equal([-70000, 70000], file.Int32s("ints").ToArray());
    }

    [Fact]
    public void WritingTwice_GivesTheSameBytes() => Assert.Equal(Sample(), Sample());

    [Fact]
    public void AMissingSection_IsNamedInTheError()
    {
        WeightFile file = WeightFile.Open(new MemoryStream(Sample()));
        WeightFileException error = Assert.Throws<WeightFileException>(() => { _ = file.Int32s("heads"); });
        Assert.Contains("'heads'", error.Message, StringComparison.Ordinal);
        Assert.Contains("diplomacy train", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASectionOfAnotherKind_IsRefused()
    {
        WeightFile file = WeightFile.Open(new MemoryStream(Sample()));
        Assert.Throws<WeightFileException>(() => { _ = file.Int32s("bytes"); });
    }

    [Fact]
    public void AnotherVersion_IsNamedInTheError()
    {
        byte[] bytes = Sample();
        bytes[4] = 9;
        Assert.Contains("version 9", Assert.Throws<WeightFileException>(() => WeightFile.Open(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(23)]
    [InlineData(100)]
    public void ACutFile_IsRefused(int length) =>
        Assert.Throws<WeightFileException>(() => WeightFile.Open(new MemoryStream(Sample()[..length])));

    [Fact]
    public void AHeaderThatClaimsAQuarterOfAGigabyte_DoesNotTakeIt()
    {
        byte[] bytes = Sample();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), 1 << 28);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<WeightFileException>(() => WeightFile.Open(new MemoryStream(bytes)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void EveryFlippedBit_IsRefused()
    {
        byte[] bytes = Sample();
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
            Assert.Throws<WeightFileException>(() => WeightFile.Open(new MemoryStream(bytes)));
            bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
        }
    }

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void TheContentHash_IsXxh64(string text, ulong expected) =>
        Assert.Equal(expected, ContentHash.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    private static byte[] Sample()
    {
        var writer = new WeightFileWriter();
        writer.Add("bytes", (ReadOnlySpan<byte>)[1, 200]);
        writer.Add("sbytes", (ReadOnlySpan<sbyte>)[-1, 100]);
        writer.Add("shorts", (ReadOnlySpan<short>)[-300, 300, 7]);
        writer.Add("ints", (ReadOnlySpan<int>)[-70000, 70000]);
        writer.Add("uints", (ReadOnlySpan<uint>)[uint.MaxValue, 0]);
        writer.Add("floats", (ReadOnlySpan<float>)[0.5f, -2f]);
        writer.Add("strings", (IEnumerable<string>)["", "naïve", "слово", "🙂"]);
        return writer.ToArray();
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
