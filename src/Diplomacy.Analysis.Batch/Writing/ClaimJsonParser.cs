using System.Globalization;
using System.Text.Json;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Reads one claim from JSON. By hand, because the runtime's readers refuse the lone surrogates that a text may hold.</summary>
internal static class ClaimJsonParser
{
    public static Claim Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The line holds no claim.");
        }

        var claim = new Claim { ClaimId = "", ActFamily = default, Act = "", Content = "" };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            claim = Set(claim, name, ref reader);
        }

        return claim;
    }

    private static Claim Set(Claim claim, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "claim_id": return claim with { ClaimId = Text(ref reader) ?? "" };
            case "doc_id": return claim with { DocId = Text(ref reader) ?? "" };
            case "title": return claim with { Title = Text(ref reader) };
            case "source": return claim with { Source = Text(ref reader) };
            case "url": return claim with { Url = Text(ref reader) };
            case "published_at": return claim with { PublishedAt = Text(ref reader) is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null };
            case "speaker": return claim with { Speaker = Text(ref reader) };
            case "speaker_name": return claim with { SpeakerName = Text(ref reader) };
            case "speaker_office": return claim with { SpeakerOffice = Text(ref reader) };
            case "speaker_country": return claim with { SpeakerCountry = Text(ref reader) ?? "-" };
            case "speaker_kind": return claim with { SpeakerKind = RecordNames.Parse<SpeakerKind>(Text(ref reader)) };
            case "speaker_resolution": return claim with { SpeakerResolution = RecordNames.Parse<SpeakerResolution>(Text(ref reader)) };
            case "via": return claim with { Via = Texts(ref reader) };
            case "act_family": return claim with { ActFamily = RecordNames.Parse<ActFamily>(Text(ref reader)) };
            case "act": return claim with { Act = Text(ref reader) ?? "" };
            case "intensity": return claim with { Intensity = (int?)Number(ref reader) };
            case "addressees": return claim with { Addressees = Texts(ref reader) };
            case "targets": return claim with { Targets = Texts(ref reader) };
            case "content": return claim with { Content = Text(ref reader) ?? "" };
            case "action": return claim with { Action = Text(ref reader) };
            case "negated": return claim with { Negated = reader.GetBoolean() };
            case "conditional": return claim with { Conditional = reader.GetBoolean() };
            case "condition": return claim with { Condition = Text(ref reader) };
            case "hedged": return claim with { Hedged = reader.GetBoolean() };
            case "form": return claim with { Form = RecordNames.Parse<SpeechForm>(Text(ref reader)) };
            case "cue": return claim with { Cue = Text(ref reader) };
            case "quote": return claim with { Quote = Text(ref reader) };
            case "stance": return claim with { Stance = reader.GetInt32() };
            case "stance_phrase": return claim with { StancePhrase = Text(ref reader) };
            case "countries": return claim with { Countries = Texts(ref reader) };
            case "cameo": return claim with { Cameo = Text(ref reader) };
            case "plover_event": return claim with { PloverEvent = Text(ref reader) };
            case "plover_mode": return claim with { PloverMode = Text(ref reader) };
            case "quad_class": return claim with { QuadClass = (QuadClass)(int)(Number(ref reader) ?? 0) };
            case "goldstein": return claim with { Goldstein = Number(ref reader) };
            case "date": return claim with { Date = Text(ref reader) };
            case "place": return claim with { Place = Text(ref reader) };
            case "venue": return claim with { Venue = Text(ref reader) };
            case "language": return claim with { Language = Text(ref reader) ?? "" };
            case "confidence": return claim with { Confidence = reader.GetDouble() };
            case "act_confidence": return claim with { ActConfidence = reader.GetDouble() };
            case "speaker_confidence": return claim with { SpeakerConfidence = reader.GetDouble() };
            case "addressee_confidence": return claim with { AddresseeConfidence = reader.GetDouble() };
            case "stance_confidence": return claim with { StanceConfidence = reader.GetDouble() };
            case "evidence": return claim with { Evidence = Evidence(ref reader) };
            case "attribution_id": return claim with { AttributionId = reader.GetInt32() };
            case "sentence": return claim with { Sentence = reader.GetInt32() };
            case "spans": return SetSpans(claim, ref reader);
            default:
                reader.Skip();
                return claim;
        }
    }

    private static Claim SetSpans(Claim claim, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            TextSpan[] spans = Spans(ref reader);
            claim = name switch
            {
                "content" => claim with { ContentSpans = spans },
                "speaker" => claim with { SpeakerSpans = spans },
                "cue" => claim with { CueSpans = spans },
                "stance_phrase" => claim with { StancePhraseSpans = spans },
                _ => claim,
            };
        }

        return claim;
    }

    private static TextSpan[] Spans(ref Utf8JsonReader reader)
    {
        var spans = new List<TextSpan>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            spans.Add(Span(ref reader));
        }

        return [.. spans];
    }

    private static TextSpan Span(ref Utf8JsonReader reader)
    {
        reader.Read();
        int start = reader.GetInt32();
        reader.Read();
        int end = reader.GetInt32();
        reader.Read();
        return TextSpan.FromBounds(start, end);
    }

    private static Evidence[] Evidence(ref Utf8JsonReader reader)
    {
        var evidence = new List<Evidence>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var piece = new Evidence("", default, 0, "");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                piece = name switch
                {
                    "rule" => piece with { Rule = Text(ref reader) ?? "" },
                    "span" => piece with { Span = Span(ref reader) },
                    "weight" => piece with { Weight = reader.GetDouble() },
                    _ => piece with { Reason = Text(ref reader) ?? "" },
                };
            }

            evidence.Add(piece);
        }

        return [.. evidence];
    }

    private static string[] Texts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(Text(ref reader) ?? "");
        }

        return [.. texts];
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : JsonText.Read(ref reader);

    private static double? Number(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble();
}
