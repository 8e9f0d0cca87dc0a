using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Parsing;

/// <summary>The children of a token, for <c>foreach</c>; absolute token indices in text order.</summary>
public ref struct DependencyChildren
{
    private readonly DocumentContext _document;
    private int _next;

    internal DependencyChildren(DocumentContext document, int token)
    {
        _document = document;
        _next = token < 0 ? -1 : document.FirstChildren[token];
        Current = -1;
    }

    /// <summary>The child at hand.</summary>
    public int Current { get; private set; }

    /// <summary>Lets <c>foreach</c> take the list itself.</summary>
    public readonly DependencyChildren GetEnumerator() => this;

    /// <summary>Goes to the next child; false where there is none.</summary>
    public bool MoveNext()
    {
        if (_next < 0)
        {
            return false;
        }

        Current = _next;
        _next = _document.NextSiblings[_next];
        return true;
    }
}
