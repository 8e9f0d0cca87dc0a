using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>A sentence the tagger learns from.</summary>
/// <param name="Forms">The words.</param>
/// <param name="Tags">Their tags; <see cref="PennTag.None"/> where the corpus follows another custom and is not to teach.</param>
internal sealed record TaggerExample(string[] Forms, PennTag[] Tags)
{
    /// <summary>The tags as the corpus has them, for counts of what a word can be.</summary>
    public PennTag[] Original { get; init; } = Tags;

    /// <summary>Lemmas, where the corpus has them.</summary>
    public string[]? Lemmas { get; init; }
}
