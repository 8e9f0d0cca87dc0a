using System.Numerics;
using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Parsing;

/// <summary>From the hash of a feature to its row of a weight matrix; one probe in the common case.</summary>
internal sealed class RowIndex
{
    private readonly ulong[] _slots;

    /// <summary>Row <c>i</c> belongs to <c>keys[i]</c>.</summary>
    /// <exception cref="WeightFileException">The keys are not in rising order.</exception>
    public RowIndex(ReadOnlySpan<uint> keys)
    {
        _slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2))];
        for (int row = 0; row < keys.Length; row++)
        {
            WeightFile.Check(row == 0 || keys[row] > keys[row - 1], "the features are not in order");
            uint slot = keys[row];
            while (_slots[(int)slot & (_slots.Length - 1)] != 0)
            {
                slot++;
            }

            _slots[(int)slot & (_slots.Length - 1)] = ((ulong)(uint)(row + 1) << 32) | keys[row];
        }
    }

    /// <summary>The row of this key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        ulong[] slots = _slots;
        for (uint slot = key; ; slot++)
        {
            ulong entry = slots[(int)slot & (slots.Length - 1)];
            if (entry == 0)
            {
                return -1;
            }

            if ((uint)entry == key)
            {
                return (int)(entry >> 32) - 1;
            }
        }
    }
}
