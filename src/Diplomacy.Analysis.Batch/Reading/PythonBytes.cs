using System.Globalization;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Reads what scripts write for want of decoding: <c>b'It\xe2\x80\x99s so.\n'</c>.</summary>
internal static class PythonBytes
{
    /// <summary>The decoded text, or null where the text is no such literal.</summary>
    public static string? Decode(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 4 || text[0] != 'b' || text[1] is not ('\'' or '"') || text[^1] != text[1] || !text.Contains('\\'))
        {
            return null;
        }

        text = text[2..^1];
        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80)
            {
                return null;
            }

            if (text[i] != '\\' || i + 1 == text.Length)
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            char escape = text[++i];
            if (escape == 'x' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add(escape switch { 'n' => (byte)'\n', 't' => (byte)'\t', 'r' => (byte)'\r', _ => (byte)(escape & 0x7F) });
            }
        }

        return TextEncoding.Decode(bytes.ToArray());
    }
}
