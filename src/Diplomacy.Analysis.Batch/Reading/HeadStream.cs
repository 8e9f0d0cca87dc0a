namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>A stream whose first bytes can be looked at before they are read: what detection of packing, encoding and format needs on pipes.</summary>
internal sealed class HeadStream : ForwardOnlyStream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _headLength;
    private int _position;

    public HeadStream(Stream inner, int headLength)
    {
        _inner = inner;
        // Grown as needed: folders hold many small files.
        _head = new byte[Math.Min(headLength, 8192)];
        while (true)
        {
            int read = inner.ReadAtLeast(_head.AsSpan(_headLength), _head.Length - _headLength, throwOnEndOfStream: false);
            _headLength += read;
            HeadIsAll = _headLength < _head.Length;
            if (HeadIsAll || _headLength >= headLength)
            {
                break;
            }

            Array.Resize(ref _head, (int)Math.Min(headLength, _head.Length * 2L));
        }
    }

    /// <summary>The first bytes; fewer than asked for only where the stream ends there.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>Whether the head is the whole stream.</summary>
    public bool HeadIsAll { get; }

    public override int Read(Span<byte> buffer)
    {
        if (_position < _headLength)
        {
            int count = Math.Min(buffer.Length, _headLength - _position);
            _head.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        return _inner.Read(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
