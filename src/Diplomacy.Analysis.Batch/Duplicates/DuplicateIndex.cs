using System.Buffers.Binary;
using System.Numerics;

namespace Diplomacy.Analysis.Batch.Duplicates;

/// <summary>
/// Finds near-copies among the last documents: sets of three-word sequences are compared by 64 minima of one hash
/// function (one-permutation MinHash), looked up by 16 bands of four. Time is linear in the text and memory is fixed,
/// however large the corpus and however long its ids: an original that lies more than <see cref="Window"/> documents
/// back is forgotten.
/// </summary>
internal sealed class DuplicateIndex
{
    /// <summary>Documents that are remembered: about a day of the world's news.</summary>
    public const int Window = 1 << 18;

    private const int Bins = 64;
    private const int BandRows = 4;
    private const int Bands = Bins / BandRows;
    private const int Buckets = 1 << 18;

    // Room for the ids of all remembered documents where they have 32 characters on average; longer ones push out older.
    private const int IdRoom = 32 * Window;

    // Four bits are kept of each minimum, so that two different ones agree by chance once in sixteen. What both must have
    // in common is 0.7 of all sequences in both, measured with an error of 0.06.
    private const int EqualBins = 46;
    private const int KeptBits = 4;
    private const int Words = Bins * KeptBits / 64;

    // Fewer words say too little: "No comment." is no copy of "No comment.".
    private const int MinWords = 30;

    // Letters of ASCII in lower case and digits; 0 for what is neither.
    private static readonly byte[] Folded = [.. Enumerable.Range(0, 0x80).Select(c => char.IsLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : (byte)0)];

    private readonly int[] _buckets = new int[Bands * Buckets];
    private readonly ulong[] _signatures = new ulong[Window * Words];

    // The ids one behind the other, round and round; starts count over all documents.
    private readonly char[] _ids = new char[IdRoom];
    private readonly (long Start, int Length)[] _idPlaces = new (long, int)[Window];
    private readonly ulong[] _minima = new ulong[Bins];
    private readonly byte[] _signature = new byte[Bins];
    private readonly ulong[] _kept = new ulong[Words];
    private long _idEnd;
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
            if (number >= 0 && number > _count - Window && IsLike(number) && IdOf(number) is { } original)
            {
                return original;
            }
        }

        // Two thousand million documents are numbered before the numbers end; then the index starts anew.
        if (_count == int.MaxValue)
        {
            Array.Clear(_buckets);
            _count = 0;
        }

        int slot = _count % Window;
        _kept.CopyTo(_signatures.AsSpan(slot * Words));
        Remember(slot, id);
        _count++;
        foreach (int place in places)
        {
            _buckets[place] = _count;
        }

        return null;
    }

    private void Remember(int slot, ReadOnlySpan<char> id)
    {
        _idPlaces[slot] = (_idEnd, id.Length);
        if (id.Length <= IdRoom)
        {
            int at = (int)(_idEnd % IdRoom);
            int first = Math.Min(id.Length, IdRoom - at);
            id[..first].CopyTo(_ids.AsSpan(at));
            id[first..].CopyTo(_ids);
        }

        _idEnd += id.Length;
    }

    /// <summary>The id of a document of the window, or null where ids that came later, or its own length, took its room.</summary>
    private string? IdOf(int number)
    {
        (long start, int length) = _idPlaces[number % Window];
        if (start < _idEnd - IdRoom)
        {
            return null;
        }

        int at = (int)(start % IdRoom);
        int first = Math.Min(length, IdRoom - at);
        return string.Concat(_ids.AsSpan(at, first), _ids.AsSpan(0, length - first));
    }

    private int Place(int band)
    {
        uint key = BinaryPrimitives.ReadUInt32LittleEndian(_signature.AsSpan(band * BandRows));
        return (band * Buckets) + (int)(Mix(key + ((ulong)band << 40)) & (Buckets - 1));
    }

    private bool IsLike(int number)
    {
        ReadOnlySpan<ulong> other = _signatures.AsSpan(number % Window * Words, Words);
        int equal = Bins;
        for (int i = 0; i < Words; i++)
        {
            ulong differing = other[i] ^ _kept[i];
            differing |= differing >> 2;
            differing |= differing >> 1;
            equal -= BitOperations.PopCount(differing & 0x1111_1111_1111_1111UL);
        }

        return equal >= EqualBins;
    }

    private bool Measure(string text)
    {
        Array.Fill(_minima, ulong.MaxValue);
        ReadOnlySpan<byte> folded = Folded;
        ulong first = 0;
        ulong second = 0;
        ulong word = 0;
        int words = 0;
        foreach (char c in text)
        {
            // Case, punctuation and white space are what editors change.
            uint letter = c < folded.Length ? folded[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : 0u;
            if (letter != 0)
            {
                word = BitOperations.RotateLeft(word, 7) + letter;
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
        Array.Clear(_kept);
        for (int i = 0; i < Bins; i++)
        {
            _signature[i] = (byte)(_minima[i] >> 8);
            _kept[i * KeptBits / 64] |= (ulong)(_signature[i] & ((1 << KeptBits) - 1)) << (i * KeptBits % 64);
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
