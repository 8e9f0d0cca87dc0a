using System.Globalization;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>The claim record as a row of CSV. Columns stand in the record's order.</summary>
internal static class ClaimCsv
{
    /// <summary>Names of the columns that say where the claim's document stands in the input; they follow <see cref="Columns"/>.</summary>
    public static IReadOnlyList<string> OriginColumns { get; } = ["file", "row", "line", "byte", "duplicate_of"];

    /// <summary>Names of the columns that hold the record.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "claim_id", "doc_id", "title", "source", "url", "published_at", "speaker", "speaker_name", "speaker_office",
        "speaker_country", "speaker_kind", "speaker_resolution", "via", "act_family", "act", "intensity", "addressees",
        "targets", "content", "action", "negated", "conditional", "condition", "hedged", "form", "cue", "quote", "stance",
        "stance_phrase", "countries", "cameo", "plover_event", "plover_mode", "quad_class", "goldstein", "date", "place",
        "venue", "language", "confidence", "act_confidence", "speaker_confidence", "addressee_confidence", "stance_confidence",
        "evidence", "attribution_id", "sentence", "content_spans", "speaker_spans", "cue_spans", "stance_phrase_spans",
    ];

    public static void WriteHeader(Utf8Buffer buffer)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (i > 0)
            {
                buffer.Append((byte)',');
            }

            buffer.Append(Columns[i].AsSpan());
        }

        foreach (string column in OriginColumns)
        {
            buffer.Append((byte)',');
            buffer.Append(column.AsSpan());
        }

        buffer.Append((byte)'\n');
    }

    public static void Write(Utf8Buffer buffer, Claim claim, OffsetMap offsets, bool formulaSafe, InputRecord record)
    {
        var row = new Row(buffer, formulaSafe);
        CsvCell.Append(buffer, claim.ClaimId, formulaSafe);
        row.Text(claim.DocId);
        row.Text(claim.Title);
        row.Text(claim.Source);
        row.Text(claim.Url);
        row.Text(claim.PublishedAt?.ToString("O", CultureInfo.InvariantCulture));
        row.Text(claim.Speaker);
        row.Text(claim.SpeakerName);
        row.Text(claim.SpeakerOffice);
        row.Text(claim.SpeakerCountry);
        row.Text(RecordNames.Of(claim.SpeakerKind));
        row.Text(RecordNames.Of(claim.SpeakerResolution));
        row.Text(CsvList.Join(claim.Via));
        row.Text(RecordNames.Of(claim.ActFamily));
        row.Text(claim.Act);
        row.Number(claim.Intensity);
        row.Text(CsvList.Join(claim.Addressees));
        row.Text(CsvList.Join(claim.Targets));
        row.Text(claim.Content);
        row.Text(claim.Action);
        row.Flag(claim.Negated);
        row.Flag(claim.Conditional);
        row.Text(claim.Condition);
        row.Flag(claim.Hedged);
        row.Text(RecordNames.Of(claim.Form));
        row.Text(claim.Cue);
        row.Text(claim.Quote);
        row.Number(claim.Stance);
        row.Text(claim.StancePhrase);
        row.Text(CsvList.Join(claim.Countries));
        row.Text(claim.Cameo);
        row.Text(claim.PloverEvent);
        row.Text(claim.PloverMode);
        row.Number(claim.QuadClass == 0 ? null : (int)claim.QuadClass);
        row.Number(claim.Goldstein);
        row.Text(claim.Date);
        row.Text(claim.Place);
        row.Text(claim.Venue);
        row.Text(claim.Language);
        row.Number(claim.Confidence);
        row.Number(claim.ActConfidence);
        row.Number(claim.SpeakerConfidence);
        row.Number(claim.AddresseeConfidence);
        row.Number(claim.StanceConfidence);
        row.Text(CsvList.JoinEvidence(claim.Evidence, offsets));
        row.Number(claim.AttributionId);
        row.Number(claim.Sentence);
        row.Text(CsvList.JoinSpans(claim.ContentSpans, offsets));
        row.Text(CsvList.JoinSpans(claim.SpeakerSpans, offsets));
        row.Text(CsvList.JoinSpans(claim.CueSpans, offsets));
        row.Text(CsvList.JoinSpans(claim.StancePhraseSpans, offsets));
        row.Text(record.Position.File);
        row.Whole(record.Position.Row);
        row.Whole(record.Position.Line);
        row.Whole(record.Position.Byte);
        row.Text(record.DuplicateOf);
        buffer.Append((byte)'\n');
    }

    private readonly struct Row(Utf8Buffer buffer, bool formulaSafe)
    {
        public void Text(string? value)
        {
            buffer.Append((byte)',');
            if (value is { Length: > 0 })
            {
                CsvCell.Append(buffer, value, formulaSafe);
            }
        }

        public void Whole(long value)
        {
            buffer.Append((byte)',');
            buffer.Append(value);
        }

        // A negative number begins with "-" and is no formula.
        public void Number(int? value)
        {
            buffer.Append((byte)',');
            if (value is { } number)
            {
                buffer.Append((long)number);
            }
        }

        public void Number(double? value)
        {
            buffer.Append((byte)',');
            if (value is { } number)
            {
                buffer.Append(number);
            }
        }

        public void Flag(bool value)
        {
            buffer.Append((byte)',');
            buffer.Append(value ? "true"u8 : "false"u8);
        }
    }
}
