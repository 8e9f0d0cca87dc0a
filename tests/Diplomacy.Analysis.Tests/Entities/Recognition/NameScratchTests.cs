using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Lexicons;
using Xunit;

namespace Diplomacy.Analysis.Tests.Entities.Recognition;

public class NameScratchTests
{
    private static readonly EntityRecognizer Owner = new(new AnalysisResources(new Vocabulary()));

    [Fact]
    public void AForm_KeepsItsPlaceAndItsSums()
    {
        NameScratch scratch = Begun();
        ushort place = scratch.PlaceOf("Lima", 77, out bool found);
        Assert.False(found);
        Assert.NotEqual(0, place);
        int[] scores = new int[32];
        Assert.False(scratch.TryAdd(place, NameScratch.OwnSum, scores));
        scratch.Keep(place, NameScratch.OwnSum, [1, -2, 32767, -32768]);
        scratch.Begin(Owner);
        Assert.Equal(place, scratch.PlaceOf("Lima", 77, out found));
        Assert.True(found);
        scores[1] = 5;
        Assert.True(scratch.TryAdd(place, NameScratch.OwnSum, scores));
        Assert.Equal([1, 3, 32767, -32768, 0], scores[..5]);
        Assert.False(scratch.TryAdd(place, NameScratch.AfterSum, scores));
    }

    [Fact]
    public void ASumThatDoesNotFit_IsNotKept()
    {
        NameScratch scratch = Begun();
        ushort place = scratch.PlaceOf("Lima", 77, out _);
        scratch.Keep(place, NameScratch.OwnSum, [0, 40_000]);
        Assert.False(scratch.TryAdd(place, NameScratch.OwnSum, new int[32]));
    }

    [Fact]
    public void FormsWithOneHash_StandApart_AndThoseOfTheStretchStay()
    {
        NameScratch scratch = Begun();
        ushort[] places = [.. "abcde".Select(form => scratch.PlaceOf(form.ToString(), 77, out _))];
        Assert.Equal(4, places[..4].Distinct().Count());
        Assert.Equal(0, places[4]);
        Assert.Equal(places[0], scratch.PlaceOf("a", 77, out bool found));
        Assert.True(found);
        scratch.Begin(Owner);
        Assert.Equal(places[0], scratch.PlaceOf("e", 77, out found));
        Assert.False(found);
        Assert.False(scratch.TryAdd(places[0], NameScratch.OwnSum, new int[32]));
    }

    [Fact]
    public void ALongForm_HasNoPlace()
    {
        NameScratch scratch = Begun();
        Assert.NotEqual(0, scratch.PlaceOf(new string('x', 23), 1, out _));
        Assert.Equal(0, scratch.PlaceOf(new string('x', 24), 2, out bool found));
        Assert.False(found);
    }

    private static NameScratch Begun()
    {
        var scratch = new NameScratch();
        scratch.Begin(Owner);
        return scratch;
    }
}
