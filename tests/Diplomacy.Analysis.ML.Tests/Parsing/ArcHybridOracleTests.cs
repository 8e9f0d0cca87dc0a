using CsCheck;
using Diplomacy.Analysis.ML.Parsing;
using Diplomacy.Analysis.Parsing;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Parsing;

public class ArcHybridOracleTests
{
    private static readonly Gen<int[]> ProjectiveTree = Gen.Int[0, int.MaxValue].Array[1, 15].Select(RandomTree);

    [Fact]
    public void FollowingTheFreeMoves_RebuildsAnyProjectiveTree()
    {
        Gen.Select(ProjectiveTree, Gen.Int).Sample((gold, seed) =>
        {
            var random = new Random(seed);
            ArcHybridState state = Follow(gold, (costs, _) => Pick(costs, random));
            Assert.Equal(gold, state.Heads[..gold.Length]);
        });
    }

    [Fact]
    public void ACost_IsTheNumberOfArcsLost()
    {
        // The oracle against the definition: of all trees reachable after a move, the one with the most gold arcs.
        Gen.Select(Gen.Int[0, int.MaxValue].Array[1, 6].Select(RandomTree), Gen.Int[0, 2].Array[12]).Sample((gold, wishes) =>
        {
            var moves = new List<int>();
            int[] costs = new int[3];
            for (int i = 0; ; i++)
            {
                ArcHybridState state = Replay(gold.Length, moves);
                if (state.Done)
                {
                    break;
                }

                ArcHybridOracle.FillCosts(state, gold, costs);
                int before = BestReachable(gold, moves);
                for (int move = 0; move < 3; move++)
                {
                    if (costs[move] != ArcHybridOracle.Impossible)
                    {
                        Assert.Equal(before - costs[move], BestReachable(gold, [.. moves, move]));
                    }
                }

                int next = wishes[i % wishes.Length];
                while (costs[next] == ArcHybridOracle.Impossible)
                {
                    next = (next + 1) % 3;
                }

                moves.Add(next);
            }
        }, iter: 200);
    }

    [Fact]
    public void FromAnyConfiguration_SomeMoveLosesNothing()
    {
        Gen.Select(ProjectiveTree, Gen.Int).Sample((gold, seed) =>
        {
            var random = new Random(seed);
            Follow(gold, (costs, state) =>
            {
                Assert.Contains(0, costs);
                int move = random.Next(3);
                while (costs[move] == ArcHybridOracle.Impossible)
                {
                    move = (move + 1) % 3;
                }

                return move;
            });
        });
    }

    private static ArcHybridState Follow(int[] gold, Func<int[], ArcHybridState, int> choose)
    {
        var state = new ArcHybridState();
        state.Reset(gold.Length);
        int[] costs = new int[3];
        while (!state.Done)
        {
            ArcHybridOracle.FillCosts(state, gold, costs);
            ParserTrainer.Make(state, choose(costs, state), DependencyRelation.Dep);
        }

        return state;
    }

    private static ArcHybridState Replay(int length, IEnumerable<int> moves)
    {
        var state = new ArcHybridState();
        state.Reset(length);
        foreach (int move in moves)
        {
            ParserTrainer.Make(state, move, DependencyRelation.Dep);
        }

        return state;
    }

    private static int BestReachable(int[] gold, List<int> moves)
    {
        ArcHybridState state = Replay(gold.Length, moves);
        if (state.Done)
        {
            return gold.Where((head, i) => head == state.Heads[i]).Count();
        }

        int best = 0;
        foreach (int move in Enumerable.Range(0, 3).Where(m => m == 0 ? state.CanShift : m == 1 ? state.CanLeft : state.CanRight))
        {
            best = Math.Max(best, BestReachable(gold, [.. moves, move]));
        }

        return best;
    }

    private static int Pick(int[] costs, Random random)
    {
        int[] free = [.. Enumerable.Range(0, 3).Where(m => costs[m] == 0)];
        return free[random.Next(free.Length)];
    }

    /// <summary>A projective tree out of numbers: each stretch of tokens gets a root, the rest of it is parted and hung below.</summary>
    private static int[] RandomTree(int[] numbers)
    {
        int[] heads = new int[numbers.Length];
        Hang(numbers, heads, 0, heads.Length, -1);
        return heads;
    }

    private static void Hang(int[] numbers, int[] heads, int start, int end, int head)
    {
        while (start < end)
        {
            int stop = head < 0 ? end : start + 1 + (numbers[start] / 7 % (end - start));
            int root = start + (numbers[start] % (stop - start));
            heads[root] = head;
            Hang(numbers, heads, start, root, root);
            Hang(numbers, heads, root + 1, stop, root);
            start = stop;
        }
    }
}
