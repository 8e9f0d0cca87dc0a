namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Writes bytes of one format to one target.</summary>
internal sealed class FormatSink(IResultFormat format, OutputTarget target) : ResultSink
{
    internal override void Start()
    {
        var buffer = new Utf8Buffer();
        format.Start(buffer);
        target.Write(buffer.Written);
    }

    internal override void Format(AnalyzedDocument document, Utf8Buffer buffer) => format.Write(document, buffer);

    internal override void Write(ReadOnlySpan<byte> bytes) => target.Write(bytes);

    internal override void Complete() => target.Complete();

    protected override void Dispose(bool disposing)
    {
        target.Dispose();
        base.Dispose(disposing);
    }
}
