using System.Runtime.CompilerServices;
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
    private readonly LinearTable _table;
    private readonly int[] _tagRows = new int[PennTags.Count];
    private readonly int[] _pairRows = new int[PennTags.Count * PennTags.Count];

    // Facts of the dictionary's words in small letters, and where their summed rows stand: own, before, after.
    private readonly WordFacts[] _kept;
    private readonly int[] _keptOf;
    private readonly int _sums;

    /// <exception cref="WeightFileException">The weights are damaged or of another version.</exception>
    /// <exception cref="InvalidOperationException">There are no weights.</exception>
    public PosTagger(AnalysisResources resources)
        : this(resources.Vocabulary, resources.Clusters, resources.Models.Open("tagger") ?? throw new InvalidOperationException("The package holds no weights for the tagger; give them to the builder, or make them with 'diplomacy train tagger'."))
    {
    }

    /// <summary>A tagger outside of an analyzer, with the clusters of the package.</summary>
    internal PosTagger(Vocabulary vocabulary, WeightFile file)
        : this(vocabulary, new AnalysisResources(vocabulary).Clusters, file)
    {
    }

    internal PosTagger(Vocabulary vocabulary, WordClusters clusters, WeightFile file)
    {
        _vocabulary = vocabulary;
        _clusters = clusters;
        _lexicon = TagLexicon.Read(file, vocabulary);
        _uses = WordUses.Read(file);
        LinearTable table = LinearTable.Read(file, "scores");
        Lemmatizer = new Lemmatizer(LemmaTable.Read(file), _uses);
        WeightFile.Check(table.Classes == PennTags.Count, "the tagger's classes are not the tags of this library");
        for (int last = 0; last < PennTags.Count; last++)
        {
            _tagRows[last] = table.Find(TagFeatures.Tag((PennTag)last));
            for (int previous = 0; previous < PennTags.Count; previous++)
            {
                _pairRows[(last * PennTags.Count) + previous] = table.Find(TagFeatures.Tags((PennTag)last, (PennTag)previous));
            }
        }

        (_kept, _keptOf) = Keep(vocabulary);
        _sums = table.Rows;
        _table = table.WithSums(Sums(table));
    }

    /// <summary>Gives lemmas by the tags.</summary>
    public Lemmatizer Lemmatizer { get; }

    public string Name => "tags";

    public AnalysisLayers Requires => AnalysisLayers.Sentences;

    public AnalysisLayers Provides => AnalysisLayers.Tags;

    public void Run(DocumentContext document)
    {
        Span<PennTag> tags = document.Tags;
        string text = document.Text;
        foreach (ref readonly Sentence sentence in document.Sentences)
        {
            ReadOnlySpan<Token> tokens = document.Tokens[sentence.FirstToken..sentence.EndToken];
            var counter = default(CaseCounter);
            foreach (ref readonly Token token in tokens)
            {
                counter.Add(text.AsSpan(token.Start, token.Length));
            }

            document.WordFacts.Clear();
            document.WordFacts.Resize(tokens.Length);
            Span<WordFacts> words = document.WordFacts.Span;
            SentenceCase letterCase = counter.Case;
            for (int i = 0; i < words.Length; i++)
            {
                ref readonly Token token = ref tokens[i];
                int kept = token.Lexeme == token.Lower && letterCase != SentenceCase.Lower && (uint)token.Lexeme < (uint)_keptOf.Length ? _keptOf[token.Lexeme] : 0;
                if (kept != 0)
                {
                    words[i] = _kept[kept];
                }
                else
                {
                    MakeFacts(text.AsSpan(token.Start, token.Length), token.Lower, letterCase, out words[i]);
                }
            }

            Tag(words, tags[sentence.FirstToken..sentence.EndToken]);
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

    /// <summary>Tags one sentence.</summary>
    [SkipLocalsInit]
    internal void Tag(ReadOnlySpan<WordFacts> words, Span<PennTag> tags)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> rows = stackalloc int[TagFeatures.Most];
        Span<int> scores = stackalloc int[64];
        PennTag last = PennTag.None, previous = PennTag.None;
        for (int i = 0; i < words.Length; i++)
        {
            ref readonly WordFacts word = ref words[i];
            PennTag tag = word.Only;
            if (tag == PennTag.None)
            {
                ref readonly WordFacts before = ref TagFeatures.At(words, i - 1);
                ref readonly WordFacts after = ref TagFeatures.At(words, i + 1);
                int n = 0, m = 0;
                rows[m++] = _tagRows[(int)last];
                rows[m++] = _pairRows[((int)last * PennTags.Count) + (int)previous];
                if (word.Kept != 0 && i > 0)
                {
                    rows[m++] = _sums + (word.Kept * 3);
                }
                else
                {
                    n += TagFeatures.Own(word, i == 0, features);
                }

                if (before.Kept != 0)
                {
                    rows[m++] = _sums + (before.Kept * 3) + 1;
                }
                else
                {
                    n += TagFeatures.Before(before, features[n..]);
                }

                if (after.Kept != 0)
                {
                    rows[m++] = _sums + (after.Kept * 3) + 2;
                }
                else
                {
                    n += TagFeatures.After(after, features[n..]);
                }

                n += TagFeatures.Joined(words, i, last, previous, features[n..]);
                foreach (uint feature in features[..n])
                {
                    rows[m] = _table.Find(feature);
                    m += rows[m] != 0 ? 1 : 0;
                }

                scores[.._table.Stride].Clear();
                _table.Add(rows[..m], scores);
                tag = Best(scores);
            }

            tags[i] = tag;
            previous = last;
            last = tag;
        }
    }

    /// <summary>The tag with the highest score; the first of equal ones.</summary>
    internal static PennTag Best(ReadOnlySpan<int> scores)
    {
        int best = 1;
        for (int i = 2; i < PennTags.Count; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return (PennTag)best;
    }
}
