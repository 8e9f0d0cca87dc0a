using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>
/// A stream that remembers what was read since a mark, so that reading can start again there: what recovery from a
/// damaged record needs on pipes and unpacked files. Reads are always filled as far as the input goes, so that nothing
/// depends on how the system cuts its reads.
/// </summary>
internal sealed class TapeStream(Stream inner) : ForwardOnlyStream
{
    private byte[] _tape = new byte[64 * 1024];
    private long _base;
    private int _count;
    private long _position;
    private bool _ended;

    /// <summary>Offset of the next byte that is read; may be set back as far as the mark.</summary>
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, _base);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, _base + _count);
            _position = value;
        }
    }

    /// <summary>Forgets what stands before <paramref name="offset"/>.</summary>
    public void Mark(long offset)
    {
        int drop = (int)(offset - _base);
        // Moving the rest costs as much as it is long: only when the dead part has grown as large.
        if (drop > _tape.Length / 2)
        {
            _tape.AsSpan(drop, _count - drop).CopyTo(_tape);
            _count -= drop;
            _base = offset;
            if (_tape.Length > 4 << 20 && _count < _tape.Length / 8)
            {
                Array.Resize(ref _tape, _tape.Length / 4);
            }
        }
    }

    /// <summary>What is on the tape from <paramref name="offset"/> on, at least <paramref name="length"/> bytes where the input has them. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Peek(long offset, int length)
    {
        while (!_ended && _base + _count < offset + length)
        {
            Fill((int)(offset + length - _base - _count));
        }

        return _tape.AsSpan((int)(offset - _base), _count - (int)(offset - _base));
    }

    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> ready = Peek(_position, buffer.Length);
        ready = ready[..Math.Min(ready.Length, buffer.Length)];
        ready.CopyTo(buffer);
        _position += ready.Length;
        return ready.Length;
    }

    private void Fill(int count)
    {
        if (_tape.Length - _count < count)
        {
            Array.Resize(ref _tape, (int)Math.Min(Array.MaxLength, Math.Max(_count + (long)count, _tape.Length * 2L)));
        }

        int read = inner.ReadAtLeast(_tape.AsSpan(_count, count), count, throwOnEndOfStream: false);
        _count += read;
        _ended = read < count;
    }
}
