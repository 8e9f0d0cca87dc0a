using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Regions;

namespace Diplomacy.Analysis.Attributions.Explaining;

/// <summary>Why a word is, or is not, part of an attribution.</summary>
internal sealed record AttributionExplanation
{
    /// <summary>The word.</summary>
    public required TextSpan Word { get; init; }

    /// <summary>Its sentence.</summary>
    public required TextSpan Sentence { get; init; }

    /// <summary>The part of the article it stands in; cues are looked for in the body and the headline.</summary>
    public required RegionKind Region { get; init; }

    /// <summary>What the quotation marks around it are for; null where there are none.</summary>
    public QuotationKind? Quotation { get; init; }

    /// <summary>Attributions without a cue whose source or content holds it, by rule: turns, first-person texts, quotations carried on.</summary>
    public required IReadOnlyList<(string Rule, TextSpan Content)> Cueless { get; init; }

    /// <summary>The candidates in whose reach it stands: those shown first, then by how likely they are.</summary>
    public required IReadOnlyList<ExplainedCue> Cues { get; init; }
}
