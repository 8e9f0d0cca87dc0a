using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
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
        value.TryFormat(Reserve(32), out int written, "R", CultureInfo.InvariantCulture);
        Count += written;
    }

    /// <summary>Appends text; a lone surrogate, which UTF-8 has no form for, becomes U+FFFD.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, Reserve(text.Length * 3), out _, out int written, replaceInvalidSequences: true);
        Count += written;
    }

    /// <summary>
    /// Appends the start of <paramref name="text"/> up to its first lone surrogate and returns how many code units that were.
    /// </summary>
    public int AppendValid(ReadOnlySpan<char> text)
    {
        OperationStatus status = Utf8.FromUtf16(text, Reserve(text.Length * 3), out int read, out int written, replaceInvalidSequences: false);
        Count += written;
        return status == OperationStatus.Done ? text.Length : read;
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
