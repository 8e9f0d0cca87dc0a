using System.Globalization;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis.Claims;

/// <summary>How likely a record is right: who, what, to whom. Learned on records held against what annotators marked.</summary>
internal sealed partial class ClaimBuilder
{
    // Every record has one of these sentences; made once, not once a record.
    private static readonly string[] Shares = [.. Enumerable.Range(0, 101).Select(static share =>
        string.Create(CultureInfo.InvariantCulture, $"Of records like this one {share} in 100 were right in who, what and to whom (model acts, held-out texts)."))];

    /// <summary>Weighs the record of a draft; false where it is too unlikely to be a claim.</summary>
    private bool Trust(DocumentContext document, ClaimScratch scratch, List<string> addressees, List<string> targets, ref ClaimDraft draft)
    {
        ref Attribution attribution = ref document.Attributions[draft.Attribution];
        if (scratch.RecordLog is null && _acts is null)
        {
            draft.Trust = (float)ConfidenceOf(attribution, draft);
            return true;
        }

        RecordFeatures(document, scratch, draft, addressees, targets);
        if (scratch.RecordLog is { } log)
        {
            log.Add(scratch.RecordFeatures.Span.ToArray());
            return true;
        }

        Span<double> probabilities = stackalloc double[ActModel.Outcomes];
        _acts!.Record(scratch.RecordFeatures.Span, probabilities);
        draft.Trust = (float)probabilities[2];
        return probabilities[0] < _acts.DropAt;
    }

