using System.Text;
using CsCheck;
using Diplomacy.Analysis.Batch.Offsets;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests;

public class OffsetMapTests
{
    private static readonly string[] Pieces = ["a", "é", "中", "😀", "\uD83D", "\uDE00", " "];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, 6].Select(i => Pieces[i]).Array[0, 700].Select(string.Concat));

    [Fact]
    public void CodePoints_CountLikeRunes()
    {
        Texts.Sample(text =>
        {
            var map = new OffsetMap(text, OffsetUnit.CodePoint);
            int expected = 0;
            int at = 0;
            foreach (Rune rune in text.EnumerateRunes())
            {
                Assert.Equal(expected, map.Convert(at));
                at += char.IsSurrogate(text[at]) && rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
                expected++;
            }

            Assert.Equal(expected, map.Convert(text.Length));
        });
    }

    [Fact]
    public void Bytes_CountLikeTheEncoder() =>
        Texts.Sample(text =>
        {
            var map = new OffsetMap(text, OffsetUnit.Utf8);
            for (int i = 0; i <= text.Length; i++)
            {
                bool inPair = i > 0 && i < text.Length && char.IsHighSurrogate(text[i - 1]) && char.IsLowSurrogate(text[i]);
                Assert.Equal(Encoding.UTF8.GetByteCount(text.AsSpan(0, inPair ? i + 1 : i)), map.Convert(i));
            }
        });

    [Fact]
    public void Utf16_IsUnchanged() => Assert.Equal(3, new OffsetMap("😀x", OffsetUnit.Utf16).Convert(3));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void OutsideTheText_Throws(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OffsetMap("é!", OffsetUnit.Utf8).Convert(index));
}
