using Diplomacy.Analysis.Batch.Offsets;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>One row, line or file of the input: an article, or the reason why there is none.</summary>
public sealed record InputRecord
{
    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>The article; null where the record could not be read.</summary>
    public Article? Article { get; init; }

    /// <summary>Why the record could not be read; null where it could.</summary>
    public string? Reason { get; init; }

    /// <summary>The first characters of a record that could not be read, so that it can be found again.</summary>
    public string? Evidence { get; init; }

    /// <summary>Id of the earlier document that this one is a copy of, or null. Set by <see cref="Running.BatchRunner"/> where asked for.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Where the text was taken out of markup, the way back to it; otherwise null.</summary>
    internal MarkupMap? Markup { get; init; }

    /// <summary>Converts offsets of the text; where it was taken out of markup, into offsets of the markup.</summary>
    internal OffsetMap Offsets(string text, OffsetUnit unit) => Markup is null ? new OffsetMap(text, unit) : new OffsetMap(Markup, unit);
}
