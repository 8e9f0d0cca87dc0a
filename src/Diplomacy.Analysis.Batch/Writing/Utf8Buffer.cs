using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// A growable byte array that text is appended to as UTF-8. Reused from document to document. Not thread-safe.
/// </summary>
internal sealed class Utf8Buffer
{
    private byte[] _bytes = new byte[16 * 1024];

    /// <summary>Number of bytes written.</summary>
    public int Count { get; private set; }

    /// <summary>What was written; valid until the next append.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    /// <summary>The last byte written; there must be one.</summary>
    public byte Last => _bytes[Count - 1];

    /// <summary>Forgets the content; a giant array is given back, so that one giant document does not weigh on all later ones.</summary>
    public void Clear()
    {
        Count = 0;
        if (_bytes.Length > 8 << 20)
        {
            _bytes = new byte[16 * 1024];
        }
    }

    /// <summary>Forgets what was appended behind the first <paramref name="count"/> bytes.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        Count++;
    }

    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Count += utf8.Length;
    }

    public void Append(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out int written);
        Count += written;
    }

    /// <summary>The shortest form that reads back as the same number.</summary>
    public void Append(double value)
    {
        // A thousandth that reads back as the number is its shortest form: no two decimals this short are the same number.
        double thousandths = Math.Round(value * 1000);
        if (thousandths is > 0 and < 1000 && thousandths / 1000 == value)
        {
            Span<byte> digits = Reserve(5);
            int number = (int)thousandths;
            "0."u8.CopyTo(digits);
            digits[2] = (byte)('0' + (number / 100));
            digits[3] = (byte)('0' + (number / 10 % 10));
            digits[4] = (byte)('0' + (number % 10));
            Count += digits[4] != '0' ? 5 : digits[3] != '0' ? 4 : 3;
            return;
        }

        value.TryFormat(Reserve(32), out int written, "R", CultureInfo.InvariantCulture);
        Count += written;
    }

    /// <summary>
    /// Appends a quotation mark and the start of <paramref name="text"/> up to the first character that is not ASCII or that
    /// JSON escapes; where there is none, the closing mark too. Returns how many characters of the text that were.
    /// </summary>
    public int AppendQuoted(ReadOnlySpan<char> text)
    {
        Span<byte> room = Reserve(text.Length + 2);
        room[0] = (byte)'"';
        int done = CopyPlain(text, room[1..]);
        Count += done + 1;
        if (done == text.Length)
        {
            room[done + 1] = (byte)'"';
            Count++;
        }

        return done;
    }

    /// <summary>The same without quotation marks.</summary>
    public int AppendPlain(ReadOnlySpan<char> text)
    {
        int done = CopyPlain(text, Reserve(text.Length));
        Count += done;
        return done;
    }

    // Sixteen characters at a time; the last few once more with those before them, if they are enough for a step of eight.
    private static int CopyPlain(ReadOnlySpan<char> text, Span<byte> room)
    {
        int done = 0;
        if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<ushort>.Count)
        {
            ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
            ref byte target = ref MemoryMarshal.GetReference(room[..text.Length]);
            for (; done <= text.Length - Vector128<byte>.Count; done += Vector128<byte>.Count)
            {
                Vector128<ushort> low = Vector128.LoadUnsafe(ref source, (nuint)done);
                Vector128<ushort> high = Vector128.LoadUnsafe(ref source, (nuint)(done + Vector128<ushort>.Count));
                if ((Special(low) | Special(high)) != Vector128<ushort>.Zero)
                {
                    break;
                }

                Vector128.Narrow(low, high).StoreUnsafe(ref target, (nuint)done);
            }

            for (int at = done; at < text.Length; at += Vector128<ushort>.Count)
            {
                at = Math.Min(at, text.Length - Vector128<ushort>.Count);
                Vector128<ushort> eight = Vector128.LoadUnsafe(ref source, (nuint)at);
                if (Special(eight) != Vector128<ushort>.Zero)
                {
                    break;
                }

                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, at), Vector128.Narrow(eight, eight).AsUInt64().ToScalar());
                done = at + Vector128<ushort>.Count;
            }
        }

        for (; done < text.Length && text[done] is >= ' ' and <= '\u007F' and not ('"' or '\\'); done++)
        {
            room[done] = (byte)text[done];
        }

        return done;
    }

    private static Vector128<ushort> Special(Vector128<ushort> text) =>
        Vector128.GreaterThan(text - Vector128.Create((ushort)' '), Vector128.Create((ushort)(0x7F - ' ')))
        | Vector128.Equals(text, Vector128.Create((ushort)'"'))
        | Vector128.Equals(text, Vector128.Create((ushort)'\\'));

    /// <summary>Appends a name in quotation marks and a colon, where asked for behind a comma.</summary>
    public void AppendName(ReadOnlySpan<byte> name, bool comma)
    {
        Span<byte> room = Reserve(name.Length + 4);
        int at = 0;
        if (comma)
        {
            room[at++] = (byte)',';
        }

        room[at] = (byte)'"';
        name.CopyTo(room[(at + 1)..]);
        room[at + 1 + name.Length] = (byte)'"';
        room[at + 2 + name.Length] = (byte)':';
        Count += at + 3 + name.Length;
    }

    public void Append(Rune rune) => Count += rune.EncodeToUtf8(Reserve(4));

    /// <summary>Appends text; a lone surrogate, which UTF-8 has no form for, becomes U+FFFD.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, Reserve(text.Length * 3), out _, out int written, replaceInvalidSequences: true);
        Count += written;
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Count < count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)Count + count, _bytes.Length * 2L)));
        }

        return _bytes.AsSpan(Count);
    }
}
