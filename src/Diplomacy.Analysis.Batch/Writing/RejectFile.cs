using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Keeps the records that gave no document, with place, reason and first words, as CSV. The file is made with the first
/// reject; one that an earlier run left is taken away.
/// </summary>
public sealed class RejectFile : IDisposable
{
    private readonly string _path;
    private readonly Utf8Buffer _buffer = new();
    private OutputTarget? _target;
    private bool _finished;

    /// <summary>Makes the file at <paramref name="path"/> when there is something to keep.</summary>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public RejectFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <summary>Whether anything was rejected.</summary>
    public bool Any => _target is not null || _finished;

    /// <summary>Keeps a record that gave no document.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(InputRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _buffer.Clear();
        if (_target is null)
        {
            _target = new OutputTarget(_path) { KeepUnfinished = KeepUnfinished };
            _buffer.Append("\uFEFFfile,row,line,byte,reason,evidence\n"u8);
        }

        CsvCell.Append(_buffer, record.Position.File, formulaSafe: true);
        _buffer.Append((byte)',');
        _buffer.Append(record.Position.Row);
        _buffer.Append((byte)',');
        _buffer.Append(record.Position.Line);
        _buffer.Append((byte)',');
        _buffer.Append(record.Position.Byte);
        _buffer.Append((byte)',');
        CsvCell.Append(_buffer, record.Reason, formulaSafe: true);
        _buffer.Append((byte)',');
        CsvCell.Append(_buffer, record.Evidence, formulaSafe: true);
        _buffer.Append((byte)'\n');
        _target.Write(_buffer.Written);
    }

    /// <summary>Whether what is not complete is left on the disk for a run that continues it.</summary>
    internal bool KeepUnfinished
    {
        get;
        set
        {
            field = value;
            _target?.KeepUnfinished = value;
        }
    }

    /// <summary>Brings everything to the disk and tells how much there is; -1 where nothing was rejected yet.</summary>
    internal long Flush() => _target?.Flush() ?? -1;

    /// <summary>Goes on behind what an earlier run kept; -1: it had kept nothing.</summary>
    internal void Continue(long length)
    {
        if (length < 0)
        {
            Discard(OutputTarget.PartOf(_path));
        }
        else if (File.Exists(OutputTarget.PartOf(_path)) || !File.Exists(_path))
        {
            _target = OutputTarget.Continue(_path, length);
        }
        else
        {
            _finished = true;
        }
    }

    /// <summary>Makes the file whole under its name, or takes an old one away where nothing was rejected.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Complete()
    {
        if (_target is not null)
        {
            _target.Complete();
        }
        else if (!_finished)
        {
            Discard(_path);
        }
    }

    /// <summary>Drops what is not complete.</summary>
    public void Dispose() => _target?.Dispose();

    private static void Discard(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
