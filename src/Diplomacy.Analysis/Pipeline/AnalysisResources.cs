using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Pipeline;

/// <summary>
/// What the stages of one analyzer share while it is built: the vocabulary they intern their words in, and the lexicons.
/// </summary>
internal sealed class AnalysisResources
{
    private readonly Lazy<WordClusters> _clusters;
    private readonly Lazy<DependencyParser?> _parser;
    private readonly Lazy<FrameModel?> _frames;
    private readonly Lazy<EntityModel?> _names;
    private Lazy<TaggerTables?>? _tagger;
    private GrammarWords? _grammarWords;
    private VerbLexicon? _verbs;
    private EntityLexicon? _entities;

    public AnalysisResources(Vocabulary vocabulary, ModelSet? models = null, LexiconSet? lexicons = null)
    {
        Vocabulary = vocabulary;
        Models = models ?? new ModelSet();
        Lexicons = lexicons ?? new LexiconSet();
        _clusters = new Lazy<WordClusters>(() => Models.Open(WordClusters.FileName) is { } file ? WordClusters.Read(file) : WordClusters.Empty);
        _frames = new Lazy<FrameModel?>(() => Models.Open(FrameModel.FileName) is { } file ? FrameModel.Read(file) : null);
        _names = new Lazy<EntityModel?>(() => Models.Open(EntityRecognizer.FileName) is { } file ? EntityModel.Read(file) : null);
        _tagger = new Lazy<TaggerTables?>(ReadTagger);
        _parser = new Lazy<DependencyParser?>(() => Models.Open(ParserModel.Name) is { } file ? new DependencyParser(ParserModel.Read(file)) : null);
    }

    /// <summary>Open for <see cref="Lexicons.Vocabulary.Intern"/> until the builder freezes it.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The verbs of saying, asking and standing, read at first use.</summary>
    public VerbLexicon Verbs => _verbs ??= new VerbLexicon(Vocabulary, Lexicons.Rows(LexiconKind.Verbs));

    /// <summary>The tables of words and names, with the user's own.</summary>
    public LexiconSet Lexicons { get; }

    /// <summary>Names, offices and office holders. Made at the first call, while the analyzer is built.</summary>
    public EntityLexicon Entities => _entities ??= new EntityLexicon(this);

    /// <summary>The rules that keep wrong claims out; all of them, but for tests.</summary>
    public GuardRules Guards { get; init; } = GuardRules.All;

    /// <summary>The trained weights, opened by the stage that needs them.</summary>
    public ModelSet Models { get; }

    /// <summary>The word clusters that tagger, recogniser and parser share; empty where there is no file of them.</summary>
    public WordClusters Clusters => _clusters.Value;

    /// <summary>The weights of the tagger. Null where there are none.</summary>
    public TaggerTables? Tagger => _tagger is { } tagger ? tagger.Value : ReadTagger();

    /// <summary>The weights of the recogniser. Null where there are none.</summary>
    public EntityModel? Names => _names.Value;

    /// <summary>The parser, for the stages that want the tree of a sentence; its weights are read when the first one asks. Null where there are none.</summary>
    public DependencyParser? Parser => _parser.Value;

    /// <summary>The weights of the learned attribution finder, read when attributions are first looked at. Null where there are none.</summary>
    public FrameModel? Frames => _frames.Value;

    /// <summary>The closed classes of words that rules of attribution read. Made at the first call, while the analyzer is built.</summary>
    public GrammarWords GrammarWords => _grammarWords ??= new GrammarWords(Vocabulary);

    /// <summary>
    /// Begins to read, on other threads, the largest table of names and the models that need no vocabulary. Those of the user are
    /// left to the thread that builds the analyzer, which alone shall meet the user's streams.
    /// </summary>
    public void ReadAhead()
    {
        bool tagger = !Models.IsReplaced(PosTagger.FileName), clusters = !Models.IsReplaced(WordClusters.FileName), names = !Models.IsReplaced(EntityRecognizer.FileName);
        Lazy<TaggerTables?>? tables = _tagger;
        Task.Run(() =>
        {
            // What goes wrong here is thrown again where the stage asks for its model.
            _ = tagger ? tables?.Value : null;
            _ = clusters ? _clusters.Value : null;
            _ = names ? _names.Value : null;
        });
        Lexicons.ReadAhead(LexiconKind.OfficeHolders);
    }

    /// <summary>Lets go of what is needed only while an analyzer is built.</summary>
    public void EndBuilding() => _tagger = null;

    private TaggerTables? ReadTagger() => Models.Open(PosTagger.FileName) is { } file ? TaggerTables.Read(file) : null;
}
