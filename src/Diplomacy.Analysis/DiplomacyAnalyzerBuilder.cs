using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis;

/// <summary>Puts an analyzer together. Not thread-safe; what <see cref="Build"/> returns is.</summary>
public sealed class DiplomacyAnalyzerBuilder
{
    private readonly List<IAnalysisStage> _custom = [];
    private readonly ModelSet _models = new();
    private readonly LexiconSet _lexicons = new();
    private GuardRules _guards = GuardRules.All;

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

    /// <summary>
    /// Puts weights of your own, made by <c>diplomacy train</c>, in the place of those in the package. They are read while the
    /// analyzer is built, or when the layer is first used.
    /// </summary>
    /// <param name="name">Which weights: <c>tagger</c>, <c>parser</c>, <c>entities</c>.</param>
    /// <param name="open">Opens a stream over the file; called again for each analyzer that this builder makes.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public DiplomacyAnalyzerBuilder UseModel(string name, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        _models.Replace(name, open);
        return this;
    }

    /// <summary>
    /// Puts your entries beside those of a lexicon. The table is read at once; its first line that is no comment names the
    /// columns, as in the tables under <c>models/lexicons</c> of the repository.
    /// </summary>
    /// <param name="kind">The lexicon.</param>
    /// <param name="stream">Tab-separated text in UTF-8. Not closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="LexiconFormatException">The table is malformed; the message names line and column.</exception>
    public DiplomacyAnalyzerBuilder AddLexicon(LexiconKind kind, Stream stream)
    {
        _lexicons.Add(kind, stream);
        return this;
    }

    /// <summary>Puts your table in the place of a lexicon and of what was added to it before.</summary>
    /// <param name="kind">The lexicon.</param>
    /// <param name="stream">Tab-separated text in UTF-8. Not closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="LexiconFormatException">The table is malformed; the message names line and column.</exception>
    public DiplomacyAnalyzerBuilder ReplaceLexicon(LexiconKind kind, Stream stream)
    {
        _lexicons.Replace(kind, stream);
        return this;
    }

    /// <summary>Switches rules off, so that a test can show what they keep out.</summary>
    internal DiplomacyAnalyzerBuilder Without(GuardRules rules)
    {
        _guards &= ~rules;
        return this;
    }

    /// <summary>Makes the analyzer.</summary>
    /// <exception cref="InvalidOperationException">A stage needs a layer that no stage before it provides.</exception>
    /// <exception cref="WeightFileException">Weights given by <see cref="UseModel"/> are damaged or of another version.</exception>
    public DiplomacyAnalyzer Build()
    {
        var resources = new AnalysisResources(new Vocabulary(), _models, _lexicons) { Guards = _guards };
        resources.ReadAhead();
        IAnalysisStage[] stages =
        [
            new Tokenizer(resources),
            new SentenceSplitter(resources),
            new RegionMarker(resources),
            new PosTagger(resources),
            new EntityRecognizer(resources),
            new EntityFinder(resources),
            new QuotationFinder(resources),
            new AttributionFinder(resources),
            new SpeakerResolver(resources),
            new ClaimBuilder(resources),
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
        resources.EndBuilding();
        return new DiplomacyAnalyzer(stages, resources);
    }
}
