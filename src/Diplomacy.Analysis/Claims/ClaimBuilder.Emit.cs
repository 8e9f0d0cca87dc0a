using System.Globalization;
using System.Text;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>From drafts to records: the only place where strings are made.</summary>
internal sealed partial class ClaimBuilder
{
    private void Emit(DocumentContext document, ClaimScratch scratch)
    {
        if (scratch.Drafts.Count == 0)
        {
            return;
        }

        DateOnly? day = _occasions.DayOf(document);
        Occasion general = GeneralOccasion(document, scratch, day);
        var addressees = new List<string>();
        var targets = new List<string>();
        var aside = new List<string>();
        string? lastSpeaker = null;
        for (int d = 0; d < scratch.Drafts.Count; d++)
        {
            document.CancellationToken.ThrowIfCancellationRequested();
            ref ClaimDraft draft = ref scratch.Drafts[d];
            string? speaker = document.Attributions[draft.Attribution].Speaker?.Name;
            if (speaker != lastSpeaker)
            {
                scratch.LastParty = null;
                lastSpeaker = speaker;
            }

            SetSpeaker(document, scratch, draft.Attribution);
            Parties(document, scratch, draft, addressees, targets);
            if (draft.Family == ActFamily.Commit && addressees.Count > 0 && addressees[0] == Unspecified && d + 1 < scratch.Drafts.Count
                && scratch.Drafts[d + 1] is { Family: ActFamily.Commit } next && next.Attribution == draft.Attribution && next.Rule == draft.Rule)
            {
                // "live in peace and seek growth with the neighbours": both are promised to them.
                Parties(document, scratch, next, addressees, aside);
                if (addressees[0] != Unspecified)
                {
                    targets.Clear();
                }
            }

            string? party = addressees.Count > 0 && addressees[0] != Unspecified ? addressees[0] : targets.Count > 0 ? targets[0] : null;
            draft.Stance = Settle(document, scratch, draft, party);
            if (party is not null)
            {
                (scratch.LastParty, scratch.LastStance) = (party, draft.Stance);
            }

            if (!Trust(document, scratch, addressees, targets, ref draft))
            {
                continue;
            }

            document.Claims.Add(Record(document, scratch, draft, addressees, targets, general, day));
        }
    }

    /// <summary>Scene of the whole text: the first sentence that tells where the words were said.</summary>
    private Occasion GeneralOccasion(DocumentContext document, ClaimScratch scratch, DateOnly? day)
    {
        var occasion = new Occasion { Date = day };
        _ = scratch;
        ReadOnlySpan<Sentence> sentences = document.Sentences;
        for (int s = 0; s < sentences.Length && s < 40 && occasion.Venue.IsEmpty; s++)
        {
            if (sentences[s].Region == Regions.RegionKind.Body)
            {
                _occasions.FindScene(document, new TokenRange(sentences[s].FirstToken, sentences[s].EndToken), ref occasion);
            }
        }

        return occasion;
    }

