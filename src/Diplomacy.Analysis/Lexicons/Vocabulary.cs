using System.Runtime.CompilerServices;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// The forms an analyzer knows, each with a small number (its lexeme id). Stages intern what they look for while the
/// analyzer is built; then the vocabulary is frozen and read by any number of threads. Id 0 means "unknown".
/// Memory does not grow with the corpus: words met in texts are never added.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongestForm = 64;

    private string[] _forms = new string[1 << 14];
    private uint[] _hashes = new uint[1 << 14];
    private int[] _lower = new int[1 << 14];

    // A word of a text is found by two fetches from memory: its slot, and its letters, which stand behind their number.
    private char[] _letters = new char[1 << 17];
    private int _lettersEnd;
    private Slot[] _slots = [];
    private int _count = 1;
    private bool _frozen;

    public Vocabulary()
    {
        _forms[0] = "";
        Rehash(1 << 16);
    }

    /// <summary>Number of ids in use, the unknown one included; valid ids are below it.</summary>
    public int Count => _count;

    /// <summary>Makes the vocabulary read-only. Called once, by the builder.</summary>
    public void Freeze() => _frozen = true;

    /// <summary>The form with this id.</summary>
    public string Text(int id) => _forms[id];

    /// <summary>The stable hash of a form; what it adds to models must not depend on the order of interning.</summary>
    public uint HashOf(int id) => _hashes[id];

    /// <summary>Id of the lower-case form of the form with this id.</summary>
    public int LowerOf(int id) => _lower[id];

    /// <summary>The id of <paramref name="form"/>, giving it one where it has none. Only while the analyzer is built.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary is frozen.</exception>
    public int Intern(ReadOnlySpan<char> form)
    {
        uint hash = StableHash.Of(form);
        int id = Find(form, hash);
        if (id != 0 || form.IsEmpty)
        {
            return id;
        }

        if (_frozen)
        {
            throw new InvalidOperationException($"The vocabulary is frozen; intern '{form}' while the analyzer is built.");
        }

        if (_count == _forms.Length)
        {
            Array.Resize(ref _forms, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
            Array.Resize(ref _lower, _count * 2);
        }

        id = _count++;
        string text = form.ToString();
        _forms[id] = text;
        _hashes[id] = hash;
        if (_count * 2 > _slots.Length)
        {
            Rehash(_slots.Length * 2);
        }

        Insert(new Slot { Hash = hash, Id = id, Letters = Keep(text) });
        string lower = text.ToLowerInvariant();

        // First the id, then the place: interning may move the table to a larger one.
        int small = lower == text ? id : Intern(lower);
        _lower[id] = small;
        _slots[SlotOf(form, hash)].Lower = small;
        return id;
    }

    /// <summary>The id of <paramref name="form"/>, or 0.</summary>
    public int Find(ReadOnlySpan<char> form) => Find(form, StableHash.Of(form));

    /// <summary>The id of <paramref name="form"/>, whose hash is already known, or 0.</summary>
    public int Find(ReadOnlySpan<char> form, uint hash) => _slots[SlotOf(form, hash)].Id;

    /// <summary>The same; also gives the id of the lower-case form, 0 where the form is not known.</summary>
    public int Find(ReadOnlySpan<char> form, uint hash, out int lower)
    {
        ref readonly Slot slot = ref _slots[SlotOf(form, hash)];
        lower = slot.Lower;
        return slot.Id;
    }

    /// <summary>The id of the lower-case form of <paramref name="form"/>, or 0. Does not allocate.</summary>
    public int FindLower(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[LongestForm];
        int length = form.ToLowerInvariant(lower);
        return Find(lower[..length]);
    }

    /// <summary>The id of the lower-case form of <paramref name="form"/>, whose hash is already known, or 0.</summary>
    public int FindLower(ReadOnlySpan<char> form, uint hash)
    {
        int mask = _slots.Length - 1;
        for (int at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref readonly Slot slot = ref _slots[at];
            if (slot.Id == 0 || (slot.Hash == hash && IsLowerOf(form, LettersOf(slot))))
            {
                return slot.Id;
            }
        }
    }

    private static bool IsLowerOf(ReadOnlySpan<char> form, ReadOnlySpan<char> lower)
    {
        if (form.Length != lower.Length)
        {
            return false;
        }

        for (int i = 0; i < form.Length; i++)
        {
            if (char.ToLowerInvariant(form[i]) != lower[i])
            {
                return false;
            }
        }

        return true;
    }

    // Where a form is, or the empty slot where its search ends.
    private int SlotOf(ReadOnlySpan<char> form, uint hash)
    {
        int mask = _slots.Length - 1;
        for (int at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref readonly Slot slot = ref _slots[at];
            if (slot.Id == 0 || (slot.Hash == hash && form.SequenceEqual(LettersOf(slot))))
            {
                return at;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<char> LettersOf(in Slot slot) => _letters.AsSpan(slot.Letters + 1, _letters[slot.Letters]);

    private int Keep(string text)
    {
        int at = _lettersEnd;
        _lettersEnd += text.Length + 1;
        if (_lettersEnd > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(_lettersEnd, _letters.Length * 2));
        }

        _letters[at] = checked((char)text.Length);
        text.CopyTo(_letters.AsSpan(at + 1));
        return at;
    }

    private void Rehash(int size)
    {
        Slot[] old = _slots;
        _slots = new Slot[size];
        foreach (ref readonly Slot slot in old.AsSpan())
        {
            if (slot.Id != 0)
            {
                Insert(slot);
            }
        }
    }

    private void Insert(in Slot entry)
    {
        int mask = _slots.Length - 1;
        int at = (int)entry.Hash & mask;
        while (_slots[at].Id != 0)
        {
            at = (at + 1) & mask;
        }

        _slots[at] = entry;
    }

    private struct Slot
    {
        public uint Hash;
        public int Id;
        public int Lower;
        public int Letters;
    }
}
