using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013), for a system without a root node: how many gold arcs become
/// impossible by each move, from any configuration, also one that a mistake led to. The gold root counts as an arc, too,
/// lost when it comes to lie on another token or gets a head. Where the gold tree is not projective the best reachable tree is aimed at.
/// </summary>
internal static class ArcHybridOracle
{
    /// <summary>Cost of a move that cannot be made.</summary>
    public const int Impossible = int.MaxValue;

    /// <summary>Sets the costs of shift, left and right.</summary>
    public static void FillCosts(ArcHybridState state, ReadOnlySpan<int> heads, Span<int> costs)
    {
        int top = state.Stack(0), second = state.Stack(1), next = state.Buffer;
        costs[0] = state.CanShift ? ShiftCost(state, heads, next) : Impossible;
        costs[1] = costs[2] = Impossible;
        if (top < 0)
        {
            return;
        }

        // Whichever way the top is reduced, its children in the buffer are lost.
        int children = 0;
        for (int token = next; token < state.Length; token++)
        {
            children += heads[token] == top ? 1 : 0;
        }

        int head = heads[top];
        if (state.CanLeft)
        {
            bool lost = (head == -1 && second < 0) || head > next || (second >= 0 && head == second);
            costs[1] = children + (lost ? 1 : 0);
        }

        if (state.CanRight)
        {
            bool lost = head >= next;
            costs[2] = children + (lost ? 1 : 0);
        }
    }

    private static int ShiftCost(ArcHybridState state, ReadOnlySpan<int> heads, int next)
    {
        // Only the lowest token of the stack can end as the root.
        int cost = heads[next] == -1 && state.Depth > 0 ? 1 : 0;
        for (int depth = 0; depth < state.Depth; depth++)
        {
            int token = state.Stack(depth);
            cost += heads[token] == next ? 1 : 0;
            cost += depth > 0 && heads[next] == token ? 1 : 0;
        }

        return cost;
    }
}