    private void RecordFeatures(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, List<string> addressees, List<string> targets)
    {
        FeatureSet features = scratch.RecordFeatures;
        features.Clear();
        ref Attribution attribution = ref document.Attributions[draft.Attribution];
        ResolvedSpeaker? speaker = attribution.Speaker;
        bool first = IsFirstPerson(attribution);
        uint own = first ? 1u : 0u;
        uint family = (uint)draft.Family;
        uint country = speaker is null || speaker.Country is "-" or "" ? 0u : speaker.Country.Contains(';', StringComparison.Ordinal) ? 2u : 1u;
        uint party = addressees.Count == 0 ? 0u : addressees[0] == Unspecified ? 1u : addressees.Count == 1 ? 2u : 3u;
        uint certainty = (uint)Math.Clamp((int)(draft.Certainty * 8), 0, 7);
        TokenRange whole = WholeOf(scratch, draft);
        VerbEntry? verb = attribution.CueHead >= 0 ? VerbAt(document.Tokens, attribution.CueHead) : null;
        features.Add(ClaimFeatures.Of(100, StableHash.Of(attribution.Rule)));
        features.Add(ClaimFeatures.Of(101, (uint)Math.Clamp((int)(attribution.Confidence * 10), 0, 10)));
        features.Add(ClaimFeatures.Of(102, (uint)(speaker?.Resolution ?? 0), (uint)(speaker?.Kind ?? 0)));
        features.Add(ClaimFeatures.Of(103, (uint)Math.Clamp((int)((speaker?.Confidence ?? 0) * 10), 0, 10), own));
        features.Add(ClaimFeatures.Of(104, country, own));
        features.Add(ClaimFeatures.Of(105, family));
        features.Add(ClaimFeatures.Of(106, StableHash.Of(draft.Rule)));
        features.Add(ClaimFeatures.Of(107, certainty));
        features.Add(ClaimFeatures.Of(108, verb is null ? 0u : StableHash.Of(verb.Lemma)));
        features.Add(ClaimFeatures.Of(109, (uint)attribution.ContentKind, (uint)attribution.CueKind));
        features.Add(ClaimFeatures.Of(110, (uint)attribution.Form));
        features.Add(ClaimFeatures.Of(111, party, family));
        features.Add(ClaimFeatures.Of(112, (uint)Math.Min(whole.Count / 5, 9)));
        features.Add(ClaimFeatures.Of(113, party, own));
        features.Add(ClaimFeatures.Of(114, (uint)draft.PartyKind, party));
        features.Add(ClaimFeatures.Of(115, attribution.Parent >= 0 ? 1u : 0u));
        features.Add(ClaimFeatures.Of(116, family, certainty / 2));
        features.Add(ClaimFeatures.Of(117, (uint)(draft.Stance + 2), family));
        features.Add(ClaimFeatures.Of(118, (uint)Math.Min(targets.Count, 3)));
        features.Add(ClaimFeatures.Of(119, (uint)Math.Min(draft.Content.Count, 3)));
        features.Add(ClaimFeatures.Of(120, document.Article.Speaker is null ? 0u : document.Article.Speaker.StartsWith("delegate of", StringComparison.Ordinal) ? 2u : 1u, own));
        features.Add(ClaimFeatures.Of(121, (uint)(verb?.Class ?? 0), own));
        features.Add(ClaimFeatures.Of(122, country, (uint)(speaker?.Kind ?? 0)));
        features.Add(ClaimFeatures.Of(123, (uint)draft.SubjectKind, (uint)draft.Modality));
        features.Add(ClaimFeatures.Of(124, (uint)document.Tags[whole.First]));
        features.Add(ClaimFeatures.Of(125, attribution.Source.IsEmpty ? 0u : (uint)Math.Min(document.Ranges[attribution.Source.First].Count, 6)));
        features.Add(ClaimFeatures.Of(126, speaker?.Name is null ? 0u : 1u, country));
        features.Add(ClaimFeatures.Of(127, draft.Cue.IsEmpty ? 0u : 1u, family));
        features.Add(ClaimFeatures.Of(128, (uint)(speaker?.Resolution ?? 0), country));
        features.Add(ClaimFeatures.Of(129, attribution.CueNegated ? 1u : 0u));
        uint rank = RankOf(scratch, speaker?.Country);
        uint names = (uint)Math.Min(speaker?.Name?.AsSpan().Count(' ') ?? 7, 7);
        int sentence = document.Tokens[whole.First].Sentence;
        features.Add(ClaimFeatures.Of(130, rank, (uint)(speaker?.Kind ?? 0)));
        features.Add(ClaimFeatures.Of(131, names, (uint)(speaker?.Kind ?? 0)));
        features.Add(ClaimFeatures.Of(132, speaker?.Office is null ? 0u : 1u, country));
        features.Add(ClaimFeatures.Of(133, (uint)Math.Min(speaker?.Via.Count ?? 0, 2), own));
        features.Add(ClaimFeatures.Of(134, (uint)Math.Min(sentence / 3, 6), own));
        features.Add(ClaimFeatures.Of(135, (uint)Math.Min(scratch.Salient.Count, 8)));
        features.Add(ClaimFeatures.Of(136, verb is null ? 0u : StableHash.Of(verb.Lemma), (uint)attribution.ContentKind));
        features.Add(ClaimFeatures.Of(137, (draft.Negated ? 1u : 0u) + (draft.Conditional ? 2u : 0u) + (draft.Hedged ? 4u : 0u) + (draft.Past ? 8u : 0u)));
        features.Add(ClaimFeatures.Of(138, draft.Verb < 0 ? 99u : (uint)document.Tags[draft.Verb], (uint)attribution.ContentKind));
        features.Add(ClaimFeatures.Of(139, targets.Count > 0 && targets[0] == scratch.LastParty ? 1u : 0u, party));
        features.Add(ClaimFeatures.Of(140, (uint)Math.Min(whole.First > 0 ? document.Sentences[sentence].EndToken - whole.End : 0, 6) & 7));
        features.Add(ClaimFeatures.Of(141, attribution.Source.IsEmpty ? 99u : (uint)document.Tags[document.Ranges[attribution.Source.First].First], (uint)(speaker?.Resolution ?? 0)));
        features.Add(ClaimFeatures.Of(142, StableHash.Of(draft.Rule), certainty / 2));
    }

    /// <summary>0: no code; 1: the code that the document names most; 2: another that it names; 3: one that it never names.</summary>
    private static uint RankOf(ClaimScratch scratch, string? country)
    {
        if (country is null or "-" or "")
        {
            return 0;
        }

        int most = 0, mine = 0;
        foreach ((string code, int count) in scratch.Salient)
        {
            most = Math.Max(most, count);
            mine = code == country ? count : mine;
        }

        return mine == 0 ? 3u : mine == most ? 1u : 2u;
    }

    private Evidence TrustEvidence(in ClaimDraft draft) => _acts is null
        ? new Evidence("confidence.product", default, Math.Round(draft.Trust, 3), "The confidence is a product of what the stages were sure of; no trained model weighed it.")
        : new Evidence("model.acts.records", default, Math.Round(draft.Trust, 3), Shares[(int)Math.Round(draft.Trust * 100)]);
}
