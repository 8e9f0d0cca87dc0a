using System.IO.Compression;
using System.Text;
using ZstdSharp;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>An opened input: unpacked, turned into UTF-8, its kind found out. Packing is recognised by the first bytes, whatever the name.</summary>
internal sealed class InputFile : IDisposable
{
    // Enough for some hundred rows of a table of articles.
    private const int HeadLength = 256 * 1024;

    private InputFile(HeadStream bytes, InputKind kind, string encoding)
    {
        Utf8 = bytes;
        Kind = kind;
        EncodingName = encoding;
    }

    /// <summary>The content as UTF-8 without byte order mark; of Parquet and archives the bytes as they are.</summary>
    public HeadStream Utf8 { get; }

    public InputKind Kind { get; }

    /// <summary>Name of the encoding the file is in.</summary>
    public string EncodingName { get; }

    /// <summary>Opens a raw stream; it is closed with the result.</summary>
    /// <exception cref="InputFormatException">The file is packed in a way that is not read.</exception>
    public static InputFile Open(Stream raw, string name, ReaderOptions options)
    {
        var packed = new HeadStream(raw, 4096);
        var bytes = new HeadStream(Unpack(packed, name), HeadLength);
        if (bytes.Head is [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..])
        {
            return new InputFile(bytes, InputKind.Parquet, "parquet");
        }

        if (bytes.Head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
        {
            return new InputFile(bytes, InputKind.Zip, "zip");
        }

        (Encoding encoding, int mark) = TextEncoding.Detect(bytes.Head, bytes.HeadIsAll);
        if (mark == 0 && options.Encoding is { } named)
        {
            encoding = named;
        }

        Span<byte> skipped = stackalloc byte[4];
        bytes.ReadExactly(skipped[..mark]);
        HeadStream utf8 = encoding is UTF8Encoding && mark == 0
            ? bytes
            : new HeadStream(encoding is UTF8Encoding ? bytes : Encoding.CreateTranscodingStream(bytes, encoding, new UTF8Encoding(false)), HeadLength);
        return new InputFile(utf8, Detect(utf8.Head, name, options), encoding.WebName);
    }

    public void Dispose() => Utf8.Dispose();

    /// <summary>The file's name without the ending of its packing.</summary>
    public static string Unpacked(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3]
        : name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? name[..^4]
        : name;

    private static Stream Unpack(HeadStream packed, string name) => packed.Head switch
    {
        [0x1F, 0x8B, ..] => new GZipStream(packed, CompressionMode.Decompress),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => new DecompressionStream(packed, checkEndOfStream: true, leaveOpen: false),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, ..] => throw new InputFormatException($"'{name}' is packed by bzip2, which is not read; unpack it, or pack it by zstd or gzip."),
        _ => packed,
    };

    private static InputKind Detect(ReadOnlySpan<byte> head, string name, ReaderOptions options)
    {
        string ending = Path.GetExtension(Unpacked(name)).ToLowerInvariant();
        if (ending is ".csv" or ".tsv" or ".tab")
        {
            return InputKind.Table;
        }

        // A text file may well start with a bracket; only a file that says JSON, or says nothing, is taken for it.
        ReadOnlySpan<byte> start = head.TrimStart(" \t\r\n\0"u8);
        if (ending is ".xml" or ".rss" or ".html" or ".htm" or ".rtf" || start.StartsWith("<"u8) || start.StartsWith("{\\rtf"u8) || options.Format is { Kind: "text" })
        {
            return InputKind.Text;
        }

        if (ending is ".json" or ".jsonl" or ".ndjson" || (ending is not (".txt" or ".md") && start is [(byte)'{', ..] or [(byte)'[', (byte)'{', ..]))
        {
            return start is [(byte)'[', ..] || IsSpreadObject(start) || JsonEnvelope.Length(head, false) > 0 ? InputKind.Json : InputKind.JsonLines;
        }

        return ending is not (".txt" or ".md") && (options.Delimiter is not null || Tables.Dialect.LooksLikeTable(head)) ? InputKind.Table : InputKind.Text;
    }

    // The first line of JSON Lines is a whole object; a pretty-printed object opens and breaks the line.
    private static bool IsSpreadObject(ReadOnlySpan<byte> start)
    {
        int end = start.IndexOf((byte)'\n');
        return end >= 0 && start[..end].Trim(" \t\r"u8) is [.., (byte)'{' or (byte)','];
    }
}
