namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Where bytes go. A file is written under a temporary name beside its own and renamed when it is whole, so that nobody
/// ever reads half a result; without that it is deleted again, unless it is to be kept for a later run that continues it.
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
        : this(path, -1)
    {
    }

    private OutputTarget(string path, long keptLength)
    {
        _path = path;
        bool special = IsDevice(path);
        _temporary = special ? null : PartOf(path);
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !special)
        {
            Directory.CreateDirectory(folder);
        }

        var file = new FileStream(_temporary ?? path, special || keptLength >= 0 ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Read, 128 * 1024);
        Stream = file;
        if (keptLength >= 0 && !special)
        {
            if (file.Length < keptLength)
            {
                file.Dispose();
                throw new InvalidDataException($"'{_temporary}' is shorter than its checkpoint says; the run cannot be continued. Start it again without --resume.");
            }

            file.SetLength(keptLength);
            file.Position = keptLength;
        }
    }

    /// <summary>The bytes so far go through it; do not close it.</summary>
    public Stream Stream { get; }

    /// <summary>Whether an unfinished file is left for a run that continues it.</summary>
    public bool KeepUnfinished { get; set; }

    /// <summary>Name under which <paramref name="path"/> is written until it is whole.</summary>
    public static string PartOf(string path) => path + ".part";

    /// <summary>Goes on with the unfinished file of an earlier run; what it holds behind <paramref name="length"/> is cut off.</summary>
    /// <exception cref="InvalidDataException">The file is shorter.</exception>
    public static OutputTarget Continue(string path, long length) => new(path, length);

    /// <summary>Whether the path is a device or a pipe, which keeps nothing.</summary>
    public static bool IsDevice(string path) => File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) != 0;

    public void Write(ReadOnlySpan<byte> bytes) => Stream.Write(bytes);

    /// <summary>Brings everything to the disk, so that it is there after a power cut, and tells how long the file is.</summary>
    public long Flush()
    {
        if (Stream is FileStream { CanSeek: true } file && _path is not null && _temporary is not null)
        {
            file.Flush(flushToDisk: true);
            return file.Length;
        }

        Stream.Flush();
        return 0;
    }

    /// <summary>Makes the file whole under its own name.</summary>
    /// <param name="convert">
    /// Turns the file at the first path into the one at the second, for formats that can only be written in one go; null
    /// where the file is what it shall be. Cut off at any moment, it is done again from the start.
    /// </param>
    public void Complete(Action<string, string>? convert = null)
    {
        if (_completed)
        {
            return;
        }

        Flush();
        _completed = true;
        if (_path is null)
        {
            return;
        }

        Stream.Dispose();
        if (_temporary is not null && convert is not null)
        {
            string converted = _temporary + ".new";
            convert(_temporary, converted);
            File.Move(converted, _path, overwrite: true);
            File.Delete(_temporary);
        }
        else if (_temporary is not null)
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

        _completed = true;
        try
        {
            Stream.Dispose();
        }
        catch (IOException) when (KeepUnfinished)
        {
            // A full disk shows again when the rest of the buffer is written; what counts is up to the checkpoint.
        }

        if (_temporary is not null && !KeepUnfinished)
        {
            File.Delete(_temporary);
        }
    }
}
