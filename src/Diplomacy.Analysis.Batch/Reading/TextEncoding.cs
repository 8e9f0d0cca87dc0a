using System.Text;
using System.Text.Unicode;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Finds a file's encoding from its first bytes: byte order mark, UTF-16 by its zero bytes, UTF-8, GB18030, windows-1252.</summary>
internal static class TextEncoding
{
    /// <summary>The encoding of last resort: every byte has a meaning in it, and it is what old exports of the West use.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding with this name or code page ("latin1", "1251"), or null where there is none.</summary>
    public static Encoding? ByName(string name)
    {
        if (name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8;
        }

        try
        {
            return int.TryParse(name, out int page)
                ? CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page)
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The encoding of a file that starts with <paramref name="head"/>, and how many bytes its mark takes.</summary>
    public static (Encoding Encoding, int MarkLength) Detect(ReadOnlySpan<byte> head, bool headIsAll)
    {
        switch (head)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (Encoding.UTF8, 3);
            case [0xFF, 0xFE, 0, 0, ..]:
                return (Encoding.UTF32, 4);
            case [0xFF, 0xFE, ..]:
                return (Encoding.Unicode, 2);
            case [0xFE, 0xFF, ..]:
                return (Encoding.BigEndianUnicode, 2);
        }

        if (Utf16WithoutMark(head) is { } utf16)
        {
            return (utf16, 0);
        }

        (int wide, int broken) = CountUtf8(head, headIsAll);
        // Other encodings rarely form a good sequence by chance (GB18030 one in ten): where these prevail, the broken bytes
        // are damage, not another encoding; records that hold them are mended one by one.
        return broken == 0 || wide > broken ? (Encoding.UTF8, 0)
            : IsGb18030(head) ? (CodePagesEncodingProvider.Instance.GetEncoding(54936) ?? Encoding.GetEncoding(54936), 0)
            : (Windows1252, 0);
    }

    /// <summary>Text of one field: UTF-8, or windows-1252 where the bytes are no UTF-8 (rows pasted from another file).</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);

    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0;
        int odd = 0;
        int pairs = Math.Min(head.Length, 4096) / 2;
        for (int i = 0; i < pairs; i++)
        {
            even += head[2 * i] == 0 ? 1 : 0;
            odd += head[(2 * i) + 1] == 0 ? 1 : 0;
        }

        // Text of mostly Latin letters has a zero in one half of nearly each pair; stray NULs fall on both.
        return pairs < 2 ? null
            : odd > pairs / 2 && even < pairs / 16 ? Encoding.Unicode
            : even > pairs / 2 && odd < pairs / 16 ? Encoding.BigEndianUnicode
            : null;
    }

    private static (int Wide, int Broken) CountUtf8(ReadOnlySpan<byte> head, bool headIsAll)
    {
        int wide = 0;
        int broken = 0;
        while (!head.IsEmpty)
        {
            int ascii = head.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            head = head[ascii..];
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(head, out _, out int length);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !headIsAll)
            {
                break;
            }

            wide += status == System.Buffers.OperationStatus.Done ? 1 : 0;
            broken += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            head = head[length..];
        }

        return (wide, broken);
    }

    // Chinese in GB18030 is runs of byte pairs of which most lie in the rows of GB 2312; the accented letters of Western
    // text stand alone between ASCII letters.
    private static bool IsGb18030(ReadOnlySpan<byte> head)
    {
        int pairs = 0;
        int broken = 0;
        for (int i = 0; i + 1 < head.Length; i++)
        {
            if (head[i] < 0x80)
            {
                continue;
            }

            bool pair = head[i] is >= 0xA1 and <= 0xF7 && head[i + 1] is >= 0xA1 and <= 0xFE;
            pairs += pair ? 1 : 0;
            broken += pair ? 0 : 1;
            i += pair ? 1 : 0;
        }

        return pairs > 4 * broken;
    }
}
