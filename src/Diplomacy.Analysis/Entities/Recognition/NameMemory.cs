using System.Numerics;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>
/// Counts the labels that words and pairs of words got in one stretch of text. "Coco" alone may be a person; in an article
/// that also says "the town of Coco" it is a place. Reused from document to document.
/// </summary>
internal sealed class NameMemory
{
    private uint[] _keys = new uint[256];
    private Tally[] _tallies = new Tally[256];
    private int _mask = 255;

    /// <summary>Forgets everything and makes room for <paramref name="most"/> different words and pairs.</summary>
    public void Reset(int most)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(256, most * 2));
        _mask = size - 1;
        if (_keys.Length < size)
        {
            _keys = new uint[size];
            _tallies = new Tally[size];
            return;
        }

        Array.Clear(_keys, 0, size);
        Array.Clear(_tallies, 0, size);
    }

    /// <summary>Counts one occurrence of a capitalised word.</summary>
    public void Vote(uint word, byte label)
    {
        ref Tally tally = ref _tallies[Find(word, add: true)];
        int type = (int)EntityLabel.TypeOf(label);
        tally.Types[type]++;
        tally.Total++;
        if (type != 0)
        {
            tally.Places[EntityLabel.PlaceOf(label)]++;
        }
    }

    /// <summary>Counts two words that stand together in a name.</summary>
    public void VotePair(uint word, uint next, EntityType type)
    {
        ref Tally tally = ref _tallies[Find(StableHash.Combine(word, next), add: true)];
        tally.Types[(int)type]++;
        tally.Total++;
    }

    /// <summary>
    /// The votes of the other occurrences of a word. <paramref name="voted"/> tells whether this occurrence has voted, with
    /// <paramref name="own"/>: its vote does not count for itself.
    /// </summary>
    public void Recall(uint word, bool voted, byte own, ref NameVotes votes)
    {
        int slot = Find(word, add: false);
        if (slot < 0)
        {
            return;
        }

        Tally tally = _tallies[slot];
        if (voted)
        {
            int type = (int)EntityLabel.TypeOf(own);
            tally.Types[type]--;
            tally.Total--;
            if (type != 0)
            {
                tally.Places[EntityLabel.PlaceOf(own)]--;
            }
        }

        if (tally.Total <= 0)
        {
            return;
        }

        int best = 0;
        for (int t = 1; t < Tally.TypeCount; t++)
        {
            if (tally.Types[t] > tally.Types[best] || (best == 0 && tally.Types[t] == tally.Types[0] && tally.Types[t] > 0))
            {
                best = t;
            }
        }

        int place = 0;
        for (int p = 1; p < 4; p++)
        {
            if (tally.Places[p] > tally.Places[place])
            {
                place = p;
            }
        }

        int agreement = tally.Types[best] < tally.Total ? 0 : Math.Min(3, tally.Total);
        votes.Word = (ushort)(1 + best + (6 * agreement) + (24 * (best == 0 ? 0 : place)));
        votes.Type = (byte)(1 + best);
    }

    /// <summary>The type of the other names that hold this pair of words; none where there are none.</summary>
    public EntityType RecallPair(uint word, uint next, EntityType own)
    {
        int slot = Find(StableHash.Combine(word, next), add: false);
        if (slot < 0)
        {
            return EntityType.None;
        }

        Tally tally = _tallies[slot];
        if (own != EntityType.None)
        {
            tally.Types[(int)own]--;
            tally.Total--;
        }

        if (tally.Total <= 0)
        {
            return EntityType.None;
        }

        int best = 1;
        for (int t = 2; t < Tally.TypeCount; t++)
        {
            if (tally.Types[t] > tally.Types[best])
            {
                best = t;
            }
        }

        return (EntityType)best;
    }

    private int Find(uint word, bool add)
    {
        uint key = word == 0 ? 1 : word;
        for (int slot = (int)key & _mask; ; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
            {
                return slot;
            }

            if (_keys[slot] == 0)
            {
                if (!add)
                {
                    return -1;
                }

                _keys[slot] = key;
                return slot;
            }
        }
    }

    private struct Tally
    {
        public const int TypeCount = 6;

        public int Total;
        public TypeCounts Types;
        public PlaceCounts Places;
    }

    [System.Runtime.CompilerServices.InlineArray(Tally.TypeCount)]
    private struct TypeCounts
    {
        private ushort _first;
    }

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct PlaceCounts
    {
        private ushort _first;
    }
}
