using System.Buffers.Binary;

namespace Diplomacy.Analysis.Batch.Duplicates;

/// <summary>
/// Finds near-copies among the last documents: sets of three-word sequences are compared by 64 minima of one hash
/// function (one-permutation MinHash), looked up by 16 bands of four. Time is linear in the text and memory is fixed,
/// however large the corpus: an original that lies more than <see cref="Window"/> documents back is forgotten.
/// </summary>
internal sealed class DuplicateIndex
{
    /// <summary>Documents that are remembered: about a day of the world's news.</summary>
    public const int Window = 1 << 18;

    private const int Bins = 64;
    private const int BandRows = 4;
    private const int Bands = Bins / BandRows;
    private const int Buckets = 1 << 19;

    // Sequences that both must have in common: 0.7 of all in both, measured with an error of 0.06.
    private const int EqualBins = 45;

    // Fewer words say too little: "No comment." is no copy of "No comment.".
    private const int MinWords = 30;

    private readonly int[] _buckets = new int[Bands * Buckets];
    private readonly byte[] _signatures = new byte[Window * Bins];
    private readonly string[] _ids = new string[Window];
    private readonly ulong[] _minima = new ulong[Bins];
    private readonly byte[] _signature = new byte[Bins];
    private int _count;

    /// <summary>The id of the earlier document that the text is a copy of, or null; then the text is remembered.</summary>
    public string? Find(string text, string id)
    {
        if (!Measure(text))
        {
            return null;
        }

        Span<int> places = stackalloc int[Bands];
        for (int band = 0; band < Bands; band++)
        {
            places[band] = Place(band);
            int number = _buckets[places[band]] - 1;
            if (number >= 0 && number > _count - Window && IsLike(number))
            {
                return _ids[number % Window];
            }
        }

        int slot = _count % Window;
        _signature.CopyTo(_signatures.AsSpan(slot * Bins));
        _ids[slot] = id;
        // Two thousand million documents are numbered before the numbers end; then the index starts anew.
        _count = _count == int.MaxValue - 1 ? Restart() : _count + 1;
        foreach (int place in places)
        {
            _buckets[place] = _count;
        }

        return null;
    }

    private int Restart()
    {
        Array.Clear(_buckets);
        return 1;
    }

    private int Place(int band)
    {
        uint key = BinaryPrimitives.ReadUInt32LittleEndian(_signature.AsSpan(band * BandRows));
        return (band * Buckets) + (int)(Mix(key + ((ulong)band << 40)) & (Buckets - 1));
    }

    private bool IsLike(int number)
    {
        ReadOnlySpan<byte> other = _signatures.AsSpan(number % Window * Bins, Bins);
        int equal = 0;
        for (int i = 0; i < Bins; i++)
        {
            equal += other[i] == _signature[i] ? 1 : 0;
        }

        return equal >= EqualBins;
    }

    private bool Measure(string text)
    {
        Array.Fill(_minima, ulong.MaxValue);
        ulong first = 0;
        ulong second = 0;
        ulong word = 0;
        int words = 0;
        foreach (char c in text)
        {
            // Case, punctuation and white space are what editors change.
            if (char.IsLetterOrDigit(c))
            {
                word = (word ^ (c < 0x80 ? (uint)(c | 0x20) : char.ToLowerInvariant(c))) * 0x100000001B3UL;
                continue;
            }

            if (word != 0)
            {
                Add(first, second, word, ref words);
                (first, second, word) = (second, word, 0);
            }
        }

        if (word != 0)
        {
            Add(first, second, word, ref words);
        }

        if (words < MinWords)
        {
            return false;
        }

        Fill();
        for (int i = 0; i < Bins; i++)
        {
            // Eight bits of each minimum: two different ones agree by chance once in 256.
            _signature[i] = (byte)(_minima[i] >> 8);
        }

        return true;
    }

    private void Add(ulong first, ulong second, ulong third, ref int words)
    {
        if (++words < 3)
        {
            return;
        }

        ulong hash = Mix((first * 0x9E3779B97F4A7C15UL) + (second * 0xC2B2AE3D27D4EB4FUL) + third);
        int bin = (int)(hash >> 58);
        _minima[bin] = Math.Min(_minima[bin], hash);
    }

    // A bin without a sequence takes that of the next bin that has one, mixed with the distance.
    private void Fill()
    {
        for (int i = 0; i < Bins; i++)
        {
            for (int step = 1; _minima[i] == ulong.MaxValue && step < Bins; step++)
            {
                ulong next = _minima[(i + step) % Bins];
                // Only minima of their own may be lent, so that the result does not depend on the order.
                if (next != ulong.MaxValue && (int)(next >> 58) == (i + step) % Bins)
                {
                    _minima[i] = Mix(next + (ulong)step) & 0x03FFFFFFFFFFFFFFUL | (ulong)((i + 1) % Bins) << 58;
                }
            }
        }
    }

    private static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCDUL;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53UL;
        return value ^ (value >> 33);
    }
}
