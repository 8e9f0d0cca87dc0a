using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Attributions;

/// <summary>What a cue introduces: one or two stretches, their shape, and whom the words are said to.</summary>
internal struct FoundContent
{
    /// <summary>The only or the left stretch; empty where there is no content.</summary>
    public TokenRange Main;

    /// <summary>The stretch behind a cue that stands inside its content, or empty.</summary>
    public TokenRange Rest;

    /// <summary>The person or body spoken to, or dealt with in a passive or an accusation.</summary>
    public TokenRange Addressee;

    /// <summary>The shape of <see cref="Main"/>.</summary>
    public ContentKind Kind;

    /// <summary>Just behind the preposition that belongs to the cue ("about" in "spoke about"), or 0.</summary>
    public int CueEnd;

    /// <summary>Which construction it was.</summary>
    public string Rule;
}
