using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>Collects hashed features; each template has a number, so that equal values of two templates differ.</summary>
internal ref struct FeatureSink(Span<uint> room)
{
    /// <summary>Room that the features of one token need at most.</summary>
    public const int Most = 192;

    private readonly Span<uint> _room = room;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Features => _room[..Count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a) => Put(StableHash.Combine(template * 0x9E3779B1u, a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a, uint b) => Put(StableHash.Combine(StableHash.Combine(template * 0x9E3779B1u, a), b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a, uint b, uint c) => Put(StableHash.Combine(StableHash.Combine(StableHash.Combine(template * 0x9E3779B1u, a), b), c));

    // 0 marks an empty slot in weight tables.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(uint hash) => _room[Count++] = hash | (hash == 0 ? 1u : 0u);
}
