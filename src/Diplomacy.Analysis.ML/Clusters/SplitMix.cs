namespace Diplomacy.Analysis.ML.Clusters;

/// <summary>The random numbers of the trainers: SplitMix64, the same on every runtime (System.Random promises no sequence).</summary>
internal sealed class SplitMix(long seed)
{
    private ulong _state = (ulong)seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number of 0 to below <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    /// <summary>A number of 0 to below 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts <paramref name="items"/> in random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
