namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>
/// Reads JSON that is no JSON Lines: an array of objects, or objects written over several lines. Cuts out each object
/// by its brackets and hands it on as one line, so that memory is bounded by the longest object.
/// </summary>
internal sealed class JsonObjectsReader(HeadStream stream, string file, ReaderOptions options)
{
    public IEnumerable<InputRecord> Read()
    {
        byte[] envelope = new byte[JsonEnvelope.Length(stream.Head, stream.HeadIsAll)];
        stream.ReadExactly(envelope);
        foreach (InputRecord record in new JsonLinesReader(new ObjectLines(stream, envelope.Length > 0), file, options).Read())
        {
            yield return record with { Position = record.Position with { Line = 0, Byte = -1 } };
        }
    }

    /// <summary>Turns line breaks between the tokens of an object into spaces, and what stands between objects into one line break.</summary>
    private sealed class ObjectLines(Stream inner, bool endsWithList) : ForwardOnlyStream
    {
        private readonly byte[] _input = new byte[16 * 1024];
        private int _at;
        private int _count;
        private int _depth;
        private bool _inString;
        private bool _escaped;
        private bool _ended;
        private bool _over;

        public override int Read(Span<byte> buffer)
        {
            int written = 0;
            while (written == 0 && buffer.Length > 0 && !_over)
            {
                if (_at == _count)
                {
                    _count = inner.Read(_input);
                    _at = 0;
                    if (_count == 0)
                    {
                        return 0;
                    }
                }

                while (_at < _count && written < buffer.Length && !_over)
                {
                    if (Turn(_input[_at++]) is var b and not 0)
                    {
                        buffer[written++] = b;
                    }
                }
            }

            return written;
        }

        private byte Turn(byte b)
        {
            if (_ended)
            {
                // Whatever follows an object ends its line; an object that follows at once is seen again.
                _ended = false;
                _at -= b == (byte)'{' ? 1 : 0;
                _over = b == (byte)']' && endsWithList;
                return (byte)'\n';
            }

            if (_inString)
            {
                _inString = _escaped || b != (byte)'"';
                _escaped = !_escaped && b == (byte)'\\';
                return b is (byte)'\n' or (byte)'\r' ? (byte)' ' : b;
            }

            switch (b)
            {
                case (byte)'"':
                    _inString = _depth > 0;
                    break;
                case (byte)'{':
                    _depth++;
                    return b;
                case (byte)'}':
                    _depth = Math.Max(0, _depth - 1);
                    _ended = _depth == 0;
                    return b;
                case (byte)']' when _depth == 0 && endsWithList:
                    // What follows the list belongs to the envelope.
                    _over = true;
                    return 0;
                case (byte)'\n' or (byte)'\r':
                    return _depth > 0 ? (byte)' ' : (byte)0;
                default:
                    break;
            }

            return _depth > 0 ? b : (byte)0;
        }
    }
}
