using System.Numerics;
using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// What larger sources than the treebanks say of a word: the tags it had in other tagged text, and the parts of speech that
/// WordNet gives it. Twelve of a hundred words of a new text are not in the treebanks; most of them are here. Keys are hashes
/// (<see cref="WordFacts.Word"/>), so no string is stored.
/// </summary>
internal sealed class WordUses
{
    /// <summary>Bits of WordNet's parts of speech and inflections.</summary>
    public const ushort Noun = 1, Verb = 2, Adjective = 4, Adverb = 8, Plural = 16, Third = 32, Past = 64, Participle = 128, Comparative = 256, Superlative = 512;

    private readonly ulong[] _slots;

    private WordUses(ulong[] slots) => _slots = slots;

    /// <summary>Reads the table.</summary>
    /// <exception cref="WeightFileException">A section is missing, or the parts do not agree.</exception>
    public static WordUses Read(WeightFile file)
    {
        ReadOnlySpan<uint> keys = file.UInt32s("uses.keys");
        ReadOnlySpan<byte> seen = file.Bytes("uses.seen");
        ReadOnlySpan<short> net = file.Int16s("uses.net");
        WeightFile.Check(keys.Length == seen.Length && keys.Length == net.Length, "the parts of the word table have lengths that do not agree");
        ulong[] slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2))];
        for (int i = 0; i < keys.Length; i++)
        {
            WeightFile.Check(i == 0 || keys[i] > keys[i - 1], "the words of the word table are not in order");
            uint slot = keys[i];
            while (slots[(int)slot & (slots.Length - 1)] != 0)
            {
                slot++;
            }

            slots[(int)slot & (slots.Length - 1)] = (1UL << 63) | ((ulong)seen[i] << 48) | ((ulong)(ushort)net[i] << 32) | keys[i];
        }

        return new WordUses(slots);
    }

    /// <summary>Writes the table; keys in any order.</summary>
    public static void Write(WeightFileWriter writer, IReadOnlyDictionary<uint, (byte Seen, ushort Net)> words)
    {
        uint[] keys = [.. words.Keys.Order()];
        writer.Add("uses.keys", keys);
        writer.Add("uses.seen", Array.ConvertAll(keys, k => words[k].Seen));
        writer.Add("uses.net", Array.ConvertAll(keys, k => (short)words[k].Net));
    }

    /// <summary>What is known of the word with this hash; zeros where nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (byte Seen, ushort Net) Find(uint word)
    {
        ulong[] slots = _slots;
        for (uint slot = word; ; slot++)
        {
            ulong entry = slots[(int)slot & (slots.Length - 1)];
            if (entry == 0)
            {
                return default;
            }

            if ((uint)entry == word)
            {
                return ((byte)(entry >> 48), (ushort)(entry >> 32));
            }
        }
    }
}
