using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// The one string hash of the library: FNV-1a over UTF-16 code units with a final avalanche. The same on every machine,
/// endianness and run, because weight files are keyed by it.
/// </summary>
public static class StableHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of <paramref name="text"/>; any string is allowed.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        uint hash = Offset;
        foreach (char c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>Start of a hash that is made character by character: <c>Mix(Append(Begin, c))</c> is <c>Of([c])</c>.</summary>
    internal const uint Begin = Offset;

    /// <summary>Takes one more character into a hash that <see cref="Begin"/> started and <see cref="Mix(uint)"/> will end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Append(uint hash, char c) => (hash ^ c) * Prime;

    /// <summary>Joins a hash with one more number, in order: <c>Combine(a, b) != Combine(b, a)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Combine(uint hash, uint value) => Mix((hash * 0x9E3779B1u) ^ (value + 0x7F4A7C15u + (hash << 6) + (hash >> 2)));

    /// <summary>Spreads every input bit over the whole word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        hash ^= hash >> 16;
        return hash;
    }

    /// <summary><see cref="Mix(uint)"/> on each of <paramref name="hashes"/>.</summary>
    internal static void Mix(Span<uint> hashes)
    {
        int at = 0;
        ref uint first = ref MemoryMarshal.GetReference(hashes);
        if (Vector256.IsHardwareAccelerated)
        {
            for (; at <= hashes.Length - Vector256<uint>.Count; at += Vector256<uint>.Count)
            {
                Vector256<uint> hash = Vector256.LoadUnsafe(ref first, (nuint)at);
                hash ^= hash >>> 16;
                hash *= 0x85EBCA6Bu;
                hash ^= hash >>> 13;
                hash *= 0xC2B2AE35u;
                hash ^= hash >>> 16;
                hash.StoreUnsafe(ref first, (nuint)at);
            }
        }

        for (; at < hashes.Length; at++)
        {
            hashes[at] = Mix(hashes[at]);
        }
    }
}
