using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Speakers;

/// <summary>Who stands behind a source: the result of speaker resolution.</summary>
public sealed record ResolvedSpeaker
{
    /// <summary>The words that introduce the speaker; empty in first-person texts and where none is given.</summary>
    public TokenRange Mention { get; init; }

    /// <summary>Full name without title, or the body; several joined by "; ". Null where nobody can be named.</summary>
    public string? Name { get; init; }

    /// <summary>Office ("State Councilor and Foreign Minister"), or null.</summary>
    public string? Office { get; init; }

    /// <summary>Code of the state or organisation the speaker acts for; several joined by ";"; "-" where private or not to be told.</summary>
    public string Country { get; init; } = "-";

    /// <summary>What the speaker is.</summary>
    public SpeakerKind Kind { get; init; }

    /// <summary>How the speaker was found.</summary>
    public SpeakerResolution Resolution { get; init; }

    /// <summary>Who relays the words (a spokesman, a medium), outermost first.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>0..1.</summary>
    public float Confidence { get; init; }
}