    private Claim Record(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, List<string> addressees, List<string> targets, in Occasion general, DateOnly? day)
    {
        Attribution attribution = document.Attributions[draft.Attribution];
        Article article = document.Article;
        TextSpan[] content = Spans(document, scratch.ContentRanges.Span[draft.Content.First..draft.Content.End]);
        TextSpan[] speaker = Spans(document, document.Ranges.Span[attribution.Source.First..attribution.Source.End]);
        TextSpan[] cue = draft.Cue.IsEmpty ? Spans(document, document.Ranges.Span[attribution.Cue.First..attribution.Cue.End]) : [document.SpanOf(draft.Cue)];
        TokenRange stancePhrase = draft.Stance == 0 ? default : !draft.StancePhrase.IsEmpty ? draft.StancePhrase : draft.Family == ActFamily.State ? LeaningWord(document, scratch, draft) : default;
        TextSpan[] stance = draft.Stance == 0 ? [] : stancePhrase.IsEmpty ? cue : [document.SpanOf(stancePhrase)];
        Speakers.ResolvedSpeaker? resolved = attribution.Speaker;
        string act = draft.Act;
        EventCode? code = _codes.Find(act, About(document, scratch, draft));
        int first = scratch.ContentRanges[draft.Content.First].First;
        int sentence = document.Tokens[first].Sentence;
        Occasion occasion = OccasionOf(document, scratch, draft, attribution, general, day);
        string contentText = Join(document.Text, content);
        bool whole = IsFirstPerson(attribution) || attribution.Form == SpeechForm.Direct;
        return new Claim
        {
            ClaimId = IdOf(article.Id, content, draft.Family, act),
            DocId = article.Id,
            Title = article.Title,
            Source = article.Source,
            Url = article.Url,
            PublishedAt = article.PublishedAt,
            Speaker = speaker.Length == 0 ? null : Words(document, speaker),
            SpeakerName = resolved?.Name,
            SpeakerOffice = resolved?.Office,
            SpeakerCountry = resolved?.Country ?? "-",
            SpeakerKind = resolved?.Kind ?? Speakers.SpeakerKind.Unknown,
            SpeakerResolution = resolved?.Resolution ?? Speakers.SpeakerResolution.None,
            Via = resolved?.Via ?? [],
            ActFamily = draft.Family,
            Act = act,
            Intensity = RungOf(document, scratch, draft, attribution),
            Addressees = addressees.ToArray(),
            Targets = targets.ToArray(),
            Content = contentText,
            Action = ActionOf(document, draft, contentText),
            Negated = draft.Negated,
            Conditional = draft.Conditional,
            Condition = draft.Condition.IsEmpty ? null : document.SpanOf(draft.Condition).Slice(document.Text).ToString(),
            Hedged = draft.Hedged,
            Form = FormOf(document, scratch, draft, attribution),
            Cue = cue.Length == 0 ? null : Words(document, cue),
            Quote = whole ? contentText : QuotedIn(document, scratch, draft),
            Stance = draft.Stance,
            StancePhrase = stance.Length == 0 ? null : Words(document, stance),
            Countries = StatesIn(document, scratch, draft),
            Cameo = code?.Cameo,
            PloverEvent = code?.PloverEvent,
            PloverMode = code?.PloverMode,
            QuadClass = code?.Quad ?? QuadClass.None,
            Goldstein = code?.Goldstein,
            Date = occasion.Date is { } date ? scratch.DayText(date) : null,
            Place = occasion.Place.IsEmpty ? null : document.NameOf(occasion.Place),
            Venue = occasion.Venue.IsEmpty ? null : document.NameOf(occasion.Venue),
            Language = article.Language ?? "en",
            Confidence = Math.Round(draft.Trust, 3),
            ActConfidence = Math.Round(draft.ActTrust, 3),
            SpeakerConfidence = Math.Round(draft.SpeakerTrust, 3),
            AddresseeConfidence = Math.Round(draft.AddresseeTrust, 3),
            StanceConfidence = Math.Round(draft.StanceTrust, 3),
            Evidence = EvidenceOf(document, attribution, draft),
            AttributionId = draft.Attribution,
            Sentence = sentence,
            ContentSpans = content,
            SpeakerSpans = speaker,
            CueSpans = cue,
            StancePhraseSpans = stance,
        };
    }

    private static TextSpan[] Spans(DocumentContext document, ReadOnlySpan<TokenRange> ranges)
    {
        var spans = new TextSpan[ranges.Length];
        for (int i = 0; i < ranges.Length; i++)
        {
            spans[i] = document.SpanOf(ranges[i]);
        }

        return spans;
    }

    // Verbs of saying and names come again and again; they are one string.
    private static string Words(DocumentContext document, TextSpan[] spans) =>
        spans.Length == 1 ? document.EntityWorkspace.Identities.NameOf(spans[0].Slice(document.Text)) : Join(document.Text, spans);

    private static string? ActionOf(DocumentContext document, in ClaimDraft draft, string content)
    {
        if (draft.Action.IsEmpty)
        {
            return null;
        }

        ReadOnlySpan<char> action = document.SpanOf(draft.Action).Slice(document.Text);
        return !draft.ActionHead.IsEmpty ? string.Concat(document.SpanOf(draft.ActionHead).Slice(document.Text), " ", action)
            : action.SequenceEqual(content) ? content
            : action.ToString();
    }

