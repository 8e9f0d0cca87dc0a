using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;

namespace Diplomacy.Analysis.Regions;

/// <summary>What the region stage leaves for later ones, and its scratch memory. Belongs to one context.</summary>
internal sealed class RegionWorkspace
{
    /// <summary>The turns of a transcript, in text order; empty for any other text.</summary>
    public Buffer<Turn> Turns { get; } = new();

    /// <summary>The place of the first dateline; empty where there is none.</summary>
    public TokenRange DatelinePlace { get; set; }

    /// <summary>The date of the first dateline or date line; empty where there is none.</summary>
    public TokenRange DatelineDate { get; set; }

    /// <summary>Scratch: the marks found so far.</summary>
    public Buffer<RegionMark> Marks { get; } = new();

    /// <summary>Scratch: what may be labels of turns.</summary>
    public Buffer<LabelCandidate> Labels { get; } = new();

    /// <summary>Scratch: the sentences before they are cut at the marks.</summary>
    public Buffer<Sentence> Sentences { get; } = new();

    public void Clear()
    {
        Turns.Clear();
        Marks.Clear();
        Labels.Clear();
        Sentences.Clear();
        DatelinePlace = default;
        DatelineDate = default;
    }

    /// <summary>The turn that holds sentence <paramref name="sentence"/>, or -1.</summary>
    public int TurnOf(int sentence)
    {
        Span<Turn> turns = Turns.Span;
        int low = 0;
        int high = turns.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (sentence < turns[middle].FirstSentence)
            {
                high = middle - 1;
            }
            else if (sentence >= turns[middle].EndSentence)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }
}
