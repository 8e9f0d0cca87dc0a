using System.IO.Compression;
using System.Text;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Tables;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>
/// Reads articles from files, folders and streams, one record after the other, in a fixed order. Nothing of the input
/// is kept: memory does not grow with it. Not thread-safe.
/// </summary>
/// <remarks>
/// The runtime takes a gzip file that breaks off for whole unless the process sets the switch
/// <c>System.IO.Compression.UseStrictValidation</c> (a <c>RuntimeHostConfigurationOption</c> in the project file); the
/// tool <c>diplomacy</c> does, and then the break is a reject.
/// </remarks>
public sealed class ArticleSource
{
    private static readonly string[] Endings = [".txt", ".md", ".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson", ".parquet", ".zip", ".xml", ".rss", ".html", ".htm", ".rtf", ".docx", ".xlsx"];

    private readonly ReaderOptions _options;
    private readonly IReadOnlyList<string> _inputs;
    private readonly Func<Stream> _standardInput;
    private long _bytesRead;

    /// <summary>Makes a source over files and folders; "-" is standard input.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ArticleSource(IReadOnlyList<string> inputs, ReaderOptions? options = null)
        : this(inputs, options ?? new ReaderOptions(), Console.OpenStandardInput)
    {
    }

    internal ArticleSource(IReadOnlyList<string> inputs, ReaderOptions options, Func<Stream> standardInput)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _inputs = inputs;
        _options = options;
        _standardInput = standardInput;
    }

    /// <summary>Files of the folders that were passed over because their ending is of no kind that is read.</summary>
    public int SkippedFiles { get; private set; }

    /// <summary>Bytes of the input files, as packed as they are; 0 before <see cref="Check"/> and where it cannot be known, as for standard input.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>How many of <see cref="TotalBytes"/> have been read. May be asked from any thread.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>
    /// Looks at the inputs without reading them through: what cannot be read as asked shows before hours of work.
    /// Standard input and the files of folders are not looked at.
    /// </summary>
    /// <returns>For each table one sentence that says how it will be read: encoding, separator, which column is what.</returns>
    /// <exception cref="InputFormatException">An input is missing, or its columns are not those asked for.</exception>
    public IReadOnlyList<string> Check()
    {
        var tables = new List<string>();
        TotalBytes = CountBytes();
        foreach (string input in _inputs)
        {
            if (input == "-" || Directory.Exists(input))
            {
                continue;
            }

            if (!File.Exists(input))
            {
                throw new InputFormatException($"There is no file or folder '{input}'.");
            }

            // A pipe or device can be read only once.
            if ((File.GetAttributes(input) & FileAttributes.Device) != 0 || new FileInfo(input).Length == 0)
            {
                continue;
            }

            using InputFile file = Open(input, input);
            if (file.Kind == InputKind.Table)
            {
                tables.Add($"{input}: {file.EncodingName}, {new TableReader(file.Utf8, input, _options).Describe()}");
            }
            else if (file.Kind == InputKind.Parquet)
            {
                using var table = new ParquetReading(SpoolFile.Of(file.Utf8), input, _options);
                tables.Add($"{input}: {file.EncodingName}; {table.Describe()}");
            }
        }

        return tables;
    }

    private long CountBytes()
    {
        long total = 0;
        foreach (string input in _inputs)
        {
            if (input == "-" || (File.Exists(input) && (File.GetAttributes(input) & FileAttributes.Device) != 0))
            {
                return 0;
            }

            total += Directory.Exists(input) ? Files(input).Sum(f => new FileInfo(f).Length) : File.Exists(input) ? new FileInfo(input).Length : 0;
        }

        SkippedFiles = 0;
        return total;
    }

    /// <summary>All records. A file that cannot be opened or breaks off gives a record that says so, and the next file follows.</summary>
    public IEnumerable<InputRecord> Read()
    {
        SkippedFiles = 0;
        Interlocked.Exchange(ref _bytesRead, 0);
        foreach (string input in _inputs)
        {
            if (input != "-" && Directory.Exists(input))
            {
                foreach (string path in Files(input))
                {
                    foreach (InputRecord record in ReadFile(path, Path.GetRelativePath(input, path).Replace('\\', '/')))
                    {
                        yield return record;
                    }
                }
            }
            else
            {
                foreach (InputRecord record in ReadFile(input, input == "-" ? "stdin" : Path.GetFileName(input)))
                {
                    yield return record;
                }
            }
        }
    }

    // In ordinal order of the paths: the order of the file system differs from machine to machine.
    private IEnumerable<string> Files(string folder)
    {
        string[] paths = Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true });
        Array.Sort(paths, StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (_options.ExcludedFiles.Contains(Path.GetFullPath(path)))
            {
                continue;
            }

            if (IsRead(path))
            {
                yield return path;
            }
            else
            {
                SkippedFiles++;
            }
        }
    }

    private IEnumerable<InputRecord> ReadFile(string path, string name)
    {
        using var records = new GuardedRecords(() => Records(path, name), path);
        while (records.TryNext(out InputRecord? record))
        {
            yield return record!;
        }
    }

    private IEnumerable<InputRecord> Records(string path, string name)
    {
        using InputFile file = Open(path, name);
        foreach (InputRecord record in file.Kind == InputKind.Zip ? Archive(file, path) : Content(file, path, name))
        {
            yield return record;
        }
    }

    private IEnumerable<InputRecord> Content(InputFile file, string path, string name)
    {
        switch (file.Kind)
        {
            case InputKind.Parquet:
                return Parquet(file, path);
            case InputKind.Zip:
                throw new InputFormatException("an archive inside an archive; unpack it first");
            case InputKind.Table:
                return new TableReader(file.Utf8, path, _options).Read();
            case InputKind.JsonLines:
                return new JsonLinesReader(file.Utf8, path, _options).Read();
            case InputKind.Json:
                return new JsonObjectsReader(file.Utf8, path, _options).Read();
            default:
                return Text(file, path, name);
        }
    }

    // What stands at the end of a file needs one that can be read from anywhere.
    private IEnumerable<InputRecord> Parquet(InputFile file, string path)
    {
        using var reader = new ParquetReading(SpoolFile.Of(file.Utf8), path, _options);
        foreach (InputRecord record in reader.Read())
        {
            yield return record;
        }
    }

    private IEnumerable<InputRecord> Archive(InputFile file, string path)
    {
        using var archive = new ZipArchive(SpoolFile.Of(file.Utf8), ZipArchiveMode.Read);
        if (OfficeText.IsDocument(archive) || OfficeText.IsWorkbook(archive))
        {
            IEnumerable<InputRecord> records = OfficeText.IsDocument(archive)
                ? new DocumentReader(path, Path.GetFileName(path), _options).Read(OfficeText.Document(archive))
                : new SheetReader(OfficeText.Rows(archive), path, _options).Read();
            foreach (InputRecord record in records)
            {
                yield return record;
            }

            yield break;
        }

        foreach (ZipArchiveEntry entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
            {
                continue;
            }

            if (!IsRead(entry.FullName))
            {
                SkippedFiles++;
                continue;
            }

            string inner = $"{path}/{entry.FullName}";
            using var records = new GuardedRecords(() => Entry(entry, inner), inner);
            while (records.TryNext(out InputRecord? record))
            {
                yield return record!;
            }
        }
    }

    private IEnumerable<InputRecord> Entry(ZipArchiveEntry entry, string path)
    {
        using InputFile file = InputFile.Open(entry.Open(), entry.FullName, _options);
        foreach (InputRecord record in Content(file, path, entry.FullName))
        {
            yield return record;
        }
    }

    private static bool IsRead(string path) => Endings.Contains(Path.GetExtension(InputFile.Unpacked(path)).ToLowerInvariant());

    private InputFile Open(string path, string name) =>
        InputFile.Open(path == "-" ? _standardInput() : Counted(path), name, _options);

    private CountingStream Counted(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan), n => Interlocked.Add(ref _bytesRead, n));

    private IEnumerable<InputRecord> Text(InputFile file, string path, string name)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = file.Utf8.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > _options.MaxRecordSize)
            {
                throw new InputFormatException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a text longer than {_options.MaxRecordSize} bytes"));
            }
        }

        return new DocumentReader(path, name, _options).Read(TextEncoding.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }
}
