using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// Working memory of the tagger, kept from document to document: facts and sums of the words met last, so that a name said
/// twenty times is looked up once. What it holds never changes a tag: a word found here has the numbers it would get anew.
/// </summary>
internal sealed class TagScratch
{
    private const int Slots = 16384;
    private const int LongestForm = 24;

    private readonly Buffer<int> _words = new(128);
    private readonly Buffer<WordFacts> _facts = new(128);
    private readonly Slot[] _slots = new Slot[Slots];
    private readonly WordFacts[] _slotFacts = new WordFacts[Slots];
    private PosTagger? _owner;
    private int _sentence;

    /// <summary>Sums of the words in the slots, as <see cref="PosTagger"/> keeps those of its own words.</summary>
    public WordSums Sums { get; } = new(Slots * PosTagger.SumsOfWord);

    /// <summary>Room for the sums of a word that has no place.</summary>
    public WordSums Room { get; } = new(PosTagger.SumsOfWord);

    /// <summary>Starts a document; what another tagger left is forgotten.</summary>
    public void Begin(PosTagger owner)
    {
        if (_owner != owner)
        {
            _owner = owner;
            Array.Clear(_slots);
        }
    }

    /// <summary>Room for the words of a sentence with a border on both sides, and for the facts of those that have no other place.</summary>
    public void Start(int words, out Span<int> places, out Span<WordFacts> facts)
    {
        _sentence++;
        _words.Clear();
        _words.Resize(words + (2 * PosTagger.Border));
        _facts.Clear();
        _facts.Resize(words);
        places = _words.Span;
        facts = _facts.Span;
    }

    /// <summary>
    /// The slot of a form; -1 where it can have none, because it is too long or another word of the sentence is there. A slot
    /// that is not <paramref name="found"/> waits for its <see cref="Facts"/>.
    /// </summary>
    public int Take(ReadOnlySpan<char> form, uint hash, SentenceCase letterCase, bool first, out bool found)
    {
        byte use = (byte)(((int)letterCase << 1) | (first ? 1 : 0));
        int at = (int)((hash >> 8) + (use * 977u)) & (Slots - 1);
        found = _slots[at].Holds(form, hash, use);
        if (!found)
        {
            // There are two slots to choose from; of two other words the one met last stays.
            int other = at ^ 1;
            found = _slots[other].Holds(form, hash, use);
            at = found || _slots[other].Sentence < _slots[at].Sentence ? other : at;
        }

        ref Slot slot = ref _slots[at];
        if (!found)
        {
            if (slot.Sentence == _sentence || form.Length > LongestForm)
            {
                return -1;
            }

            slot.Hash = hash;
            slot.Use = use;
            slot.Length = (byte)form.Length;
            slot.Filled = 0;
            form.CopyTo(slot.Form);
        }

        slot.Sentence = _sentence;
        return at;
    }

    /// <summary>The facts in a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref WordFacts Facts(int slot) => ref _slotFacts[slot];

    /// <summary>The only tag of the word in a slot; it stands beside the form, so that the facts need not be fetched for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PennTag Only(int slot) => ref _slots[slot].Only;

    /// <summary>Whether a sum of the word in a slot is still to be made; it counts as made from now on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEmpty(int slot, int part)
    {
        ref byte filled = ref _slots[slot].Filled;
        bool empty = (filled & (1 << part)) == 0;
        filled |= (byte)(1 << part);
        return empty;
    }

    [InlineArray(LongestForm)]
    private struct Letters
    {
        private char _first;
    }

    private struct Slot
    {
        public uint Hash;
        public int Sentence;
        public byte Length;
        public byte Use;
        public byte Filled;
        public PennTag Only;
        public Letters Form;

        public readonly bool Holds(ReadOnlySpan<char> form, uint hash, byte use) => Hash == hash && Use == use && form.SequenceEqual(((ReadOnlySpan<char>)Form)[..Length]);
    }
}