    private static string Join(string text, TextSpan[] spans)
    {
        if (spans.Length == 1)
        {
            return spans[0].Slice(text).ToString();
        }

        var builder = new StringBuilder();
        foreach (TextSpan span in spans)
        {
            if (builder.Length > 0)
            {
                builder.Append(' ');
            }

            builder.Append(span.Slice(text));
        }

        return builder.ToString();
    }

    /// <summary>Sixteen hexadecimal digits from document id, content spans and act.</summary>
    private static string IdOf(string docId, TextSpan[] content, ActFamily family, string act)
    {
        uint high = StableHash.Of(docId);
        uint low = StableHash.Of(act);
        high = StableHash.Combine(high, (uint)family);
        foreach (TextSpan span in content)
        {
            high = StableHash.Combine(StableHash.Combine(high, (uint)span.Start), (uint)span.Length);
            low = StableHash.Combine(StableHash.Combine(low, (uint)span.End), high);
        }

        return (((ulong)high << 32) | low).ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>A claim's own form: an attribution may be mixed and one of its conjuncts all in marks or none.</summary>
    private static SpeechForm FormOf(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, in Attribution attribution)
    {
        if (IsFirstPerson(attribution) || (document.Article.SpeakerCountry is { } side && attribution.Form == SpeechForm.Indirect && attribution.Speaker?.Country == side))
        {
            return SpeechForm.Direct;
        }

        if (attribution.Form != SpeechForm.Mixed)
        {
            return attribution.Form;
        }

        int quoted = 0;
        int all = 0;
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            for (int i = range.First; i < range.End; i++)
            {
                all++;
                quoted += IsQuoted(document, i) ? 1 : 0;
            }
        }

        return quoted == 0 ? SpeechForm.Indirect : quoted >= all ? SpeechForm.Direct : SpeechForm.Mixed;
    }

