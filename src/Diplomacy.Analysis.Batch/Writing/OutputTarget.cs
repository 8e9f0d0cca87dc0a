namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Where bytes go. A file is written under a temporary name beside its own and renamed when it is whole, so that nobody
/// ever reads half a result; without that it is deleted again.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? _path;
    private readonly string? _temporary;
    private bool _completed;

    /// <summary>Writes to a stream that stays open, such as standard output.</summary>
    public OutputTarget(Stream stream) => Stream = stream;

    /// <summary>Writes to a file. Devices and pipes are written directly.</summary>
    public OutputTarget(string path)
    {
        _path = path;
        bool special = File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) != 0;
        _temporary = special ? null : path + ".part";
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !special)
        {
            Directory.CreateDirectory(folder);
        }

        Stream = new FileStream(_temporary ?? path, special ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Read, 128 * 1024);
    }

    /// <summary>The bytes so far go through it; do not close it.</summary>
    public Stream Stream { get; }

    public void Write(ReadOnlySpan<byte> bytes) => Stream.Write(bytes);

    /// <summary>Makes the file whole under its own name.</summary>
    public void Complete()
    {
        Stream.Flush();
        _completed = true;
        if (_path is null)
        {
            return;
        }

        if (Stream is FileStream file && _temporary is not null)
        {
            file.Flush(flushToDisk: true);
        }

        Stream.Dispose();
        if (_temporary is not null)
        {
            File.Move(_temporary, _path, overwrite: true);
        }
    }

    public void Dispose()
    {
        if (_path is null || _completed)
        {
            return;
        }

        Stream.Dispose();
        if (_temporary is not null)
        {
            File.Delete(_temporary);
        }
    }
}
