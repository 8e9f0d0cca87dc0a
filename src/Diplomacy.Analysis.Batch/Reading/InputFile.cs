using System.IO.Compression;
using System.Text;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>An opened input: unpacked, turned into UTF-8, its kind found out. Gzip is recognised by its first bytes, whatever the name.</summary>
internal sealed class InputFile : IDisposable
{
    // Enough for some hundred rows of a table of articles.
    private const int HeadLength = 256 * 1024;

    private InputFile(HeadStream utf8, InputKind kind, string encoding)
    {
        Utf8 = utf8;
        Kind = kind;
        EncodingName = encoding;
    }

    /// <summary>The content as UTF-8 without byte order mark.</summary>
    public HeadStream Utf8 { get; }

    public InputKind Kind { get; }

    /// <summary>Name of the encoding the file is in.</summary>
    public string EncodingName { get; }

    /// <summary>Opens a raw stream; it is closed with the result.</summary>
    public static InputFile Open(Stream raw, string name, ReaderOptions options)
    {
        var packed = new HeadStream(raw, 4096);
        bool gzip = packed.Head is [0x1F, 0x8B, ..];
        var bytes = new HeadStream(gzip ? new GZipStream(packed, CompressionMode.Decompress) : packed, HeadLength);
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
    public static string Unpacked(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

    private static InputKind Detect(ReadOnlySpan<byte> head, string name, ReaderOptions options)
    {
        string ending = Path.GetExtension(Unpacked(name)).ToLowerInvariant();
        if (ending is ".csv" or ".tsv" or ".tab")
        {
            return InputKind.Table;
        }

        // A text file may well start with a bracket; only a file that says JSON, or says nothing, is taken for it.
        ReadOnlySpan<byte> start = head.TrimStart(" \t\r\n\0"u8);
        if (ending is ".json" or ".jsonl" or ".ndjson" || (ending is not (".txt" or ".md") && start is [(byte)'{', ..] or [(byte)'[', (byte)'{', ..]))
        {
            return start is [(byte)'[', ..] || IsSpreadObject(start) ? InputKind.Json : InputKind.JsonLines;
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
