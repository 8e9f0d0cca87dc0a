namespace Diplomacy.Analysis.Batch.Offsets;

/// <summary>
/// The way from a text back to the markup it was taken out of. Kept as runs: within a run, text and source go forward by
/// the same steps (copied text) or the run's whole source stands for its characters (an entity, a line break put in).
/// Immutable; safe for any number of threads.
/// </summary>
internal sealed class MarkupMap(string source, int textLength, int[] textStarts, int[] sourceStarts, int[] sourceEnds, bool[] copied)
{
    /// <summary>The markup.</summary>
    public string Source { get; } = source;

    /// <summary>Where in the source the character at <paramref name="index"/> comes from; for the text's length, the source's end.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> lies outside the text.</exception>
    public int SourceStart(int index)
    {
        Check(index);
        if (index == textLength)
        {
            return index == 0 ? 0 : SourceEnd(index);
        }

        int run = Run(index);
        return copied[run] ? sourceStarts[run] + index - textStarts[run] : sourceStarts[run];
    }

    /// <summary>Where in the source the character before <paramref name="index"/> ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> lies outside the text.</exception>
    public int SourceEnd(int index)
    {
        Check(index);
        if (index == 0)
        {
            return 0;
        }

        int run = Run(index - 1);
        return copied[run] ? sourceStarts[run] + index - textStarts[run] : sourceEnds[run];
    }

    private void Check(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, textLength);
    }

    private int Run(int index)
    {
        int found = Array.BinarySearch(textStarts, index);
        return found >= 0 ? found : ~found - 1;
    }
}
