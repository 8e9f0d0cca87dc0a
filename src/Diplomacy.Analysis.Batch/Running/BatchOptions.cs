namespace Diplomacy.Analysis.Batch.Running;

/// <summary>How a run goes. The result is the same for all values of <see cref="Threads"/> and <see cref="MaxCharactersInFlight"/>.</summary>
public sealed record BatchOptions
{
    /// <summary>Threads that analyse, 1 or more; one more reads where it is above 1. Default: one a core.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Characters of text that may wait at once, default 8 Mi; reading pauses while there are more. One document larger
    /// than this is taken alone.
    /// </summary>
    public long MaxCharactersInFlight { get; init; } = 8 << 20;

    /// <summary>Whether documents that are clearly not English are rejected; the analysis knows no other language.</summary>
    public bool EnglishOnly { get; init; } = true;
}
