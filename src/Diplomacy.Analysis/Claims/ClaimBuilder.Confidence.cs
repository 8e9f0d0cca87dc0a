using System.Globalization;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tagging;

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
            (draft.ActTrust, draft.SpeakerTrust, draft.AddresseeTrust, draft.StanceTrust) = (draft.Trust, draft.Trust, draft.Trust, draft.Trust);
            return true;
        }

        RecordFeatures(document, scratch, draft, addressees, targets);
        if (scratch.RecordLog is { } log)
        {
            log.Add(scratch.RecordFeatures.Span.ToArray());
            return true;
        }

        Span<double> probabilities = stackalloc double[ActModel.Outcomes];
        Span<double> right = stackalloc double[ActModel.Fields];
        _acts!.Record(scratch.RecordFeatures.Span, probabilities, right);
        draft.Trust = (float)probabilities[2];
        draft.ActTrust = (float)right[(int)RecordField.Act];
        draft.SpeakerTrust = (float)right[(int)RecordField.Speaker];
        draft.AddresseeTrust = (float)right[(int)RecordField.Addressee];
        draft.StanceTrust = (float)right[(int)RecordField.Stance];
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
        uint lemma = verb is null ? 0u : StableHash.Of(verb.Lemma);
        uint rule = StableHash.Of(draft.Rule);
        features.Add(ClaimFeatures.Of(100, StableHash.Of(attribution.Rule)));
        features.Add(ClaimFeatures.Of(101, (uint)Math.Clamp((int)(attribution.Confidence * 10), 0, 10)));
        features.Add(ClaimFeatures.Of(102, (uint)(speaker?.Resolution ?? 0), (uint)(speaker?.Kind ?? 0)));
        features.Add(ClaimFeatures.Of(103, (uint)Math.Clamp((int)((speaker?.Confidence ?? 0) * 10), 0, 10), own));
        features.Add(ClaimFeatures.Of(104, country, own));
        features.Add(ClaimFeatures.Of(105, family));
        features.Add(ClaimFeatures.Of(106, rule));
        features.Add(ClaimFeatures.Of(107, certainty));
        features.Add(ClaimFeatures.Of(108, lemma));
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
        features.Add(ClaimFeatures.Of(136, lemma, (uint)attribution.ContentKind));
        features.Add(ClaimFeatures.Of(137, (draft.Negated ? 1u : 0u) + (draft.Conditional ? 2u : 0u) + (draft.Hedged ? 4u : 0u) + (draft.Past ? 8u : 0u)));
        features.Add(ClaimFeatures.Of(138, draft.Verb < 0 ? 99u : (uint)document.Tags[draft.Verb], (uint)attribution.ContentKind));
        features.Add(ClaimFeatures.Of(139, targets.Count > 0 && targets[0] == scratch.LastParty ? 1u : 0u, party));
        features.Add(ClaimFeatures.Of(140, (uint)Math.Min(whole.First > 0 ? document.Sentences[sentence].EndToken - whole.End : 0, 6) & 7));
        features.Add(ClaimFeatures.Of(141, attribution.Source.IsEmpty ? 99u : (uint)document.Tags[document.Ranges[attribution.Source.First].First], (uint)(speaker?.Resolution ?? 0)));
        features.Add(ClaimFeatures.Of(142, rule, certainty / 2));
        uint margin = (uint)Math.Clamp((int)((draft.Margin + 1) * 6), 0, 11);
        uint leaning = (uint)Math.Clamp((int)(draft.Leaning * 8), 0, 7);
        uint sign = (uint)(Math.Sign(draft.Stance) + 1);
        features.Add(ClaimFeatures.Of(143, margin));
        features.Add(ClaimFeatures.Of(144, margin, family));
        features.Add(ClaimFeatures.Of(145, leaning, sign));
        features.Add(ClaimFeatures.Of(146, family, sign));
        features.Add(ClaimFeatures.Of(147, (uint)Math.Min(targets.Count, 2), (sign * 16) + family));
        features.Add(ClaimFeatures.Of(148, leaning, family));
        WordFeatures(document, attribution, draft, whole.First, features);
        SpeakerFeatures(document, attribution, country, features);
        AddresseeFeatures(document, scratch, draft, addressees, party, features);
    }

    /// <summary>The words that say most of what sort of source, content and act it is; names stay out.</summary>
    private void WordFeatures(DocumentContext document, in Attribution attribution, in ClaimDraft draft, int start, FeatureSet features)
    {
        if (!attribution.Source.IsEmpty)
        {
            WordFeature(document, document.Ranges[attribution.Source.First].End - 1, 170, features);
            WordFeature(document, document.Ranges[attribution.Source.First].First, 173, features);
        }

        if (draft.Verb >= 0)
        {
            WordFeature(document, draft.Verb, 176, features);
        }

        WordFeature(document, start, 179, features);
    }

    private void WordFeature(DocumentContext document, int token, uint kind, FeatureSet features)
    {
        PennTag tag = document.Tags[token];
        features.Add(ClaimFeatures.Of(kind, (uint)tag));
        if (tag is PennTag.NNP or PennTag.NNPS or PennTag.CD)
        {
            return;
        }

        FeatureWord word = _features.Word(document, token);
        features.Add(ClaimFeatures.Of(kind + 1, word.Word));
        if (word.Cluster > 0)
        {
            features.Add(ClaimFeatures.Of(kind + 2, (uint)_features.Middle(word.Cluster)));
        }
    }

    /// <summary>How the speaker was told from others: who else is near, how far off the full name stands, whether the state is the article's own.</summary>
    private static void SpeakerFeatures(DocumentContext document, in Attribution attribution, uint country, FeatureSet features)
    {
        ResolvedSpeaker? speaker = attribution.Speaker;
        uint resolution = (uint)(speaker?.Resolution ?? 0);
        string? home = document.SpeakerWorkspace.Home;
        uint house = home is null ? 0u : speaker?.Country == home ? 1u : 2u;
        features.Add(ClaimFeatures.Of(150, house, country));
        features.Add(ClaimFeatures.Of(151, house, (uint)(speaker?.Kind ?? 0)));
        features.Add(ClaimFeatures.Of(152, house, resolution));
        if (speaker?.Name is not { } name || attribution.Source.IsEmpty)
        {
            return;
        }

        // Backwards from the words that name him: the last mention under his name, and the others that stand nearer.
        Span<EntityMention> entities = document.Entities.Span;
        TokenRange source = document.Ranges[attribution.Source.First];
        int here = document.Tokens[source.First].Sentence;
        int others = 0, distance = 9, lastChain = -1;
        for (int i = EntityIndex.FirstAt(document, source.End) - 1; i >= 0 && others < 6; i--)
        {
            ref EntityMention mention = ref entities[i];
            int away = here - document.Tokens[mention.Tokens.First].Sentence;
            if (away > 8)
            {
                break;
            }

            if (mention.Type is not (EntityType.Person or EntityType.Organization))
            {
                continue;
            }

            if (mention.Identity?.Name == name)
            {
                distance = away;
                features.Add(ClaimFeatures.Of(153, mention.Identity.Country is null ? 0u : mention.Identity.Country == speaker.Country ? 1u : 2u, (uint)mention.Identity.Role));
                features.Add(ClaimFeatures.Of(154, (uint)Math.Clamp((int)(mention.Confidence * 10), 0, 10)));
                features.Add(ClaimFeatures.Of(155, mention.Identity.Office is null ? 0u : 1u, (uint)mention.Identity.Role));
                break;
            }

            others += mention.Chain == lastChain ? 0 : 1;
            lastChain = mention.Chain;
        }

        features.Add(ClaimFeatures.Of(156, (uint)distance, resolution));
        features.Add(ClaimFeatures.Of(157, (uint)others, resolution));
        features.Add(ClaimFeatures.Of(158, (uint)others, (uint)distance));
        features.Add(ClaimFeatures.Of(159, (uint)Math.Min(document.EntityWorkspace.Persons.Count, 12), resolution));
    }

    /// <summary>How those addressed were told: named where they are asked, in the content, or carried over; how many states could be meant.</summary>
    private static void AddresseeFeatures(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, List<string> addressees, uint party, FeatureSet features)
    {
        CodesIn(document, scratch, draft.Party);
        uint explicitly = draft.Party.IsEmpty ? 0u : addressees.Count > 0 && scratch.Found.Contains(addressees[0]) ? 1u : 2u;
        CodesIn(document, scratch, WholeOf(scratch, draft));
        uint inside = addressees.Count > 0 && scratch.Found.Contains(addressees[0]) ? 1u : 0u;
        uint family = (uint)draft.Family;
        features.Add(ClaimFeatures.Of(160, explicitly, family));
        features.Add(ClaimFeatures.Of(161, (explicitly * 2) + inside, party));
        features.Add(ClaimFeatures.Of(162, (uint)Math.Min(scratch.Found.Count, 4), family));
        features.Add(ClaimFeatures.Of(163, (uint)Math.Min(scratch.Found.Count, 4), party));
        features.Add(ClaimFeatures.Of(164, (uint)draft.PartyKind, family));
        features.Add(ClaimFeatures.Of(165, addressees.Count > 0 && scratch.Own.Contains(addressees[0]) ? 1u : 0u, party));
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
