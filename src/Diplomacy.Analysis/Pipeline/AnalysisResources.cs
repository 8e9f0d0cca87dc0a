using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Pipeline;

/// <summary>
/// What the stages of one analyzer share while it is built: the vocabulary they intern their words in, and the lexicons.
/// </summary>
internal sealed class AnalysisResources
{
    public AnalysisResources(Vocabulary vocabulary) => Vocabulary = vocabulary;

    /// <summary>Open for <see cref="Lexicons.Vocabulary.Intern"/> until the builder freezes it.</summary>
    public Vocabulary Vocabulary { get; }
}
