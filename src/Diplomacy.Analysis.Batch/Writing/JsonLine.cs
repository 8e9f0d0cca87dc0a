using System.Buffers;
using System.Diagnostics;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Writes one line of JSON. Our own rather than <c>Utf8JsonWriter</c>, which replaces or refuses lone surrogates and
/// whose choice of escapes is the runtime's: here the same claim gives the same bytes on every version, and every
/// string reads back exactly. Escaped are only quotation marks, backslashes, control characters, lone surrogates and
/// the three line breaks of Unicode, which line-wise readers may take for an end of line.
/// </summary>
internal readonly struct JsonLine(Utf8Buffer buffer)
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u0085\u2028\u2029");

    public Utf8Buffer Buffer { get; } = buffer;

    public void StartObject() => Open((byte)'{');

    public void EndObject() => Buffer.Append((byte)'}');

    public void StartArray() => Open((byte)'[');

    public void EndArray() => Buffer.Append((byte)']');

    public void EndLine() => Buffer.Append((byte)'\n');

    /// <summary>A property's name; must need no escape.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        Buffer.Append((byte)'"');
        Buffer.Append(name);
        Buffer.Append("\":"u8);
    }

    public void Value(string? text)
    {
        Separate();
        if (text is null)
        {
            Buffer.Append("null"u8);
            return;
        }

        Buffer.Append((byte)'"');
        ReadOnlySpan<char> rest = text;
        while (true)
        {
            int special = rest.IndexOfAny(Escaped);
            ReadOnlySpan<char> plain = special < 0 ? rest : rest[..special];
            int done = Buffer.AppendValid(plain);
            if (done < plain.Length)
            {
                AppendEscape(plain[done]);
                rest = rest[(done + 1)..];
                continue;
            }

            if (special < 0)
            {
                break;
            }

            AppendEscape(rest[special]);
            rest = rest[(special + 1)..];
        }

        Buffer.Append((byte)'"');
    }

    public void Value(long number)
    {
        Separate();
        Buffer.Append(number);
    }

    public void Value(double number)
    {
        Debug.Assert(double.IsFinite(number), "JSON has no form for it.");
        Separate();
        Buffer.Append(number);
    }

    public void Value(bool value)
    {
        Separate();
        Buffer.Append(value ? "true"u8 : "false"u8);
    }

    public void Null() => Value((string?)null);

    private void Open(byte bracket)
    {
        Separate();
        Buffer.Append(bracket);
    }

    // A comma belongs before everything but the first thing after a bracket, a colon or the start of the line.
    private void Separate()
    {
        ReadOnlySpan<byte> written = Buffer.Written;
        if (written.Length > 0 && written[^1] is not ((byte)'{' or (byte)'[' or (byte)':' or (byte)'\n'))
        {
            Buffer.Append((byte)',');
        }
    }

    private void AppendEscape(char c)
    {
        switch (c)
        {
            case '"':
                Buffer.Append("\\\""u8);
                break;
            case '\\':
                Buffer.Append("\\\\"u8);
                break;
            case '\n':
                Buffer.Append("\\n"u8);
                break;
            case '\r':
                Buffer.Append("\\r"u8);
                break;
            case '\t':
                Buffer.Append("\\t"u8);
                break;
            default:
                Buffer.Append("\\u"u8);
                for (int shift = 12; shift >= 0; shift -= 4)
                {
                    Buffer.Append("0123456789abcdef"u8[(c >> shift) & 15]);
                }

                break;
        }
    }
}
