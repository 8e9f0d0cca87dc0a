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
        Text(json, "file"u8, record.Position.File);
        json.Name("row"u8);
        json.Value(record.Position.Row);
        json.Name("line"u8);
        json.Value(record.Position.Line);
        json.Name("byte"u8);
        json.Value(record.Position.Byte);
        Text(json, "duplicate_of"u8, record.DuplicateOf);
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
        Text(json, "claim_id"u8, claim.ClaimId);
        Text(json, "doc_id"u8, claim.DocId);
        Text(json, "title"u8, claim.Title);
        Text(json, "source"u8, claim.Source);
        Text(json, "url"u8, claim.Url);
        Text(json, "published_at"u8, claim.PublishedAt?.ToString("O", CultureInfo.InvariantCulture));
        Text(json, "speaker"u8, claim.Speaker);
        Text(json, "speaker_name"u8, claim.SpeakerName);
        Text(json, "speaker_office"u8, claim.SpeakerOffice);
        Text(json, "speaker_country"u8, claim.SpeakerCountry);
        Text(json, "speaker_kind"u8, RecordNames.Of(claim.SpeakerKind));
        Text(json, "speaker_resolution"u8, RecordNames.Of(claim.SpeakerResolution));
        List(json, "via"u8, claim.Via);
        Text(json, "act_family"u8, RecordNames.Of(claim.ActFamily));
        Text(json, "act"u8, claim.Act);
        json.Name("intensity"u8);
        Number(json, claim.Intensity);
        List(json, "addressees"u8, claim.Addressees);
        List(json, "targets"u8, claim.Targets);
        Text(json, "content"u8, claim.Content);
        Text(json, "action"u8, claim.Action);
        Flag(json, "negated"u8, claim.Negated);
        Flag(json, "conditional"u8, claim.Conditional);
        Text(json, "condition"u8, claim.Condition);
        Flag(json, "hedged"u8, claim.Hedged);
        Text(json, "form"u8, RecordNames.Of(claim.Form));
        Text(json, "cue"u8, claim.Cue);
        Text(json, "quote"u8, claim.Quote);
        json.Name("stance"u8);
        json.Value(claim.Stance);
        Text(json, "stance_phrase"u8, claim.StancePhrase);
        List(json, "countries"u8, claim.Countries);
        Text(json, "cameo"u8, claim.Cameo);
        Text(json, "plover_event"u8, claim.PloverEvent);
        Text(json, "plover_mode"u8, claim.PloverMode);
        json.Name("quad_class"u8);
        Number(json, claim.QuadClass == 0 ? null : (int)claim.QuadClass);
        json.Name("goldstein"u8);
        if (claim.Goldstein is { } goldstein)
        {
            json.Value(goldstein);
        }
        else
        {
            json.Null();
        }

        Text(json, "date"u8, claim.Date);
        Text(json, "place"u8, claim.Place);
        Text(json, "venue"u8, claim.Venue);
        Text(json, "language"u8, claim.Language);
        json.Name("confidence"u8);
        json.Value(claim.Confidence);
        json.Name("act_confidence"u8);
        json.Value(claim.ActConfidence);
        json.Name("speaker_confidence"u8);
        json.Value(claim.SpeakerConfidence);
        json.Name("addressee_confidence"u8);
        json.Value(claim.AddresseeConfidence);
        json.Name("stance_confidence"u8);
        json.Value(claim.StanceConfidence);
        WriteEvidence(json, claim.Evidence, offsets);
        json.Name("attribution_id"u8);
        json.Value(claim.AttributionId);
        json.Name("sentence"u8);
        json.Value(claim.Sentence);
        json.Name("spans"u8);
        json.StartObject();
        Spans(json, "content"u8, claim.ContentSpans, offsets);
        Spans(json, "speaker"u8, claim.SpeakerSpans, offsets);
        Spans(json, "cue"u8, claim.CueSpans, offsets);
        Spans(json, "stance_phrase"u8, claim.StancePhraseSpans, offsets);
        json.EndObject();
    }

    public static void Text(JsonLine json, ReadOnlySpan<byte> name, string? value)
    {
        json.Name(name);
        json.Value(value);
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
            Text(json, "rule"u8, evidence[i].Rule);
            json.Name("span"u8);
            Span(json, evidence[i].Span, offsets);
            json.Name("weight"u8);
            json.Value(evidence[i].Weight);
            Text(json, "reason"u8, evidence[i].Reason);
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

    private static void Flag(JsonLine json, ReadOnlySpan<byte> name, bool value)
    {
        json.Name(name);
        json.Value(value);
    }

    private static void Number(JsonLine json, int? value)
    {
        if (value is { } number)
        {
            json.Value((long)number);
        }
        else
        {
            json.Null();
        }
    }
}
