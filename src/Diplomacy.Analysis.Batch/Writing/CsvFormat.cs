using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Claims as CSV.</summary>
internal sealed class CsvFormat(OffsetUnit offsets, bool formulaSafe, bool byteOrderMark) : IResultFormat
{
    public void Start(Utf8Buffer buffer)
    {
        if (byteOrderMark)
        {
            buffer.Append("\uFEFF"u8);
        }

        ClaimCsv.WriteHeader(buffer);
    }

    public void Write(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer)
    {
        if (document.Claims.Count > 0)
        {
            var map = record.Offsets(document.Context.Text, offsets);
            for (int i = 0; i < document.Claims.Count; i++)
            {
                ClaimCsv.Write(buffer, document.Claims[i], map, formulaSafe, record);
            }
        }
    }
}
