using System.Runtime.CompilerServices;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// A configuration of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez, Satta 2011) without a root node: a stack, a
/// buffer, and the arcs made so far. The last token left on the stack is the root, so every run ends in one projective
/// tree after exactly <c>2n - 1</c> moves, whatever the scores say. Token numbers count from the start of the sentence.
/// </summary>
internal sealed class ArcHybridState
{
    private int[] _stack = [];

    /// <summary>Longest run of tokens that <see cref="Reset"/> makes room for at first.</summary>
    public ArcHybridState(int capacity = 256) => Grow(capacity);

    /// <summary>Number of tokens of the sentence.</summary>
    public int Length { get; private set; }

    /// <summary>The first token of the buffer; <see cref="Length"/> where the buffer is empty.</summary>
    public int Buffer { get; private set; }

    /// <summary>Number of tokens on the stack.</summary>
    public int Depth { get; private set; }

    /// <summary>For each token its head, -1 where it has none (yet).</summary>
    public int[] Heads { get; private set; } = [];

    /// <summary>For each token with a head the relation.</summary>
    public byte[] Relations { get; private set; } = [];

    /// <summary>For each token its outermost child to the left, -1 where there is none.</summary>
    public int[] LeftChild { get; private set; } = [];

    /// <summary>For each token its outermost child to the right, -1 where there is none.</summary>
    public int[] RightChild { get; private set; } = [];

    /// <summary>For each token the number of its children to the left.</summary>
    public byte[] LeftValency { get; private set; } = [];

    /// <summary>For each token the number of its children to the right.</summary>
    public byte[] RightValency { get; private set; } = [];

    /// <summary>For each token the first token of what depends on it, itself included.</summary>
    public int[] SubtreeFirst { get; private set; } = [];

    /// <summary>For each token the last token of what depends on it, itself included.</summary>
    public int[] SubtreeLast { get; private set; } = [];

    /// <summary>Whether the tree is complete.</summary>
    public bool Done => Buffer >= Length && Depth <= 1;

    public bool CanShift => Buffer < Length;

    public bool CanLeft => Depth >= 1 && Buffer < Length;

    public bool CanRight => Depth >= 2;

    /// <summary>The token <paramref name="depth"/> places below the top of the stack, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Stack(int depth) => depth < Depth ? _stack[Depth - 1 - depth] : -1;

    /// <summary>The token <paramref name="ahead"/> places behind the first of the buffer, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Ahead(int ahead) => Buffer + ahead < Length ? Buffer + ahead : -1;

    /// <summary>Starts a sentence of <paramref name="length"/> tokens.</summary>
    public void Reset(int length)
    {
        if (length > _stack.Length)
        {
            Grow(Math.Max(length, _stack.Length * 2));
        }

        Length = length;
        Buffer = 0;
        Depth = 0;
        Heads.AsSpan(0, length).Fill(-1);
        Relations.AsSpan(0, length).Clear();
        LeftChild.AsSpan(0, length).Fill(-1);
        RightChild.AsSpan(0, length).Fill(-1);
        LeftValency.AsSpan(0, length).Clear();
        RightValency.AsSpan(0, length).Clear();
        for (int i = 0; i < length; i++)
        {
            SubtreeFirst[i] = i;
            SubtreeLast[i] = i;
        }
    }

    /// <summary>Moves the first token of the buffer onto the stack.</summary>
    public void Shift() => _stack[Depth++] = Buffer++;

    /// <summary>Makes the first token of the buffer the head of the top of the stack, which is done with.</summary>
    public void Left(DependencyRelation relation)
    {
        int child = _stack[--Depth];
        Heads[child] = Buffer;
        Relations[child] = (byte)relation;
        SubtreeFirst[Buffer] = Math.Min(SubtreeFirst[Buffer], SubtreeFirst[child]);
        LeftChild[Buffer] = child;
        LeftValency[Buffer] += (byte)(LeftValency[Buffer] == byte.MaxValue ? 0 : 1);
    }

    /// <summary>Makes the second token of the stack the head of its top, which is done with.</summary>
    public void Right(DependencyRelation relation)
    {
        int child = _stack[--Depth];
        int head = _stack[Depth - 1];
        Heads[child] = head;
        Relations[child] = (byte)relation;
        SubtreeLast[head] = Math.Max(SubtreeLast[head], SubtreeLast[child]);
        RightChild[head] = child;
        RightValency[head] += (byte)(RightValency[head] == byte.MaxValue ? 0 : 1);
    }

    private void Grow(int capacity)
    {
        _stack = new int[capacity];
        Heads = new int[capacity];
        Relations = new byte[capacity];
        LeftChild = new int[capacity];
        RightChild = new int[capacity];
        LeftValency = new byte[capacity];
        RightValency = new byte[capacity];
        SubtreeFirst = new int[capacity];
        SubtreeLast = new int[capacity];
    }
}
