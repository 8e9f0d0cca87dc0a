namespace Diplomacy.Analysis.Attributions.Explaining;

/// <summary>What became of one candidate for a cue, as seen from one word. Offsets in UTF-16 code units.</summary>
internal sealed record ExplainedCue
{
    /// <summary>The word that would head the cue.</summary>
    public required TextSpan Word { get; init; }

    /// <summary>The rule that made an attribution of it, or null; "inner" rules stand in somebody's own words and make no claim.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether the rules found it inside the speaker's own words and left it to the outer attribution.</summary>
    public bool Inner { get; init; }

    /// <summary>How likely it heads a cue, 0..1.</summary>
    public required double Probability { get; init; }

    /// <summary>How likely it has to be to be shown.</summary>
    public required double Needed { get; init; }

    /// <summary>By how much it is above what is needed; below zero it has lost.</summary>
    public double Margin => Probability - Needed;

    /// <summary>Whether it is in the list of attributions.</summary>
    public required bool Shown { get; init; }

    /// <summary>Whose cue holds it, where a likelier candidate with the same cue won; else null.</summary>
    public TextSpan? LostTo { get; set; }

    /// <summary>The source it has or would have.</summary>
    public required IReadOnlyList<TextSpan> Source { get; init; }

    /// <summary>The cue.</summary>
    public required IReadOnlyList<TextSpan> Cue { get; init; }

    /// <summary>The content it has or would have.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>How likely the word asked about is nothing, source, cue and content of it, in this order; they sum to 1.</summary>
    public required IReadOnlyList<double> Roles { get; init; }
}
