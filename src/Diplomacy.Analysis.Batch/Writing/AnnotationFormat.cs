using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>All layers of each document as JSON Lines.</summary>
internal sealed class AnnotationFormat(OffsetUnit offsets) : IResultFormat
{
    public void Start(Utf8Buffer buffer)
    {
    }

    public void Write(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer) => AnnotationJson.Write(new JsonLine(buffer), document, record.Offsets(document.Context.Text, offsets));
}
