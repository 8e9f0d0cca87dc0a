using Xunit;

namespace Diplomacy.Analysis.Tests;

public class TextSpanTests
{
    [Fact]
    public void Slice_IsTheSubstringOfTheSource()
    {
        const string text = "Oslo warned that it would respond.";

        Assert.Equal("warned", new TextSpan(5, 6).Slice(text));
        Assert.Equal(text.Substring(5, 6), TextSpan.FromBounds(5, 11).Slice(text).ToString());
    }

    [Theory]
    [InlineData(0, 4, 3, 4, true)]
    [InlineData(0, 4, 4, 4, false)]
    public void Overlaps_NeedsASharedCodeUnit(int start, int length, int otherStart, int otherLength, bool expected)
    {
        var span = new TextSpan(start, length);
        var other = new TextSpan(otherStart, otherLength);

        Assert.Equal(expected, span.Overlaps(other));
        Assert.Equal(span.Overlaps(other), other.Overlaps(span));
    }
}
