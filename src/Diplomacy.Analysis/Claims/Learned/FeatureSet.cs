namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>
/// The hashed features of one draft, each once: the models were trained on features that are there or not, so one that is
/// found twice must not count twice. Reused from draft to draft; holds at most <see cref="Most"/>, later ones are dropped.
/// </summary>
internal sealed class FeatureSet
{
    /// <summary>Most features of a draft.</summary>
    public const int Most = 480;

    private readonly uint[] _features = new uint[Most];
    private readonly ulong[] _slots = new ulong[2048];
    private uint _round;

    /// <summary>Number of features.</summary>
    public int Count { get; private set; }

    /// <summary>The features, in the order they came.</summary>
    public ReadOnlySpan<uint> Span => _features.AsSpan(0, Count);

    /// <summary>Forgets all features.</summary>
    public void Clear()
    {
        Count = 0;
        if (++_round == 0)
        {
            // After four billion drafts the marks of the first would look like those of the next.
            _slots.AsSpan().Clear();
            _round = 1;
        }
    }

    /// <summary>Adds a feature unless it is there.</summary>
    public void Add(uint feature)
    {
        if (Count == Most)
        {
            return;
        }

        ulong entry = ((ulong)_round << 32) | feature;
        uint slot = feature;
        while (_slots[slot & 2047] >> 32 == _round)
        {
            if (_slots[slot & 2047] == entry)
            {
                return;
            }

            slot++;
        }

        _slots[slot & 2047] = entry;
        _features[Count++] = feature;
    }
}
