using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>Working memory of the recogniser for one stretch of text; lives with the context and is reused.</summary>
internal sealed class NameScratch
{
    /// <summary>The place of <see cref="EntityFeatures.Edge"/>.</summary>
    public const ushort EdgePlace = Slots + 1;

    /// <summary>Sums of a word: its own features, those as the word before, those as the word behind.</summary>
    public const int OwnSum = 0, BeforeSum = 1, AfterSum = 2;

    private const int Slots = 16384;
    private const int Tries = 4;
    private const int LongestForm = 24;
    private const int SumsOfWord = 3;

    // A sum is a line of 32 numbers of 16 bits.
    private const int SumWidth = AlignedBytes.Line / sizeof(short);

    // Slot n holds the word of place n + 1; place 0 is for words that have none.
    private readonly uint[] _hashes = new uint[Slots];
    private readonly int[] _stretches = new int[Slots];
    private readonly Letters[] _forms = new Letters[Slots];
    private readonly NameFacts[] _facts = new NameFacts[Slots + 1];
    private readonly byte[] _made = new byte[Slots + 2];
    private readonly AlignedBytes _sums = new((Slots + 2) * SumsOfWord * AlignedBytes.Line);
    private EntityRecognizer? _owner;
    private int _stretch;
    private NameFacts[] _words = [];
    private NameVotes[] _votes = [];
    private byte[] _labels = [];
    private int[] _scores = [];
    private byte[] _back = [];
    private int[] _places = [];

    /// <summary>Words with edges between the sentences.</summary>
    public Span<NameFacts> Words => _words;

    /// <summary>Votes, parallel to <see cref="Words"/>.</summary>
    public Span<NameVotes> Votes => _votes;

    /// <summary>Labels, parallel to <see cref="Words"/>.</summary>
    public Span<byte> Labels => _labels;

    /// <summary>For each word its row of <see cref="Scores"/>, or -1 where it is no candidate.</summary>
    public Span<int> Rows => _places;

    /// <summary>Rows of label scores.</summary>
    public Span<int> Scores => _scores;

    /// <summary>Rows of back pointers of the search.</summary>
    public Span<byte> Back => _back;

    public NameMemory Memory { get; } = new();

    /// <summary>Sentences of the stretch: where each begins in <see cref="Words"/>, behind its edge, and its length.</summary>
    public Pipeline.Buffer<(int Start, int Length, int Token, SentenceCase Case)> Pieces { get; } = new();

    /// <summary>Starts a stretch of a document; what another recogniser left is forgotten.</summary>
    public void Begin(EntityRecognizer owner)
    {
        if (_owner != owner)
        {
            _owner = owner;
            Array.Clear(_hashes);
            Array.Clear(_forms);
            Array.Clear(_made);
        }

        _stretch++;
    }

    /// <summary>
    /// The place of a form; what it holds is the same each time, so it does not matter which are kept. Where it is not
    /// <paramref name="found"/>, its <see cref="Facts"/> wait to be written. 0, whose facts last until the next call, where
    /// the form is too long or its places belong to other words of the stretch.
    /// </summary>
    public ushort PlaceOf(ReadOnlySpan<char> form, uint hash, out bool found)
    {
        int oldest = -1;
        for (uint i = 0; i < Tries; i++)
        {
            int at = (int)(hash + i) & (Slots - 1);
            if (_hashes[at] == hash && form.SequenceEqual(_forms[at].Text(form.Length)))
            {
                _stretches[at] = _stretch;
                found = true;
                return (ushort)(at + 1);
            }

            oldest = oldest < 0 || _stretches[at] < _stretches[oldest] ? at : oldest;
        }

        found = false;
        if (_stretches[oldest] == _stretch || form.Length >= LongestForm)
        {
            return 0;
        }

        _hashes[oldest] = hash;
        _stretches[oldest] = _stretch;
        _forms[oldest].Set(form);
        _made[oldest + 1] = 0;
        return (ushort)(oldest + 1);
    }

    /// <summary>The facts at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref NameFacts Facts(int place) => ref _facts[place];

    /// <summary>Adds a sum of the word at <paramref name="place"/> to <paramref name="scores"/>, unless it is still to be made.</summary>
    public bool TryAdd(int place, int part, Span<int> scores)
    {
        if ((_made[place] & (1 << part)) == 0)
        {
            return false;
        }

        ref short line = ref Unsafe.As<byte, short>(ref _sums.At(((place * SumsOfWord) + part) * AlignedBytes.Line));
        ref int target = ref MemoryMarshal.GetReference(scores[..SumWidth]);
        for (nuint at = 0; at < SumWidth; at += 8)
        {
            (Vector256.LoadUnsafe(ref target, at) + Vector256.WidenLower(Vector128.LoadUnsafe(ref line, at).ToVector256Unsafe())).StoreUnsafe(ref target, at);
        }

        return true;
    }

    /// <summary>Keeps a sum of the word at <paramref name="place"/>, where it has one and the numbers fit.</summary>
    public void Keep(int place, int part, ReadOnlySpan<int> sum)
    {
        if (place == 0 || sum.ContainsAnyExceptInRange(short.MinValue, short.MaxValue) || sum.Length > SumWidth)
        {
            return;
        }

        Span<short> line = MemoryMarshal.Cast<byte, short>(_sums.Span.Slice(((place * SumsOfWord) + part) * AlignedBytes.Line, AlignedBytes.Line));
        for (int i = 0; i < sum.Length; i++)
        {
            line[i] = (short)sum[i];
        }

        line[sum.Length..].Clear();
        _made[place] |= (byte)(1 << part);
    }

    /// <summary>Makes room for words (edges included).</summary>
    public void Size(int words)
    {
        if (_words.Length < words)
        {
            int size = words + (words >> 1);
            _words = new NameFacts[size];
            _votes = new NameVotes[size];
            _labels = new byte[size];
            _places = new int[size];
        }
    }

    /// <summary>Makes room for rows of scores; what is in them stays.</summary>
    public void SizeRows(int rows, int stride)
    {
        if (_scores.Length < rows * stride)
        {
            Array.Resize(ref _scores, Math.Max(rows * stride, _scores.Length * 2));
            _back = new byte[_scores.Length];
        }
    }

    // A form of up to 23 characters behind their number.
    [InlineArray(LongestForm)]
    private struct Letters
    {
        private char _length;

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public readonly ReadOnlySpan<char> Text(int length) => _length == length ? ((ReadOnlySpan<char>)this).Slice(1, length) : default;

        public void Set(ReadOnlySpan<char> form)
        {
            _length = (char)form.Length;
            form.CopyTo(((Span<char>)this)[1..]);
        }
    }
}
