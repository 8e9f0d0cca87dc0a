using System.Numerics;
using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>
/// For each of a few hundred thousand words a byte: what kind of name a small network guesses from the word's vector alone
/// (first or other word of a person's name, body, place, nation, other name, no name), how sure it is, and its second guess.
/// Made in training, where the vectors are; here it is a look-up. Immutable; any number of threads.
/// </summary>
internal sealed class NameTypes
{
    /// <summary>Knows no word.</summary>
    public static NameTypes Empty { get; } = new(new uint[16], new byte[16]);

    private readonly uint[] _keys;
    private readonly byte[] _kinds;

    private NameTypes(uint[] keys, byte[] kinds)
    {
        _keys = keys;
        _kinds = kinds;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be a table of kinds.</exception>
    public static NameTypes Read(WeightFile file)
    {
        ReadOnlySpan<uint> words = file.UInt32s("kinds.words");
        ReadOnlySpan<byte> values = file.Bytes("kinds.values");
        WeightFile.Check(words.Length == values.Length, "the kinds of words have lengths that do not agree");
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words.Length * 2));
        uint[] keys = new uint[size];
        byte[] kinds = new byte[size];
        for (int i = 0; i < words.Length; i++)
        {
            WeightFile.Check(i == 0 ? words[i] != 0 : words[i] > words[i - 1], "the kinds of words are not in order");
            uint slot = words[i];
            while (keys[(int)slot & (size - 1)] != 0)
            {
                slot++;
            }

            keys[(int)slot & (size - 1)] = words[i];
            kinds[(int)slot & (size - 1)] = values[i];
        }

        return new NameTypes(keys, kinds);
    }

    /// <summary>Writes kinds of words; of two words with one hash the first counts.</summary>
    public static void Write(WeightFileWriter writer, IEnumerable<(string Word, byte Kind)> words)
    {
        var sorted = new SortedDictionary<uint, byte>();
        foreach ((string word, byte kind) in words)
        {
            uint hash = StableHash.Of(word);
            if (kind != 0 && hash != 0)
            {
                sorted.TryAdd(hash, kind);
            }
        }

        writer.Add("kinds.words", sorted.Keys.ToArray());
        writer.Add("kinds.values", sorted.Values.ToArray());
    }

    /// <summary>The kind of a lower-case form by its <see cref="StableHash"/>; 0 where unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Find(uint lowerHash)
    {
        uint[] keys = _keys;
        for (uint slot = lowerHash; ; slot++)
        {
            uint key = keys[(int)slot & (keys.Length - 1)];
            if (key == lowerHash)
            {
                return _kinds[(int)slot & (keys.Length - 1)];
            }

            if (key == 0)
            {
                return 0;
            }
        }
    }
}
