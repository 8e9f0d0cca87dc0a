using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis;

/// <summary>Puts an analyzer together. Not thread-safe; what <see cref="Build"/> returns is.</summary>
public sealed class DiplomacyAnalyzerBuilder
{
    private readonly List<IAnalysisStage> _custom = [];

    internal DiplomacyAnalyzerBuilder()
    {
    }

    /// <summary>
    /// Puts a stage of your own in the place of ours that provides the same layer (a tagger for the tagger), or before
    /// the first stage that needs what it provides.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is null.</exception>
    public DiplomacyAnalyzerBuilder UseStage(IAnalysisStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        _custom.Add(stage);
        return this;
    }

    /// <summary>Makes the analyzer.</summary>
    /// <exception cref="InvalidOperationException">A stage needs a layer that no stage before it provides.</exception>
    public DiplomacyAnalyzer Build()
    {
        var resources = new AnalysisResources(new Vocabulary());
        IAnalysisStage[] stages =
        [
            new Tokenizer(resources),
            new SentenceSplitter(),
        ];
        foreach (IAnalysisStage custom in _custom)
        {
            int place = Array.FindIndex(stages, s => s.Provides == custom.Provides);
            if (place >= 0)
            {
                stages[place] = custom;
            }
            else
            {
                place = Array.FindIndex(stages, s => (s.Requires & custom.Provides) != 0);
                stages = [.. stages[..(place < 0 ? stages.Length : place)], custom, .. stages[(place < 0 ? stages.Length : place)..]];
            }
        }

        AnalysisLayers have = AnalysisLayers.None;
        foreach (IAnalysisStage stage in stages)
        {
            AnalysisLayers missing = stage.Requires & ~have;
            if (missing != 0)
            {
                throw new InvalidOperationException($"Stage '{stage.Name}' needs the layer {missing}, which no stage before it provides; add a stage that does, or put it before '{stage.Name}'.");
            }

            have |= stage.Provides;
        }

        resources.Vocabulary.Freeze();
        return new DiplomacyAnalyzer(stages, resources);
    }
}
