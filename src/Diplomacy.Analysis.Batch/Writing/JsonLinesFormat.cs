using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Claims as JSON Lines.</summary>
internal sealed class JsonLinesFormat(OffsetUnit offsets) : IResultFormat
{
    public void Start(Utf8Buffer buffer)
    {
    }

    public void Write(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer)
    {
        if (document.Claims.Count > 0)
        {
            var map = record.Offsets(document.Context.Text, offsets);
            var json = new JsonLine(buffer);
            for (int i = 0; i < document.Claims.Count; i++)
            {
                ClaimJson.Write(json, document.Claims[i], map, record);
                json.EndLine();
            }
        }
    }
}
