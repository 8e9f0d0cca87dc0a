using System.Diagnostics.CodeAnalysis;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Views;

/// <summary>
/// The elements of one layer (or a run of them), read in place: indexing and <c>foreach</c> allocate nothing.
/// Valid until the document is disposed.
/// </summary>
/// <typeparam name="TView">View on one element.</typeparam>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A ref struct is no collection; List says that it can be indexed.")]
public readonly ref struct ViewList<TView>
    where TView : IDocumentView<TView>, allows ref struct
{
    private readonly DocumentContext _document;
    private readonly int _first;

    internal ViewList(DocumentContext document)
        : this(document, 0, TView.CountIn(document))
    {
    }

    internal ViewList(DocumentContext document, int first, int count)
    {
        _document = document;
        _first = first;
        Count = count;
    }

    /// <summary>Number of elements.</summary>
    public int Count { get; }

    /// <summary>The element at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not inside the list.</exception>
    public TView this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return TView.At(_document, _first + index);
        }
    }

    /// <summary>Makes <c>foreach</c> work.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the list from first to last.</summary>
    public ref struct Enumerator
    {
        private readonly ViewList<TView> _list;
        private int _index = -1;

        internal Enumerator(ViewList<TView> list) => _list = list;

        /// <summary>The element the walk stands at.</summary>
        public readonly TView Current => _list[_index];

        /// <summary>Goes on to the next element, if there is one.</summary>
        public bool MoveNext() => ++_index < _list.Count;
    }
}
