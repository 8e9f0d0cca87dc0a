using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// A phrase dictionary: a trie over lexeme ids in one open-addressed table, with an integer payload a phrase.
/// Each phrase says whether case counts; a phrase of either sort is found in the same walk. Longest match from a given
/// token; scanning from left to right and jumping behind each match gives leftmost-longest.
/// </summary>
internal sealed class PhraseTrie
{
    private long[] _keys = new long[1 << 10];
    private int[] _targets = new int[1 << 10];
    private int[] _payloads = new int[256];

    // A bit for each label that begins a phrase: most words of a text begin none, and need not be looked for.
    private ulong[] _first = new ulong[64];
    private int _edges;
    private int _nodes = 1;

    public PhraseTrie() => Array.Fill(_payloads, -1);

    /// <summary>
    /// Adds a phrase of token forms. Exact phrases must be given as they stand in text; the others in lower case.
    /// A later payload replaces an earlier one for the same phrase; <see cref="Find"/> tells which is there.
    /// </summary>
    public void Add(ReadOnlySpan<int> lexemes, bool exact, int payload)
    {
        if (lexemes.IsEmpty)
        {
            return;
        }

        int first = Label(lexemes[0], exact);
        if (first >> 6 >= _first.Length)
        {
            Array.Resize(ref _first, Math.Max((first >> 6) + 1, _first.Length * 2));
        }

        _first[first >> 6] |= 1UL << first;
        int node = 0;
        foreach (int lexeme in lexemes)
        {
            node = Child(node, Label(lexeme, exact), create: true);
        }

        _payloads[node] = payload;
    }

    /// <summary>The payload of exactly this phrase, or -1.</summary>
    public int Find(ReadOnlySpan<int> lexemes, bool exact)
    {
        int node = 0;
        foreach (int lexeme in lexemes)
        {
            node = Child(node, Label(lexeme, exact), create: false);
            if (node < 0)
            {
                return -1;
            }
        }

        return _payloads[node];
    }

    /// <summary>
    /// The longest phrase that starts at token <paramref name="at"/> and ends before <paramref name="end"/>; an exact
    /// phrase wins over a folded one of the same length. Gives the payload, or -1, and the number of tokens.
    /// </summary>
    public int Match(ReadOnlySpan<Token> tokens, int at, int end, out int length)
    {
        length = 0;
        int best = -1;
        if (at >= end)
        {
            return best;
        }

        int exact = Begins(Label(tokens[at].Lexeme, exact: true)) ? 0 : -1;
        int folded = Begins(Label(tokens[at].Lower, exact: false)) ? 0 : -1;
        if ((exact & folded) < 0)
        {
            return best;
        }

        for (int i = at; i < end; i++)
        {
            exact = exact < 0 || tokens[i].Lexeme == 0 ? -1 : Child(exact, Label(tokens[i].Lexeme, exact: true), create: false);
            folded = folded < 0 || tokens[i].Lower == 0 ? -1 : Child(folded, Label(tokens[i].Lower, exact: false), create: false);
            if (folded > 0 && _payloads[folded] >= 0)
            {
                best = _payloads[folded];
                length = i + 1 - at;
            }

            if (exact > 0 && _payloads[exact] >= 0)
            {
                best = _payloads[exact];
                length = i + 1 - at;
            }

            if (exact < 0 && folded < 0)
            {
                break;
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Begins(int label) => (uint)(label >> 6) < (uint)_first.Length && (_first[label >> 6] & (1UL << label)) != 0;

    private static int Label(int lexeme, bool exact) => (lexeme << 1) | (exact ? 1 : 0);

    private int Child(int node, int label, bool create)
    {
        long key = ((long)node << 32) | (uint)label;
        int mask = _keys.Length - 1;
        int slot = (int)StableHash.Combine((uint)node, (uint)label) & mask;
        for (; _keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key)
            {
                return _targets[slot];
            }
        }

        if (!create)
        {
            return -1;
        }

        int child = _nodes++;
        if (child == _payloads.Length)
        {
            Array.Resize(ref _payloads, child * 2);
            Array.Fill(_payloads, -1, child, child);
        }

        _keys[slot] = key;
        _targets[slot] = child;
        if (++_edges * 2 > _keys.Length)
        {
            Grow();
        }

        return child;
    }

    private void Grow()
    {
        (long[] keys, int[] targets) = (_keys, _targets);
        _keys = new long[keys.Length * 2];
        _targets = new int[keys.Length * 2];
        int mask = _keys.Length - 1;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
            {
                continue;
            }

            int slot = (int)StableHash.Combine((uint)(keys[i] >> 32), (uint)keys[i]) & mask;
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _keys[slot] = keys[i];
            _targets[slot] = targets[i];
        }
    }
}
