using Diplomacy.Analysis.Regions;

namespace Diplomacy.Analysis.Sentences;

/// <summary>One sentence: a run of tokens inside one paragraph.</summary>
public struct Sentence
{
    /// <summary>Index of the first token.</summary>
    public int FirstToken;

    /// <summary>Index just behind the last token (exclusive).</summary>
    public int EndToken;

    /// <summary>Ordinal of the paragraph, zero-based.</summary>
    public int Paragraph;

    /// <summary>What part of the article the sentence stands in; only the body is read for claims.</summary>
    public RegionKind Region;

    /// <summary>Number of tokens.</summary>
    public readonly int TokenCount => EndToken - FirstToken;
}
