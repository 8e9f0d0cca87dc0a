using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>Working memory of the recogniser for one stretch of text; lives with the context and is reused.</summary>
internal sealed class NameScratch
{
    private const int Slots = 2048;
    private const int LongestForm = 24;

    private readonly Slot[] _slots = new Slot[Slots];
    private EntityRecognizer? _owner;
    private NameFacts _loose;
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

    /// <summary>Starts a document; what another recogniser left is forgotten.</summary>
    public void Begin(EntityRecognizer owner)
    {
        if (_owner != owner)
        {
            _owner = owner;
            Array.Clear(_slots);
        }
    }

    /// <summary>
    /// The facts of a form met before, or, where it is not <paramref name="found"/>, the place to write them to. They are the
    /// same each time, so it does not matter which are kept; valid until the next call.
    /// </summary>
    public ref NameFacts FactsOf(ReadOnlySpan<char> form, uint hash, out bool found)
    {
        ref Slot slot = ref _slots[(int)hash & (Slots - 1)];
        found = slot.Hash == hash && form.SequenceEqual(slot.Text);
        if (found)
        {
            return ref slot.Facts;
        }

        if (form.Length > LongestForm)
        {
            return ref _loose;
        }

        slot.Hash = hash;
        slot.Length = form.Length;
        form.CopyTo(slot.Form);
        return ref slot.Facts;
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

    [InlineArray(LongestForm)]
    private struct Letters
    {
        private char _first;
    }

    private struct Slot
    {
        public uint Hash;
        public int Length;
        public Letters Form;
        public NameFacts Facts;

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public readonly ReadOnlySpan<char> Text => ((ReadOnlySpan<char>)Form)[..Length];
    }
}
