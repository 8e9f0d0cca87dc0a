namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>
/// Cuts a stream of UTF-8 into lines without decoding them. Memory is bounded by the longest line, and that by
/// <c>maxLength</c>: the rest of a longer line is skipped, so one broken file cannot take all memory.
/// </summary>
internal sealed class ByteLineReader(Stream stream, int maxLength)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Number of the line last read, one-based.</summary>
    public long Line { get; private set; }

    /// <summary>Offset of its first byte.</summary>
    public long Byte { get; private set; }

    /// <summary>Whether it was longer than allowed; then only its start is given.</summary>
    public bool Cut { get; private set; }

    private long Next { get; set; }

    /// <summary>The next line without its line break, valid until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        Cut = false;
        Byte = Next;
        int searched = 0;
        while (true)
        {
            int at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Take(searched + at, 1, out line);
            }

            searched = _end - _start;
            if (_ended)
            {
                if (searched == 0)
                {
                    line = default;
                    return false;
                }

                return Take(searched, 0, out line);
            }

            if (searched > maxLength)
            {
                return Skip(out line);
            }

            Fill();
        }
    }

    private bool Take(int length, int lineBreak, out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, length);
        if (line.Length > 0 && line[^1] == (byte)'\r')
        {
            line = line[..^1];
        }

        _start += length + lineBreak;
        Next += length + lineBreak;
        Line++;
        return true;
    }

    private bool Skip(out ReadOnlySpan<byte> line)
    {
        byte[] head = _buffer.AsSpan(_start, Math.Min(256, _end - _start)).ToArray();
        Next += _end - _start;
        _start = _end = 0;
        while (true)
        {
            Fill();
            int at = _buffer.AsSpan(0, _end).IndexOf((byte)'\n');
            int skipped = at >= 0 ? at + 1 : _end;
            Next += skipped;
            _start = skipped;
            if (at >= 0 || _ended)
            {
                break;
            }

            _start = _end = 0;
        }

        Cut = true;
        Line++;
        line = head;
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }
}
