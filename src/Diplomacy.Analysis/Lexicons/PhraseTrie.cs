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
    private Edge[] _edges = new Edge[1 << 10];
    private Node[] _nodes = new Node[256];

    // A bit for each label that begins a phrase: most words of a text begin none, and need not be looked for.
    private ulong[] _first = new ulong[64];
    private int _edgeCount;
    private int _nodeCount = 1;

    public PhraseTrie() => Array.Fill(_nodes, Node.Empty);

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

        _nodes[node].Payload = payload;
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

        return _nodes[node].Payload;
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
            exact = exact < 0 || tokens[i].Lexeme == 0 ? -1 : Next(exact, Label(tokens[i].Lexeme, exact: true));
            folded = folded < 0 || tokens[i].Lower == 0 ? -1 : Next(folded, Label(tokens[i].Lower, exact: false));
            if (folded > 0 && _nodes[folded].Payload >= 0)
            {
                best = _nodes[folded].Payload;
                length = i + 1 - at;
            }

            if (exact > 0 && _nodes[exact].Payload >= 0)
            {
                best = _nodes[exact].Payload;
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

    // Most words that follow the first one of a phrase do not go on with it, which the node tells without a look at the edges.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(int node, int label) => (_nodes[node].Labels & LabelBit(label)) == 0 ? -1 : Child(node, label, create: false);

    private int Child(int node, int label, bool create)
    {
        long key = ((long)node << 32) | (uint)label;
        int mask = _edges.Length - 1;
        int slot = (int)StableHash.Combine((uint)node, (uint)label) & mask;
        for (; _edges[slot].Key != 0; slot = (slot + 1) & mask)
        {
            if (_edges[slot].Key == key)
            {
                return _edges[slot].Target;
            }
        }

        if (!create)
        {
            return -1;
        }

        int child = _nodeCount++;
        if (child == _nodes.Length)
        {
            Array.Resize(ref _nodes, child * 2);
            Array.Fill(_nodes, Node.Empty, child, child);
        }

        _nodes[node].Labels |= LabelBit(label);
        _edges[slot] = new Edge(key, child);
        if (++_edgeCount * 2 > _edges.Length)
        {
            Grow();
        }

        return child;
    }

    private static uint LabelBit(int label) => 1u << (int)(((uint)label * 0x9E3779B1u) >> 27);

    private void Grow()
    {
        Edge[] edges = _edges;
        _edges = new Edge[edges.Length * 2];
        int mask = _edges.Length - 1;
        foreach (Edge edge in edges)
        {
            if (edge.Key == 0)
            {
                continue;
            }

            int slot = (int)StableHash.Combine((uint)(edge.Key >> 32), (uint)edge.Key) & mask;
            while (_edges[slot].Key != 0)
            {
                slot = (slot + 1) & mask;
            }

            _edges[slot] = edge;
        }
    }

    // From a node by a label to a node; a key of 0 is an empty place.
    private readonly record struct Edge(long Key, int Target);

    // The payload of the phrase that ends here, or -1, and a bit for each label that goes on, of 32 that share them.
    private struct Node
    {
        public static readonly Node Empty = new() { Payload = -1 };

        public int Payload;
        public uint Labels;
    }
}
