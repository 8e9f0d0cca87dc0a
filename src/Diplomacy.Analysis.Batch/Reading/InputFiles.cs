using System.IO.Compression;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Opens input files; unpacks gzip, which is recognised by its first bytes, whatever the name.</summary>
internal static class InputFiles
{
    /// <summary>How many bytes detection may look at.</summary>
    public const int HeadLength = 256 * 1024;

    public static HeadStream Open(Stream raw)
    {
        var head = new HeadStream(raw, 4096);
        Stream unpacked = head.Head is [0x1F, 0x8B, ..] ? new GZipStream(head, CompressionMode.Decompress) : head;
        return new HeadStream(unpacked, HeadLength);
    }
}
