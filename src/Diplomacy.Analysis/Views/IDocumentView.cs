using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Views;

/// <summary>A window on one element of a layer; made by <see cref="ViewList{TView}"/>.</summary>
/// <typeparam name="TSelf">The view itself.</typeparam>
public interface IDocumentView<TSelf>
    where TSelf : IDocumentView<TSelf>, allows ref struct
{
    /// <summary>Number of elements of the layer.</summary>
    static abstract int CountIn(DocumentContext document);

    /// <summary>The view on element <paramref name="index"/>.</summary>
    static abstract TSelf At(DocumentContext document, int index);
}
