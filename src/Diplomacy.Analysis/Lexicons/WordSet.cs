using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// A set of words, asked in one array read: a bit for each lexeme id. Made from a blank-separated list while the
/// analyzer is built; matches the lower-case form of a token.
/// </summary>
internal sealed class WordSet
{
    private ulong[] _bits = [];

    /// <summary>Makes the set of the blank-separated <paramref name="words"/> (written in lower case).</summary>
    public WordSet(Vocabulary vocabulary, string words)
    {
        foreach (string word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Add(vocabulary.Intern(word));
        }
    }

    public void Add(int id)
    {
        if (id >> 6 >= _bits.Length)
        {
            Array.Resize(ref _bits, (id >> 6) + 16);
        }

        _bits[id >> 6] |= 1UL << id;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int id)
    {
        ulong[] bits = _bits;
        return (uint)(id >> 6) < (uint)bits.Length && (bits[id >> 6] >> id & 1) != 0;
    }

    /// <summary>Whether the lower-case form of <paramref name="token"/> is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(in Token token) => Contains(token.Lower);
}
