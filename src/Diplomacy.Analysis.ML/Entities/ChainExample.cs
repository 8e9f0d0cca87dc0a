namespace Diplomacy.Analysis.ML.Entities;

/// <summary>A stretch of neighbouring candidates: for each its features and the labels it may have.</summary>
internal sealed class ChainExample
{
    /// <summary>Rows of the features that the sentence itself gives.</summary>
    public required int[][] Local { get; init; }

    /// <summary>Rows of the features that the rest of the document gives; null before the first pass was made.</summary>
    public int[][]? Remembered { get; set; }

    /// <summary>Allowed labels, a bit each.</summary>
    public required uint[] Masks { get; init; }

    /// <summary>How much the example counts.</summary>
    public float Weight { get; init; } = 1;

    public int Length => Local.Length;
}
