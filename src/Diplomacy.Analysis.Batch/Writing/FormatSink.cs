using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Writes bytes of one format to a file or a stream.</summary>
internal sealed class FormatSink : ResultSink
{
    private readonly IResultFormat _format;
    private readonly Stream? _stream;
    private readonly string? _path;
    private readonly Action<string, string>? _convert;
    private OutputTarget? _target;

    public FormatSink(IResultFormat format, Stream stream)
    {
        _format = format;
        _stream = stream;
    }

    /// <param name="format">What is written while the run goes on.</param>
    /// <param name="path">The file.</param>
    /// <param name="convert">Makes of it what the file shall hold at the end; null where that is the same.</param>
    public FormatSink(IResultFormat format, string path, Action<string, string>? convert = null)
    {
        _format = format;
        _path = path;
        _convert = convert;
    }

    internal override bool KeepUnfinished
    {
        set
        {
            if (_target is not null)
            {
                _target.KeepUnfinished = value;
            }
        }
    }

    internal override void Start()
    {
        _target = _path is null ? new OutputTarget(_stream!) : new OutputTarget(_path);
        var buffer = new Utf8Buffer();
        _format.Start(buffer);
        _target.Write(buffer.Written);
    }

    internal override void Continue(long length) => _target = _path is null ? new OutputTarget(_stream!) : OutputTarget.Continue(_path, length);

    internal override bool IsFinished => _path is null || OutputTarget.IsDevice(_path) || (!File.Exists(OutputTarget.PartOf(_path)) && File.Exists(_path));

    internal override long Flush() => _target!.Flush();

    internal override void Format(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer) => _format.Write(document, record, buffer);

    internal override void FormatMention(InputRecord record, Utf8Buffer buffer) => _format.WriteMention(record, buffer);

    internal override void Write(ReadOnlySpan<byte> bytes) => _target!.Write(bytes);

    internal override void Complete() => _target!.Complete(_convert);

    protected override void Dispose(bool disposing)
    {
        _target?.Dispose();
        base.Dispose(disposing);
    }
}
