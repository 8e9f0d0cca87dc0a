using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Attributions;

/// <summary>A noun or fixed phrase that can introduce a content: what must follow it, and the verb that does the same.</summary>
internal sealed class CueEntry
{
    /// <summary>Lexeme ids of the words that must follow at once and belong to the cue; empty for a bare noun.</summary>
    public required int[] Particles { get; init; }

    /// <summary>What may follow the cue.</summary>
    public required VerbFrames Frames { get; init; }

    /// <summary>The entry of <c>verbs.tsv</c> with the same act ("reject" for "rejection of").</summary>
    public required VerbEntry Verb { get; init; }
}
