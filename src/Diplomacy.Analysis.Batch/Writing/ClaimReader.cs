using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Reads back the claims that <c>diplomacy analyze</c> wrote as CSV or JSON Lines. Spans come back in the unit in which they
/// were written; in CSV an empty text and no text are one.
/// </summary>
public static class ClaimReader
{
    /// <summary>Reads claims written as CSV.</summary>
    /// <param name="utf8">The file; closed at the end of the reading.</param>
    /// <param name="formulaSafe">Whether it was written so that spreadsheets run no cell, which is the default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="utf8"/> is null.</exception>
    /// <exception cref="FormatException">A cell does not hold what its column must hold.</exception>
    public static IEnumerable<Claim> ReadCsv(Stream utf8, bool formulaSafe = true)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        return Rows(utf8, formulaSafe);
    }

    /// <summary>Reads claims written as JSON Lines.</summary>
    /// <param name="utf8">The file; closed at the end of the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="utf8"/> is null.</exception>
    /// <exception cref="JsonException">A line holds no claim.</exception>
    public static IEnumerable<Claim> ReadJsonLines(Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        return Lines(utf8);
    }

    private static IEnumerable<Claim> Rows(Stream utf8, bool formulaSafe)
    {
        using CsvReader csv = CsvReader.Create(utf8, new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < csv.Headers.Count; i++)
        {
            columns.TryAdd(csv.Headers[i], i);
        }

        while (csv.Read())
        {
            yield return Claim(name =>
            {
                string cell = columns.TryGetValue(name, out int column) && column < csv.FieldCount ? csv.GetString(column) : "";
                return formulaSafe ? CsvCell.Unguard(cell) : cell;
            });
        }
    }

    private static Claim Claim(Func<string, string> cell)
    {
        string? Text(string name) => cell(name) is { Length: > 0 } text ? text : null;
        int? Number(string name) => cell(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        double? Real(string name) => cell(name) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        bool Flag(string name) => cell(name) == "true";
        return new Claim
        {
            ClaimId = cell("claim_id"),
            DocId = cell("doc_id"),
            Title = Text("title"),
            Source = Text("source"),
            Url = Text("url"),
            PublishedAt = Text("published_at") is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null,
            Speaker = Text("speaker"),
            SpeakerName = Text("speaker_name"),
            SpeakerOffice = Text("speaker_office"),
            SpeakerCountry = cell("speaker_country"),
            SpeakerKind = RecordNames.Parse<SpeakerKind>(cell("speaker_kind")),
            SpeakerResolution = RecordNames.Parse<SpeakerResolution>(cell("speaker_resolution")),
            Via = CsvList.Split(cell("via")),
            ActFamily = RecordNames.Parse<ActFamily>(cell("act_family")),
            Act = cell("act"),
            Intensity = Number("intensity"),
            Addressees = CsvList.Split(cell("addressees")),
            Targets = CsvList.Split(cell("targets")),
            Content = cell("content"),
            Action = Text("action"),
            Negated = Flag("negated"),
            Conditional = Flag("conditional"),
            Condition = Text("condition"),
            Hedged = Flag("hedged"),
            Form = RecordNames.Parse<SpeechForm>(cell("form")),
            Cue = Text("cue"),
            Quote = Text("quote"),
            Stance = Number("stance") ?? 0,
            StancePhrase = Text("stance_phrase"),
            Countries = CsvList.Split(cell("countries")),
            Cameo = Text("cameo"),
            PloverEvent = Text("plover_event"),
            PloverMode = Text("plover_mode"),
            QuadClass = (QuadClass)(Number("quad_class") ?? 0),
            Goldstein = Real("goldstein"),
            Date = Text("date"),
            Place = Text("place"),
            Venue = Text("venue"),
            Language = cell("language"),
            Confidence = Real("confidence") ?? 0,
            ActConfidence = Real("act_confidence") ?? 0,
            SpeakerConfidence = Real("speaker_confidence") ?? 0,
            AddresseeConfidence = Real("addressee_confidence") ?? 0,
            StanceConfidence = Real("stance_confidence") ?? 0,
            Evidence = CsvList.SplitEvidence(cell("evidence")),
            AttributionId = Number("attribution_id") ?? 0,
            Sentence = Number("sentence") ?? 0,
            ContentSpans = CsvList.SplitSpans(cell("content_spans")),
            SpeakerSpans = CsvList.SplitSpans(cell("speaker_spans")),
            CueSpans = CsvList.SplitSpans(cell("cue_spans")),
            StancePhraseSpans = CsvList.SplitSpans(cell("stance_phrase_spans")),
        };
    }

    private static IEnumerable<Claim> Lines(Stream utf8)
    {
        using (utf8)
        {
            var lines = new ByteLineReader(utf8, int.MaxValue / 2);
            while (Next(lines) is { } claim)
            {
                yield return claim;
            }
        }
    }

    private static Claim? Next(ByteLineReader lines) => lines.TryRead(out ReadOnlySpan<byte> line) ? ClaimJsonParser.Parse(line) : null;
}
