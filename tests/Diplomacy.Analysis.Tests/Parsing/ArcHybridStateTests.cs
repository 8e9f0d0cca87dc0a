using CsCheck;
using Diplomacy.Analysis.Parsing;
using Xunit;

namespace Diplomacy.Analysis.Tests.Parsing;

public class ArcHybridStateTests
{
    [Fact]
    public void AnyMoves_MakeOneTree()
    {
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 2].Array[100]).Sample((length, wishes) =>
        {
            var state = new ArcHybridState();
            state.Reset(length);
            int moves = 0;
            for (; !state.Done; moves++)
            {
                Move(state, wishes[moves % wishes.Length]);
            }

            Assert.Equal((2 * length) - 1, moves);
            Assert.Equal(1, state.Heads.Take(length).Count(h => h < 0));
            for (int token = 0; token < length; token++)
            {
                int steps = 0;
                for (int at = token; at >= 0; at = state.Heads[at])
                {
                    Assert.True(steps++ <= length, "a cycle");
                }
            }
        });
    }

    [Fact]
    public void Children_AreTheOutermost()
    {
        var state = new ArcHybridState();
        state.Reset(4);
        state.Shift();
        state.Left(DependencyRelation.Det);
        state.Shift();
        state.Shift();
        state.Right(DependencyRelation.Amod);
        state.Shift();
        state.Right(DependencyRelation.Punct);
        Assert.True(state.Done);
        Assert.Equal([1, -1, 1, 1], state.Heads.Take(4));
        Assert.Equal(0, state.LeftChild[1]);
        Assert.Equal(3, state.RightChild[1]);
        Assert.Equal(1, state.LeftValency[1]);
        Assert.Equal(2, state.RightValency[1]);
        Assert.Equal((0, 3), (state.SubtreeFirst[1], state.SubtreeLast[1]));
    }

    private static void Move(ArcHybridState state, int wish)
    {
        if (wish == 1 && state.CanLeft)
        {
            state.Left(DependencyRelation.Dep);
        }
        else if (wish == 2 && state.CanRight)
        {
            state.Right(DependencyRelation.Dep);
        }
        else if (state.CanShift)
        {
            state.Shift();
        }
        else
        {
            state.Right(DependencyRelation.Dep);
        }
    }
}