    private static bool IsQuoted(DocumentContext document, int token)
    {
        Span<Quotations.Quotation> quotations = document.Quotations.Span;
        int low = 0;
        int high = quotations.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (quotations[middle].Tokens.First <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (int i = low - 1; i >= 0 && i >= low - 4; i--)
        {
            if (quotations[i].Tokens.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    private static string? QuotedIn(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        StringBuilder? quote = null;
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            for (int i = range.First; i < range.End; i++)
            {
                if (!IsQuoted(document, i) || document.Tokens[i].Kind == TokenKind.Quote)
                {
                    continue;
                }

                int start = i;
                while (i + 1 < range.End && IsQuoted(document, i + 1) && document.Tokens[i + 1].Kind != TokenKind.Quote)
                {
                    i++;
                }

                quote ??= new StringBuilder();
                if (quote.Length > 0)
                {
                    quote.Append(" ... ");
                }

                quote.Append(document.SpanOf(new TokenRange(start, i + 1)).Slice(document.Text));
            }
        }

        return quote?.ToString();
    }

    private static string[] StatesIn(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        scratch.Found.Clear();
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            AddCodes(document, scratch.Found, scratch.ContentRanges[r]);
        }

        return [.. scratch.Found];
    }

    private string? About(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        TokenRange range = draft.Action.IsEmpty ? WholeOf(scratch, draft) : draft.Action;
        string? found = null;
        for (int i = range.First; i < range.End && i < range.First + 12; i++)
        {
            if (_lexicon.ContentAt(document.Tokens, i, range.End, out _) is { } about)
            {
                // "stop the shelling": the deed says more than the verb that ends it.
                if (found is null || found == "reform.policy")
                {
                    found = about;
                }
            }
        }

        return found;
    }

    private int? RungOf(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, in Attribution attribution)
    {
        string ladder = ActNames.LadderOf(draft.Act);
        if (ladder.Length == 0)
        {
            return null;
        }

        int rung = draft.Rung;
        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int r = attribution.Cue.First; r < attribution.Cue.End; r++)
        {
            rung = Math.Max(rung, HighestRung(tokens, document.Ranges[r], ladder));
        }

        rung = Math.Max(rung, HighestRung(tokens, draft.Cue, ladder));
        for (int r = draft.Content.First; r < draft.Content.End && draft.Family != ActFamily.State; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            rung = Math.Max(rung, HighestRung(tokens, new TokenRange(range.First, Math.Min(range.End, range.First + 20)), ladder));
        }

        if (rung == 0)
        {
            rung = ActNames.DefaultRung(draft.Act);
        }

        return Math.Clamp(rung, draft.Family == ActFamily.Demand ? 6 : 1, draft.Family == ActFamily.Appeal ? 5 : 7);
    }

    private int HighestRung(ReadOnlySpan<Token> tokens, TokenRange range, string ladder)
    {
        int rung = 0;
        for (int i = range.First; i < range.End; i++)
        {
            rung = Math.Max(rung, _lexicon.RungAt(tokens, i, range.End, ladder));
        }

        return rung;
    }

    private Occasion OccasionOf(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, in Attribution attribution, in Occasion general, DateOnly? day)
    {
        var occasion = new Occasion { Date = day, Venue = general.Venue, Place = general.Place };
        if (attribution.Cue.IsEmpty)
        {
            return occasion;
        }

        // The reporting clause may say when and where, but the content's own dates are not the act's.
        int head = document.Ranges[attribution.Cue.First].First;
        ref Sentence sentence = ref document.SentenceBuffer[document.Tokens[head].Sentence];
        TokenRange content = WholeOf(scratch, draft);
        TokenRange outside = content.First <= sentence.FirstToken + 1 ? new TokenRange(Math.Min(content.End, sentence.EndToken), sentence.EndToken) : new TokenRange(sentence.FirstToken, Math.Min(content.First, sentence.EndToken));
        outside = new TokenRange(Math.Max(outside.First, head - 60), Math.Min(outside.End, head + 60));
        if (!outside.IsEmpty)
        {
            occasion.Date = _occasions.DayNamed(document, outside, day) ?? day;
            _occasions.FindScene(document, outside, ref occasion);
            if (occasion.Place.IsEmpty)
            {
                occasion.Place = _occasions.PlaceIn(document, outside);
            }
        }

        return occasion;
    }

    /// <summary>A product of what the stages before were sure of; each doubtful step takes its share.</summary>
    private static double ConfidenceOf(in Attribution attribution, in ClaimDraft draft)
    {
        double confidence = attribution.Confidence is > 0 and <= 1 ? attribution.Confidence : 0.7;
        confidence *= attribution.Speaker is { } speaker ? 0.6 + (0.4 * Math.Clamp(speaker.Confidence, 0, 1)) : 0.6;
        confidence *= draft.Rule == "act.state" ? 0.85 : draft.Rule == "act.cue" ? 0.95 : 0.9;
        return Math.Round(confidence, 3);
    }

    private Evidence[] EvidenceOf(DocumentContext document, in Attribution attribution, in ClaimDraft draft)
    {
        TextSpan cue = attribution.Cue.IsEmpty ? default : document.SpanOf(document.Ranges[attribution.Cue.First]);
        TextSpan seen = draft.Seen.IsEmpty ? cue : document.SpanOf(draft.Seen);
        string who = attribution.Speaker?.Name ?? "an unnamed source";
        return
        [
            new Evidence(string.IsNullOrEmpty(attribution.Rule) ? "attribution" : attribution.Rule, cue, Math.Round(attribution.Confidence, 3), cue.IsEmpty ? $"The words are those of {who}." : $"\"{cue.Slice(document.Text)}\" gives the words to {who}."),
            draft.Rule == "act.learned"
                ? new Evidence("model.acts", seen, Math.Round(draft.Certainty, 3), $"The words are most like {ActNames.NameOf(draft.Family)} (model acts, probability {draft.Certainty.ToString("F2", CultureInfo.InvariantCulture)}).")
                : new Evidence(draft.Rule, seen, 0.9, RuleReason(seen.Slice(document.Text), draft)),
            TrustEvidence(draft),
        ];
    }

    private static string RuleReason(ReadOnlySpan<char> seen, in ClaimDraft draft) => (seen.IsEmpty, draft.Certainty > 0) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"Nothing in the words makes them more than {ActNames.NameOf(draft.Family)} (rule {draft.Rule}; model acts gives it {draft.Certainty:F2})."),
        (true, false) => $"Nothing in the words makes them more than {ActNames.NameOf(draft.Family)} (rule {draft.Rule}).",
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"\"{seen}\" makes it {draft.Act} (rule {draft.Rule}; model acts gives it {draft.Certainty:F2})."),
        (false, false) => $"\"{seen}\" makes it {draft.Act} (rule {draft.Rule}).",
    };
}
