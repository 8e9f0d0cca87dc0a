using System.Globalization;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Writes the claim record as a JSON object, with the record's field names in snake_case and in the record's order.</summary>
internal static class ClaimJson
{
    /// <summary>The claim with where its document stands in the input.</summary>
    public static void Write(JsonLine json, Claim claim, OffsetMap offsets, InputRecord record)
    {
        json.StartObject();
        WriteFields(json, claim, offsets);
        json.Member("file"u8, record.Position.File);
        json.Member("row"u8, record.Position.Row);
        json.Member("line"u8, record.Position.Line);
        json.Member("byte"u8, record.Position.Byte);
        json.Member("duplicate_of"u8, record.DuplicateOf);
        json.EndObject();
    }

    public static void Write(JsonLine json, Claim claim, OffsetMap offsets)
    {
        json.StartObject();
        WriteFields(json, claim, offsets);
        json.EndObject();
    }

    private static void WriteFields(JsonLine json, Claim claim, OffsetMap offsets)
    {
        json.Member("claim_id"u8, claim.ClaimId);
        json.Member("doc_id"u8, claim.DocId);
        json.Member("title"u8, claim.Title);
        json.Member("source"u8, claim.Source);
        json.Member("url"u8, claim.Url);
        json.Member("published_at"u8, claim.PublishedAt?.ToString("O", CultureInfo.InvariantCulture));
        json.Member("speaker"u8, claim.Speaker);
        json.Member("speaker_name"u8, claim.SpeakerName);
        json.Member("speaker_office"u8, claim.SpeakerOffice);
        json.Member("speaker_country"u8, claim.SpeakerCountry);
        json.Member("speaker_kind"u8, RecordNames.Of(claim.SpeakerKind));
        json.Member("speaker_resolution"u8, RecordNames.Of(claim.SpeakerResolution));
        List(json, "via"u8, claim.Via);
        json.Member("act_family"u8, RecordNames.Of(claim.ActFamily));
        json.Member("act"u8, claim.Act);
        json.Member("intensity"u8, claim.Intensity);
        List(json, "addressees"u8, claim.Addressees);
        List(json, "targets"u8, claim.Targets);
        json.Member("content"u8, claim.Content);
        json.Member("action"u8, claim.Action);
        json.Member("negated"u8, claim.Negated);
        json.Member("conditional"u8, claim.Conditional);
        json.Member("condition"u8, claim.Condition);
        json.Member("hedged"u8, claim.Hedged);
        json.Member("form"u8, RecordNames.Of(claim.Form));
        json.Member("cue"u8, claim.Cue);
        json.Member("quote"u8, claim.Quote);
        json.Member("stance"u8, claim.Stance);
        json.Member("stance_phrase"u8, claim.StancePhrase);
        List(json, "countries"u8, claim.Countries);
        json.Member("cameo"u8, claim.Cameo);
        json.Member("plover_event"u8, claim.PloverEvent);
        json.Member("plover_mode"u8, claim.PloverMode);
        json.Member("quad_class"u8, claim.QuadClass == 0 ? null : (int)claim.QuadClass);
        json.Member("goldstein"u8, claim.Goldstein);
        json.Member("date"u8, claim.Date);
        json.Member("place"u8, claim.Place);
        json.Member("venue"u8, claim.Venue);
        json.Member("language"u8, claim.Language);
        json.Member("confidence"u8, claim.Confidence);
        json.Member("act_confidence"u8, claim.ActConfidence);
        json.Member("speaker_confidence"u8, claim.SpeakerConfidence);
        json.Member("addressee_confidence"u8, claim.AddresseeConfidence);
        json.Member("stance_confidence"u8, claim.StanceConfidence);
        WriteEvidence(json, claim.Evidence, offsets);
        json.Member("attribution_id"u8, claim.AttributionId);
        json.Member("sentence"u8, claim.Sentence);
        json.Name("spans"u8);
        json.StartObject();
        Spans(json, "content"u8, claim.ContentSpans, offsets);
        Spans(json, "speaker"u8, claim.SpeakerSpans, offsets);
        Spans(json, "cue"u8, claim.CueSpans, offsets);
        Spans(json, "stance_phrase"u8, claim.StancePhraseSpans, offsets);
        json.EndObject();
    }

    public static void Span(JsonLine json, TextSpan span, OffsetMap offsets)
    {
        json.StartArray();
        json.Value(offsets.Convert(span.Start));
        json.Value(offsets.ConvertEnd(span.End));
        json.EndArray();
    }

    private static void Spans(JsonLine json, ReadOnlySpan<byte> name, IReadOnlyList<TextSpan> spans, OffsetMap offsets)
    {
        json.Name(name);
        json.StartArray();
        for (int i = 0; i < spans.Count; i++)
        {
            Span(json, spans[i], offsets);
        }

        json.EndArray();
    }

    private static void WriteEvidence(JsonLine json, IReadOnlyList<Evidence> evidence, OffsetMap offsets)
    {
        json.Name("evidence"u8);
        json.StartArray();
        for (int i = 0; i < evidence.Count; i++)
        {
            json.StartObject();
            json.Member("rule"u8, evidence[i].Rule);
            json.Name("span"u8);
            Span(json, evidence[i].Span, offsets);
            json.Member("weight"u8, evidence[i].Weight);
            json.Member("reason"u8, evidence[i].Reason);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void List(JsonLine json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.Name(name);
        json.StartArray();
        for (int i = 0; i < values.Count; i++)
        {
            json.Value(values[i]);
        }

        json.EndArray();
    }
}
