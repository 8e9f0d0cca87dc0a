using System.Runtime.CompilerServices;

namespace Diplomacy.Analysis.Pipeline;

/// <summary>A growable array whose memory is kept from document to document. Not thread-safe; one context owns it.</summary>
internal sealed class Buffer<T>
{
    private T[] _items;

    public Buffer(int capacity = 64) => _items = new T[capacity];

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>The items; valid until the next <see cref="Add"/>.</summary>
    public Span<T> Span => _items.AsSpan(0, Count);

    public ref T this[int index] => ref Span[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add(in T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        ref T slot = ref _items[Count++];
        slot = item;
        return ref slot;
    }

    /// <summary>Sets the number of items; new ones hold the default value.</summary>
    public void Resize(int count)
    {
        if (count > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(count, _items.Length * 2));
        }

        if (count > Count)
        {
            Array.Clear(_items, Count, count - Count);
        }

        Count = count;
    }

    /// <summary>
    /// Forgets the items. Memory above <paramref name="keep"/> items is given back, so one giant document does not
    /// weigh on all later ones.
    /// </summary>
    public void Clear(int keep = 1 << 16)
    {
        if (_items.Length > keep)
        {
            _items = new T[64];
        }
        else if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Array.Clear(_items, 0, Count);
        }

        Count = 0;
    }
}
