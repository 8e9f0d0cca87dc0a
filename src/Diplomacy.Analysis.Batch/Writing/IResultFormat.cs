using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Turns documents into bytes, each by itself. Used by many threads at once.</summary>
internal interface IResultFormat
{
    /// <summary>What stands before the first document.</summary>
    void Start(Utf8Buffer buffer);

    /// <summary>What one document gives.</summary>
    void Write(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer);

    /// <summary>What a copy of an earlier document gives, which is not analysed.</summary>
    void WriteMention(InputRecord record, Utf8Buffer buffer)
    {
    }
}
