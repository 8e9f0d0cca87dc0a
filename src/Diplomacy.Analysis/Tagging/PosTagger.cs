using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// Writes a Penn tag for each token: a linear model from left to right that sees two tags back and two words ahead. Words that
/// had one tag only, often, are not asked: they are two of five tokens.
/// </summary>
internal sealed partial class PosTagger : IAnalysisStage
{
    private readonly Vocabulary _vocabulary;
    private readonly TagLexicon _lexicon;
    private readonly WordUses _uses;
    private readonly WordClusters _clusters;
    private readonly NarrowTable _table;
    private readonly int _sure;

    // What each two tags say of the next.
    private readonly WordSums _tagSums;

    // Facts of the dictionary's words in small letters, their only tags, and the sums of their features. The last is the border.
    private readonly WordFacts[] _kept;
    private readonly PennTag[] _keptOnly;
    private readonly ushort[] _keptOf;
    private readonly WordSums _keptSums;

    // Fills both sums, while the thread that builds the analyzer goes on to the lexicons.
    private readonly Task _sums;

    /// <summary>Name of the model file.</summary>
    public const string FileName = "tagger";

    /// <exception cref="WeightFileException">The weights are damaged or of another version.</exception>
    /// <exception cref="InvalidOperationException">There are no weights.</exception>
    public PosTagger(AnalysisResources resources)
        : this(resources.Vocabulary, resources.Clusters, resources.Tagger ?? throw new InvalidOperationException("The package holds no weights for the tagger; give them to the builder, or make them with 'diplomacy train tagger'."))
    {
    }

    /// <summary>A tagger outside of an analyzer, with the clusters of the package.</summary>
    internal PosTagger(Vocabulary vocabulary, WeightFile file)
        : this(vocabulary, new AnalysisResources(vocabulary).Clusters, file)
    {
    }

    internal PosTagger(Vocabulary vocabulary, WordClusters clusters, WeightFile file)
        : this(vocabulary, clusters, TaggerTables.Read(file))
    {
    }

    private PosTagger(Vocabulary vocabulary, WordClusters clusters, TaggerTables tables)
    {
        WeightFile file = tables.File;
        _vocabulary = vocabulary;
        _clusters = clusters;
        _lexicon = TagLexicon.Read(file, vocabulary);
        _uses = tables.Uses;
        _table = tables.Scores;
        ReadOnlySpan<int> sure = file.Int32s("scores.sure");
        WeightFile.Check(sure.Length == 1 && sure[0] > 0, "the tagger has no margin above which it is sure");
        _sure = Math.Min(sure[0], ushort.MaxValue);
        Lemmatizer = new Lemmatizer(LemmaTable.Read(file), _uses);
        WeightFile.Check(_table.Classes == PennTags.Count, "the tagger's classes are not the tags of this library");
        (_kept, _keptOf) = Keep(vocabulary);
        _keptOnly = Array.ConvertAll(_kept, k => k.Only);
        _tagSums = new WordSums(PennTags.Count * PennTags.Count);
        _keptSums = new WordSums(_kept.Length * SumsOfWord);
        _sums = Task.Run(FillSums);
    }

    /// <summary>Gives lemmas by the tags.</summary>
    public Lemmatizer Lemmatizer { get; }

    public string Name => "tags";

    public AnalysisLayers Requires => AnalysisLayers.Sentences;

    public AnalysisLayers Provides => AnalysisLayers.Tags;

    public void Run(DocumentContext document)
    {
        _sums.GetAwaiter().GetResult();
        Span<PennTag> tags = document.Tags;
        string text = document.Text;
        TagScratch scratch = document.TagScratch;
        scratch.Begin(this);
        foreach (ref readonly Sentence sentence in document.Sentences)
        {
            document.CancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<Token> tokens = document.Tokens[sentence.FirstToken..sentence.EndToken];
            var counter = default(CaseCounter);
            foreach (ref readonly Token token in tokens)
            {
                counter.Add(text.AsSpan(token.Start, token.Length));
            }

            scratch.Start(tokens.Length, out Span<int> places, out Span<WordFacts> facts);
            Look(text, tokens, counter.Case, scratch, places, facts, tags[sentence.FirstToken..sentence.EndToken]);
            Tag(places, facts, tags[sentence.FirstToken..sentence.EndToken], scratch);
        }
    }

    /// <summary>Finds the places of the words of a sentence, and their only tags; sums that will be wanted are asked for.</summary>
    private void Look(string text, ReadOnlySpan<Token> tokens, SentenceCase letterCase, TagScratch scratch, Span<int> places, Span<WordFacts> facts, Span<PennTag> tags)
    {
        places[..Border].Fill(_kept.Length - 1);
        places[^Border..].Fill(_kept.Length - 1);
        bool keeps = letterCase != SentenceCase.Lower;
        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token token = ref tokens[i];
            int kept = i > 0 && keeps && token.Lexeme == token.Lower && (uint)token.Lexeme < (uint)_keptOf.Length ? _keptOf[token.Lexeme] : 0;
            if (kept != 0)
            {
                places[i + Border] = kept;
                tags[i] = _keptOnly[kept];
                _keptSums.Prefetch(kept * SumsOfWord);
                _keptSums.Prefetch((kept * SumsOfWord) + BeforeSum);
                _keptSums.Prefetch((kept * SumsOfWord) + AfterSum);
                continue;
            }

            ReadOnlySpan<char> form = text.AsSpan(token.Start, token.Length);
            int slot = scratch.Take(form, token.Hash, letterCase, i == 0, out bool found);
            if (!found)
            {
                MakeFacts(form, token.Lower, letterCase, out facts[i]);
                tags[i] = facts[i].Only;
                if (slot < 0)
                {
                    continue;
                }

                scratch.Facts(slot) = facts[i];
                scratch.Only(slot) = facts[i].Only;
            }

            places[i + Border] = ~slot;
            tags[i] = scratch.Only(slot);
            scratch.Sums.Prefetch(slot * SumsOfWord);
            scratch.Sums.Prefetch((slot * SumsOfWord) + BeforeSum);
            scratch.Sums.Prefetch((slot * SumsOfWord) + AfterSum);
        }
    }

    /// <summary>The facts of a word whose lower-case form has id <paramref name="lower"/>.</summary>
    internal void MakeFacts(ReadOnlySpan<char> form, int lower, SentenceCase letterCase, out WordFacts facts)
    {
        facts = TagFeatures.Facts(form, letterCase, _clusters);
        (facts.Seen, facts.Net) = _uses.Find(facts.Word);
        TagLexicon.Entry entry = _lexicon[lower];
        facts.Only = entry.Only;
        facts.Class = entry.Class == 0 ? StableHash.Combine(facts.Suffix2, facts.Shape) : entry.Class;
    }

    /// <summary>The facts of a form, for callers without tokens.</summary>
    internal WordFacts FactsOf(ReadOnlySpan<char> form, SentenceCase letterCase)
    {
        int lower = _vocabulary.FindLower(form);
        MakeFacts(form, lower, letterCase, out WordFacts facts);
        if (lower != 0 && letterCase != SentenceCase.Lower && form.SequenceEqual(_vocabulary.Text(lower)))
        {
            facts.Kept = (uint)lower < (uint)_keptOf.Length ? _keptOf[lower] : 0;
        }

        return facts;
    }
}
