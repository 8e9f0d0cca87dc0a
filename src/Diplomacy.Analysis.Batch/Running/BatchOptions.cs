using Diplomacy.Analysis.Batch.Duplicates;

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

    /// <summary>UTF-16 code units a single document may have, default 16 Mi; a larger one goes to the rejects. No article is that long.</summary>
    public int MaxDocumentLength { get; init; } = 16 << 20;

    /// <summary>
    /// How long the analysis of one document may take, default two minutes; then it goes to the rejects and the run goes
    /// on. Far above what the longest allowed document needs: it is the only thing by which the speed of the machine
    /// could change a result.
    /// </summary>
    public TimeSpan MaxDocumentTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a run with a checkpoint brings its results to the disk, default each five seconds.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What is done with copies of earlier documents, default: their claims are flagged.</summary>
    public DuplicateHandling Duplicates { get; init; } = DuplicateHandling.Flag;

    /// <summary>Called with the figures so far, on the thread of the run, a few times a second; or null.</summary>
    public Action<BatchSummary>? Progress { get; init; }
}
