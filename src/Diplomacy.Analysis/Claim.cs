using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis;

/// <summary>
/// One communicative act that a text attributes to a source, with everything resolved. Detached from the analysis:
/// it may be kept as long as wanted and read by any number of threads. All spans count UTF-16 code units of the
/// article's text.
/// </summary>
public sealed record Claim
{
    /// <summary>Stable hash of document id, span and act: the same claim of the same text has the same id in every run.</summary>
    public required string ClaimId { get; init; }

    /// <summary>The article's id.</summary>
    public string DocId { get; init; } = "";

    /// <summary>The article's headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The article's medium, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The article's address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The article's day, or null.</summary>
    public DateOnly? PublishedAt { get; init; }

    /// <summary>The words that introduce the speaker, as in the text; null in first-person texts and where none is given.</summary>
    public string? Speaker { get; init; }

    /// <summary>Full name without title, or the body; several joined by "; "; null where nobody can be named.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>Office of the speaker, or null.</summary>
    public string? SpeakerOffice { get; init; }

    /// <summary>ISO 3166 alpha-3 code or acronym; several joined by ";"; "-" where private or not to be told.</summary>
    public string SpeakerCountry { get; init; } = "-";

    /// <summary>What the speaker is.</summary>
    public SpeakerKind SpeakerKind { get; init; }

    /// <summary>How the speaker was found.</summary>
    public SpeakerResolution SpeakerResolution { get; init; }

    /// <summary>Who relays the words, outermost first.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>What the words do: the family.</summary>
    public required ActFamily ActFamily { get; init; }

    /// <summary>The finer act ("DeclineComment", "Reaffirm"); the family's name where nothing finer is known.</summary>
    public required string Act { get; init; }

    /// <summary>Rung on the act's ladder of force, 1 (weakest) to 6; null where the act has no ladder.</summary>
    public int? Intensity { get; init; }

    /// <summary>Codes of those asked, promised, warned, threatened; "unspecified" where nobody is named; empty where the act has none.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Codes of the states or organisations the content evaluates or is mainly about.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The proposition's words, pieces joined by a space.</summary>
    public required string Content { get; init; }

    /// <summary>For directives and promises the action asked for or promised, with its verb; null otherwise.</summary>
    public string? Action { get; init; }

    /// <summary>Whether the content carries a grammatical negation.</summary>
    public bool Negated { get; init; }

    /// <summary>Whether it holds only under a stated condition.</summary>
    public bool Conditional { get; init; }

    /// <summary>The condition's words, or null.</summary>
    public string? Condition { get; init; }

    /// <summary>Whether the speaker hedges ("may", "appears to").</summary>
    public bool Hedged { get; init; }

    /// <summary>How the words are given.</summary>
    public SpeechForm Form { get; init; }

    /// <summary>The reporting or performative words, or null.</summary>
    public string? Cue { get; init; }

    /// <summary>The speaker's verbatim words inside the content, or null.</summary>
    public string? Quote { get; init; }

    /// <summary>-2 hostile, -1 critical, 0 neutral, +1 friendly, +2 strongly friendly: towards the addressee, else the first target.</summary>
    public int Stance { get; init; }

    /// <summary>The words that carry the stance ("firmly opposes"), or null.</summary>
    public string? StancePhrase { get; init; }

    /// <summary>Codes of all states named in the content.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>CAMEO code, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>PLOVER event, or null.</summary>
    public string? PloverEvent { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? PloverMode { get; init; }

    /// <summary>One of the four classes of event data.</summary>
    public QuadClass QuadClass { get; init; }

    /// <summary>Goldstein score of the CAMEO code, -10..10, or null.</summary>
    public double? Goldstein { get; init; }

    /// <summary>Day of the act as far as the text tells, ISO 8601 ("2021-02-22", "2021-02"), or null.</summary>
    public string? Date { get; init; }

    /// <summary>Place of the act, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Event or institution where it was said ("Lanting Forum"), or null.</summary>
    public string? Venue { get; init; }

    /// <summary>BCP 47 code of the text's language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>0..1, how likely the record is right.</summary>
    public double Confidence { get; init; }

    /// <summary>0..1, how likely <see cref="ActFamily"/> is right if the record is a claim at all.</summary>
    public double ActConfidence { get; init; }

    /// <summary>0..1, how likely <see cref="SpeakerName"/> and <see cref="SpeakerCountry"/> are both right if the record is a claim at all.</summary>
    public double SpeakerConfidence { get; init; }

    /// <summary>0..1, how likely <see cref="Addressees"/> are right if the record is a claim at all.</summary>
    public double AddresseeConfidence { get; init; }

    /// <summary>0..1, how likely the sign of <see cref="Stance"/> is right if the record is a claim at all.</summary>
    public double StanceConfidence { get; init; }

    /// <summary>Why the claim is what it is.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Number of the attribution in its document that the claim comes from.</summary>
    public int AttributionId { get; init; }

    /// <summary>Ordinal of the sentence where the content starts, zero-based.</summary>
    public int Sentence { get; init; }

    /// <summary>Spans of <see cref="Content"/>, in text order.</summary>
    public IReadOnlyList<TextSpan> ContentSpans { get; init; } = [];

    /// <summary>Spans of <see cref="Speaker"/>.</summary>
    public IReadOnlyList<TextSpan> SpeakerSpans { get; init; } = [];

    /// <summary>Spans of <see cref="Cue"/>.</summary>
    public IReadOnlyList<TextSpan> CueSpans { get; init; } = [];

    /// <summary>Spans of <see cref="StancePhrase"/>.</summary>
    public IReadOnlyList<TextSpan> StancePhraseSpans { get; init; } = [];
}
