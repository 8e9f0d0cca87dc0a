using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// What the parser sees of a configuration when it decides on the next move: some tokens, of which it takes the encoded
/// context (slots), and some facts of the tree so far (each a row of a table of its own). Trainer and parser share it.
/// </summary>
internal static class TransitionFeatures
{
    /// <summary>Number of slots.</summary>
    public const int Slots = 5;

    /// <summary>Number of facts.</summary>
    public const int Facts = 10;

    private const int Labels = 64;
    private const int Valencies = 24;
    private const int Distances = 8;
    private const int Tags = 64;

    // Labels of five children, valencies of three tokens, two distances, a pair of tags.
    private const int LabelFacts = 5 * Labels;
    private const int ValencyFacts = LabelFacts + (3 * Valencies);
    private const int DistanceFacts = ValencyFacts + (Distances * Distances);

    /// <summary>Number of rows of all facts' tables together.</summary>
    public const int Rows = DistanceFacts + (Tags * Tags);

    /// <summary>
    /// The tokens of the slots, -1 where there is none: the three uppermost of the stack and the first two of the buffer. Children of
    /// these as further slots gave nothing: their labels are among the facts, their words in the context.
    /// </summary>
    public static void FillSlots(ArcHybridState state, Span<int> slots)
    {
        slots[0] = state.Stack(0);
        slots[1] = state.Stack(1);
        slots[2] = state.Stack(2);
        slots[3] = state.Ahead(0);
        slots[4] = state.Ahead(1);
    }

    /// <summary>The row of each fact.</summary>
    public static void FillFacts(ArcHybridState state, ReadOnlySpan<PennTag> tags, Span<int> rows)
    {
        int top = state.Stack(0), second = state.Stack(1), next = state.Ahead(0);
        rows[0] = Label(state, top, right: false);
        rows[1] = Labels + Label(state, top, right: true);
        rows[2] = (2 * Labels) + Label(state, second, right: false);
        rows[3] = (3 * Labels) + Label(state, second, right: true);
        rows[4] = (4 * Labels) + Label(state, next, right: false);
        rows[5] = LabelFacts + Valency(state, top);
        rows[6] = LabelFacts + Valencies + Valency(state, second);
        rows[7] = LabelFacts + (2 * Valencies) + (next < 0 ? 0 : 4 + (Math.Min((int)state.LeftValency[next], 3) * 4)) + Math.Min(state.Depth, 3);
        rows[8] = ValencyFacts + (Distance(second, top) * Distances) + Distance(top, next);
        rows[9] = DistanceFacts + ((top < 0 ? 0 : (int)tags[top]) * Tags) + (next < 0 ? 0 : (int)tags[next]);
    }

    private static int Label(ArcHybridState state, int token, bool right)
    {
        if (token < 0)
        {
            return 0;
        }

        int child = right ? state.RightChild[token] : state.LeftChild[token];
        return child < 0 ? 1 : 1 + state.Relations[child];
    }

    private static int Valency(ArcHybridState state, int token) =>
        token < 0 ? 0 : 1 + (Math.Min((int)state.LeftValency[token], 3) * 4) + Math.Min((int)state.RightValency[token], 3);

    private static int Distance(int left, int right)
    {
        if (left < 0 || right < 0)
        {
            return 0;
        }

        int distance = right - left;
        return distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
    }
}
