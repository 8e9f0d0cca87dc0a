namespace Diplomacy.Analysis.Batch.Running;

/// <summary>What a run did.</summary>
public sealed record BatchSummary
{
    /// <summary>Records analysed.</summary>
    public long Documents { get; init; }

    /// <summary>Claims found.</summary>
    public long Claims { get; init; }

    /// <summary>How many of <see cref="Documents"/> are copies of earlier ones.</summary>
    public long Duplicates { get; init; }

    /// <summary>Records that gave no document: unreadable, without text, or in another language.</summary>
    public long Rejects { get; init; }

    /// <summary>Records read; always the sum of <see cref="Documents"/> and <see cref="Rejects"/>.</summary>
    public long Records { get; init; }

    /// <summary>Bytes of the documents' texts as UTF-8.</summary>
    public long TextBytes { get; init; }

    /// <summary>Time from the first read to the last write.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How often each reason of rejection occurred; positions and details are left out.</summary>
    public IReadOnlyDictionary<string, long> RejectReasons { get; init; } = new Dictionary<string, long>();

    /// <summary>How many of <see cref="Records"/> an earlier run had dealt with before this one continued it.</summary>
    public long ResumedRecords { get; init; }

    /// <summary>The part of <see cref="TextBytes"/> that an earlier run had analysed; <see cref="Elapsed"/> is the time for the rest.</summary>
    public long ResumedTextBytes { get; init; }
}
