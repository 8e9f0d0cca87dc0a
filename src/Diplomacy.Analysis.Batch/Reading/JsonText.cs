using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Reads strings of JSON without loss.</summary>
internal static class JsonText
{
    /// <summary>The string under the reader; lone surrogates written as escapes, on which the runtime's own method throws, are kept.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            ReadOnlySpan<byte> raw = reader.ValueSpan;
            return Unescape(Encoding.UTF8.GetString(raw));
        }
    }

    // Only reached for text that the reader has already found to be well-formed JSON: every escape is complete.
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            char escape = raw[++i];
            if (escape == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(escape switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => escape });
            }
        }

        return text.ToString();
    }
}
