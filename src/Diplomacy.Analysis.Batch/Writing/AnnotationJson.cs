using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;
using Diplomacy.Analysis.Views;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Writes all layers of a document as one JSON object: what <c>diplomacy annotate</c> gives.</summary>
internal static class AnnotationJson
{
    public static void Write(JsonLine json, AnalyzedDocument document, OffsetMap offsets)
    {
        DocumentContext context = document.Context;
        json.StartObject();
        json.Member("id"u8, context.Article.Id);
        json.Name("sentences"u8);
        json.StartArray();
        foreach (ref readonly Sentence sentence in context.Sentences)
        {
            ClaimJson.Span(json, context.SpanOf(new TokenRange(sentence.FirstToken, sentence.EndToken)), offsets);
        }

        json.EndArray();
        json.Name("tokens"u8);
        json.StartArray();
        foreach (ref readonly Token token in context.Tokens)
        {
            ClaimJson.Span(json, token.Span, offsets);
        }

        json.EndArray();
        json.Name("entities"u8);
        json.StartArray();
        foreach (ref readonly EntityMention entity in context.Entities.Span)
        {
            WriteEntity(json, context, in entity, offsets);
        }

        json.EndArray();
        json.Name("attributions"u8);
        json.StartArray();
        foreach (AttributionView attribution in document.Attributions)
        {
            WriteAttribution(json, attribution, offsets);
        }

        json.EndArray();
        json.Name("claims"u8);
        json.StartArray();
        for (int i = 0; i < document.Claims.Count; i++)
        {
            ClaimJson.Write(json, document.Claims[i], offsets);
        }

        json.EndArray();
        json.EndObject();
        json.EndLine();
    }

    private static void WriteEntity(JsonLine json, DocumentContext context, in EntityMention entity, OffsetMap offsets)
    {
        TextSpan span = context.SpanOf(entity.Tokens);
        json.StartObject();
        json.Name("start"u8);
        json.Value(offsets.Convert(span.Start));
        json.Name("end"u8);
        json.Value(offsets.ConvertEnd(span.End));
        json.Member("type"u8, RecordNames.Of(entity.Type));
        json.Member("name"u8, entity.Identity?.Name ?? span.Slice(context.Text).ToString());
        json.Member("country"u8, entity.Identity?.Country);
        json.EndObject();
    }

    private static void WriteAttribution(JsonLine json, AttributionView attribution, OffsetMap offsets)
    {
        json.StartObject();
        json.Name("id"u8);
        json.Value(attribution.Number);
        WritePieces(json, "source"u8, attribution.Source, offsets);
        WritePieces(json, "cue"u8, attribution.Cue, offsets);
        WritePieces(json, "content"u8, attribution.Content, offsets);
        json.Member("form"u8, RecordNames.Of(attribution.Form));
        json.EndObject();
    }

    private static void WritePieces(JsonLine json, ReadOnlySpan<byte> name, ViewList<PieceView> pieces, OffsetMap offsets)
    {
        json.Name(name);
        json.StartArray();
        foreach (PieceView piece in pieces)
        {
            ClaimJson.Span(json, piece.Span, offsets);
        }

        json.EndArray();
    }
}
