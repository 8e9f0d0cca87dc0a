namespace Diplomacy.Analysis.ML.Data;

/// <summary>
/// A sentence of an annotated corpus: parallel arrays, one element a token. What the corpus does not annotate is null.
/// </summary>
internal sealed record CorpusSentence
{
    /// <summary>Id of the document, or "".</summary>
    public string Document { get; init; } = "";

    /// <summary>The words as they stand in the text.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Penn tags as spelled by the corpus.</summary>
    public string[]? Tags { get; init; }

    /// <summary>Universal tags.</summary>
    public string[]? UniversalTags { get; init; }

    /// <summary>Lemmas.</summary>
    public string[]? Lemmas { get; init; }

    /// <summary>Head of each token, as an index into the sentence; -1 for the root.</summary>
    public int[]? Heads { get; init; }

    /// <summary>Relation to the head, with subtype (<c>nsubj:pass</c>).</summary>
    public string[]? Relations { get; init; }

    /// <summary>Entity tags: IOB2 where the corpus has it, else as it stands.</summary>
    public string[]? Entities { get; init; }

    /// <summary>Whether white space follows the token in the text.</summary>
    public bool[]? SpaceAfter { get; init; }

    /// <summary>The text of the sentence, where the corpus gives it.</summary>
    public string? Text { get; init; }

    /// <summary>Number of tokens.</summary>
    public int Length => Forms.Length;
}
