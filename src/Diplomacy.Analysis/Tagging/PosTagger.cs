using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// Writes a Penn tag for each token: a linear model from left to right that sees two tags back and two words ahead. Words that
/// have had one tag only, often, are not asked.
/// </summary>
internal sealed class PosTagger : IAnalysisStage
{
    private readonly TagLexicon _lexicon;
    private readonly LinearTable _table;
    private readonly Vocabulary _vocabulary;

    /// <exception cref="WeightFileException">The weights are damaged or of another version.</exception>
    /// <exception cref="InvalidOperationException">There are no weights.</exception>
    public PosTagger(AnalysisResources resources)
        : this(resources.Vocabulary, resources.Models.Open("tagger") ?? throw new InvalidOperationException("The package holds no weights for the tagger; give them to the builder, or make them with 'diplomacy train tagger'."))
    {
    }

    internal PosTagger(Vocabulary vocabulary, WeightFile file)
    {
        _vocabulary = vocabulary;
        _lexicon = TagLexicon.Read(file, vocabulary);
        _table = LinearTable.Read(file, "scores");
        WeightFile.Check(_table.Classes == PennTags.Count, "the tagger's classes are not the tags of this library");
    }

    public string Name => "tags";

    public AnalysisLayers Requires => AnalysisLayers.Sentences;

    public AnalysisLayers Provides => AnalysisLayers.Tags;

    public void Run(DocumentContext document)
    {
        Span<PennTag> tags = document.Tags;
        foreach (ref readonly Sentence sentence in document.Sentences)
        {
            ReadOnlySpan<Token> tokens = document.Tokens[sentence.FirstToken..sentence.EndToken];
            var counter = default(CaseCounter);
            foreach (ref readonly Token token in tokens)
            {
                counter.Add(document.Text.AsSpan(token.Start, token.Length));
            }

            document.WordFacts.Clear();
            document.WordFacts.Resize(tokens.Length);
            Span<WordFacts> words = document.WordFacts.Span;
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = Facts(document.Text.AsSpan(tokens[i].Start, tokens[i].Length), tokens[i].Lower, counter.Case);
            }

            Tag(words, tags[sentence.FirstToken..sentence.EndToken]);
        }
    }

    /// <summary>The facts of a word whose lower-case form has id <paramref name="lower"/>.</summary>
    internal WordFacts Facts(ReadOnlySpan<char> form, int lower, SentenceCase letterCase)
    {
        WordFacts facts = TagFeatures.Facts(form, letterCase);
        TagLexicon.Entry entry = _lexicon[lower];
        facts.Tags = entry.Tags;
        facts.Only = entry.Only;
        facts.Class = entry.Tags == 0 ? StableHash.Combine(facts.Suffix2, facts.Shape) : entry.Class;
        return facts;
    }

    /// <summary>Id of the lower-case form, for callers without tokens.</summary>
    internal int LowerOf(ReadOnlySpan<char> form) => _vocabulary.FindLower(form);

    /// <summary>Tags one sentence.</summary>
    [SkipLocalsInit]
    internal void Tag(ReadOnlySpan<WordFacts> words, Span<PennTag> tags)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[_table.Stride];
        PennTag last = PennTag.None, previous = PennTag.None;
        for (int i = 0; i < words.Length; i++)
        {
            PennTag tag = words[i].Only;
            if (tag == PennTag.None)
            {
                int count = TagFeatures.Extract(words, i, last, previous, features);
                _table.Score(features[..count], scores);
                tag = Best(scores, words[i].Tags);
            }

            tags[i] = tag;
            previous = last;
            last = tag;
        }
    }

    /// <summary>The best-scored tag, among those of <paramref name="allowed"/> where it names any.</summary>
    internal static PennTag Best(ReadOnlySpan<int> scores, ulong allowed)
    {
        int best = 0;
        int most = int.MinValue;
        for (int i = 1; i < PennTags.Count; i++)
        {
            if (scores[i] > most && (allowed == 0 || (allowed >> i & 1) != 0))
            {
                best = i;
                most = scores[i];
            }
        }

        return (PennTag)best;
    }
}
