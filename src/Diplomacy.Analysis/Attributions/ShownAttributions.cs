using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// The list of attributions that readers see. What only the learned finder found stands behind the others in
/// <see cref="DocumentContext.Attributions"/>, where claims, made before, do not look.
/// </summary>
internal sealed class ShownAttributions
{
    private int _attributions;
    private int _ranges;

    /// <summary>The list, in text order.</summary>
    public Buffer<ShownAttribution> Items { get; } = new();

    /// <summary>Whether the list has been made for the document at hand.</summary>
    public bool Ready { get; private set; }

    /// <summary>Starts the list: what is added to the document's attributions and ranges from here on belongs to it.</summary>
    public void Begin(DocumentContext document)
    {
        _attributions = document.Attributions.Count;
        _ranges = document.Ranges.Count;
        Ready = true;
    }

    /// <summary>Takes back the list and what was added for it.</summary>
    public void Clear(DocumentContext document)
    {
        if (Ready)
        {
            document.Attributions.Resize(_attributions);
            document.Ranges.Resize(_ranges);
        }

        Forget();
    }

    /// <summary>Forgets the list; the attributions under it are gone.</summary>
    public void Forget()
    {
        Items.Clear();
        Ready = false;
    }
}
