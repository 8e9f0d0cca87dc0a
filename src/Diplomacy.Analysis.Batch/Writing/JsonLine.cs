using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Writes one line of JSON. Our own rather than <c>Utf8JsonWriter</c>, which replaces or refuses lone surrogates and
/// whose choice of escapes is the runtime's: here the same claim gives the same bytes on every version, and every
/// string reads back exactly. Escaped are only quotation marks, backslashes, control characters, lone surrogates and
/// the three line breaks of Unicode, which line-wise readers may take for an end of line.
/// </summary>
internal readonly struct JsonLine(Utf8Buffer buffer)
{
    public Utf8Buffer Buffer { get; } = buffer;

    public void StartObject() => Open((byte)'{');

    public void EndObject() => Buffer.Append((byte)'}');

    public void StartArray() => Open((byte)'[');

    public void EndArray() => Buffer.Append((byte)']');

    public void EndLine() => Buffer.Append((byte)'\n');

    /// <summary>A property's name; must need no escape.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        Buffer.AppendName(name, Separates);
    }

    /// <summary>A property and its value.</summary>
    public void Member(ReadOnlySpan<byte> name, string? text)
    {
        Name(name);
        Text(text);
    }

    /// <inheritdoc cref="Member(ReadOnlySpan{byte}, string)"/>
    public void Member(ReadOnlySpan<byte> name, long? number)
    {
        Name(name);
        if (number is { } value)
        {
            Buffer.Append(value);
        }
        else
        {
            Text(null);
        }
    }

    /// <inheritdoc cref="Member(ReadOnlySpan{byte}, string)"/>
    public void Member(ReadOnlySpan<byte> name, double? number)
    {
        Name(name);
        if (number is { } value)
        {
            Debug.Assert(double.IsFinite(value), "JSON has no form for it.");
            Buffer.Append(value);
        }
        else
        {
            Text(null);
        }
    }

    /// <inheritdoc cref="Member(ReadOnlySpan{byte}, string)"/>
    public void Member(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        Buffer.Append(value ? "true"u8 : "false"u8);
    }

    public void Value(string? text)
    {
        Separate();
        Text(text);
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

    private void Text(string? text)
    {
        if (text is null)
        {
            Buffer.Append("null"u8);
            return;
        }

        ReadOnlySpan<char> rest = text;
        rest = rest[Buffer.AppendQuoted(rest)..];
        if (rest.IsEmpty)
        {
            return;
        }

        for (; rest.Length > 0; rest = rest[Buffer.AppendPlain(rest)..])
        {
            bool whole = Rune.DecodeFromUtf16(rest, out Rune rune, out int length) == OperationStatus.Done;
            if (whole && rune.Value is not (< ' ' or '"' or '\\' or 0x85 or 0x2028 or 0x2029))
            {
                Buffer.Append(rune);
            }
            else
            {
                AppendEscape(rest[0]);
            }

            rest = rest[length..];
        }

        Buffer.Append((byte)'"');
    }

    private void Open(byte bracket)
    {
        Separate();
        Buffer.Append(bracket);
    }

    // A comma belongs before everything but the first thing after a bracket, a colon or the start of the line.
    private bool Separates => Buffer.Count > 0 && Buffer.Last is not ((byte)'{' or (byte)'[' or (byte)':' or (byte)'\n');

    private void Separate()
    {
        if (Separates)
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
