using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>
/// Trains the part-of-speech tagger: dictionary, word table, then a perceptron with a margin from left to right, its weights
/// averaged over time. Where there is text tagged by another custom, a first tagger learns from the gold text alone, and of the
/// other text only the tags it agrees with are learned.
/// </summary>
internal sealed partial class TaggerTrainer
{
    // Own features are 20 at most; their sum must fit 16 bits for PosTagger to keep it.
    private const int WeightLimit = 1600;

    private readonly TaggerOptions _options;
    private readonly WordClusters _clusters;
    private readonly Action<string>? _log;

    /// <param name="options">How to train.</param>
    /// <param name="clusters">The word clusters the tagger will be used with; null for those of the package.</param>
    /// <param name="log">Gets a line a round.</param>
    public TaggerTrainer(TaggerOptions options, WordClusters? clusters = null, Action<string>? log = null)
    {
        _options = options;
        _clusters = clusters ?? new AnalysisResources(new Vocabulary()).Clusters;
        _log = log;
    }

    /// <summary>A tagger from gold text alone, without WordNet.</summary>
    public byte[] Train(IReadOnlyList<TaggerExample> gold) => Train(gold, [], new Dictionary<string, ushort>());

    /// <summary>The trained tagger as a weight file. The same data and options give the same bytes.</summary>
    /// <param name="gold">Sentences tagged by the custom that is ours.</param>
    /// <param name="silver">Sentences tagged by another custom or by machine; see <see cref="TaggerData.Penn"/>. May be empty.</param>
    /// <param name="net">WordNet's words; may be empty.</param>
    public byte[] Train(IReadOnlyList<TaggerExample> gold, IReadOnlyList<TaggerExample> silver, IReadOnlyDictionary<string, ushort> net)
    {
        var lexicon = new WeightFileWriter();
        TagLexicon.Write(lexicon, Dictionary(gold));
        WordUses.Write(lexicon, Uses(silver, net));
        LemmaTable.Write(lexicon, LemmaLearner.Exceptions(gold, net));
        PosTagger facts = Reader(lexicon);
        List<Prepared> examples = Prepare(facts, gold);
        LinearWeights weights = Learn(facts, examples);
        if (silver.Count > 0)
        {
            LinearTable teacher = Table(weights, 16);
            long kept = 0, all = 0;
            foreach (TaggerExample example in silver)
            {
                WordFacts[] words = Facts(facts, example.Forms);
                var tags = new PennTag[words.Length];
                Tag(teacher, words, tags);
                for (int i = 0; i < tags.Length; i++)
                {
                    all++;
                    tags[i] = tags[i] == example.Tags[i] ? tags[i] : PennTag.None;
                    kept += tags[i] != PennTag.None ? 1 : 0;
                }

                examples.Add(new Prepared(example.Forms, tags, words));
            }

            _log?.Invoke($"{100.0 * kept / all:F1} % of {all} other tags agree and are learned");
            weights = Learn(facts, examples);
        }

        LinearTable.Write(lexicon, "scores", weights, bits: 8, WeightLimit);
        lexicon.Add("scores.sure", [SureMargin(Table(weights, 8), examples.Take(gold.Count).Select(e => e.Words))]);
        return lexicon.ToArray();
    }

    /// <summary>The facts of a sentence, in the letter case that <paramref name="noise"/> asks for.</summary>
    internal static WordFacts[] Facts(PosTagger tagger, string[] forms, SentenceCase? noise = null)
    {
        if (noise is { } target)
        {
            forms = Array.ConvertAll(forms, f => Recase(f, target));
        }

        var counter = default(CaseCounter);
        foreach (string form in forms)
        {
            counter.Add(form);
        }

        SentenceCase letterCase = counter.Case;
        return Array.ConvertAll(forms, f => tagger.FactsOf(f, letterCase));
    }

    internal static string Recase(string form, SentenceCase letterCase) => letterCase switch
    {
        SentenceCase.Upper => form.ToUpperInvariant(),
        SentenceCase.Lower => form.ToLowerInvariant(),
        SentenceCase.Title when form.Length > 3 => char.ToUpperInvariant(form[0]) + form[1..],
        _ => form,
    };

    private static List<Prepared> Prepare(PosTagger facts, IReadOnlyList<TaggerExample> examples) =>
        [.. examples.Select(e => new Prepared(e.Forms, e.Tags, Facts(facts, e.Forms)))];

    private static void Shuffle(int[] order, uint seed)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            seed = StableHash.Combine(seed, (uint)i);
            int j = (int)(seed % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    // A tagger without weights, which makes facts.
    private PosTagger Reader(WeightFileWriter lexicon)
    {
        WeightFileWriter whole = lexicon.Copy();
        LinearTable.Write(whole, "scores", new LinearWeights(PennTags.Count, [], [0], [], []), bits: 8, WeightLimit);
        whole.Add("scores.sure", [1]);
        return new PosTagger(new Vocabulary(), _clusters, WeightFile.Open(new MemoryStream(whole.ToArray())));
    }

    private LinearWeights Learn(PosTagger facts, List<Prepared> examples)
    {
        var models = new LinearWeights[_options.Models];
        for (int i = 0; i < models.Length; i++)
        {
            models[i] = Learn(facts, examples, i);
        }

        return WeightMixer.Mean(models, _options.MinWeight);
    }

    private LinearWeights Learn(PosTagger facts, List<Prepared> examples, int model)
    {
        var learner = new AveragedPerceptron(PennTags.Count);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        for (int round = 0; round < _options.Rounds; round++)
        {
            Shuffle(order, (uint)(_options.Seed + round + (model * 1000)));
            long errors = 0, tokens = 0;
            foreach (int index in order)
            {
                Prepared example = examples[index];
                uint dice = StableHash.Combine((uint)index, (uint)(round + ((_options.Seed + model) * 31)));
                SentenceCase? noise = _options.CaseNoise > 0 ? (dice % (uint)_options.CaseNoise) switch
                {
                    0 => SentenceCase.Upper,
                    1 => SentenceCase.Title,
                    2 => SentenceCase.Lower,
                    _ => null,
                } : null;
                errors += Learn(learner, noise is null ? example.Words : Facts(facts, example.Forms, noise), example.Tags);
                tokens += example.Tags.Length;
            }

            _log?.Invoke($"round {round + 1}: {100.0 * errors / tokens:F2} % wrong, {learner.Features} features");
        }

        return learner.Average(_options.MinUpdates, _options.MinWeight / _options.Models);
    }

    private int Learn(AveragedPerceptron learner, WordFacts[] words, PennTag[] tags)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[learner.Stride];
        PennTag last = PennTag.None, previous = PennTag.None;
        int errors = 0;
        for (int i = 0; i < words.Length; i++)
        {
            PennTag tag = words[i].Only;
            if (tag == PennTag.None)
            {
                int count = TagFeatures.All(words, i, last, previous, features);
                count = _options.Without.Count == 0 ? count : Drop(features[..count]);
                learner.Score(features[..count], scores);
                tag = Best(scores);
                if (tags[i] != PennTag.None)
                {
                    int gold = (int)tags[i];
                    errors += (int)tag != gold ? 1 : 0;
                    int right = scores[gold];
                    scores[gold] = int.MinValue;
                    PennTag rival = Best(scores);
                    if (right - (long)scores[(int)rival] <= _options.Margin)
                    {
                        learner.Update(features[..count], gold, (int)rival);
                    }

                    learner.Tick();
                }
            }

            previous = last;
            last = tag;
        }

        return errors;
    }

    private int Drop(Span<uint> features)
    {
        int kept = 0;
        for (int i = 0; i < features.Length; i++)
        {
            if (!_options.Without.Contains((uint)i))
            {
                features[kept++] = features[i];
            }
        }

        return kept;
    }

    /// <summary>A sentence with its facts, which stay the same from round to round.</summary>
    private sealed record Prepared(string[] Forms, PennTag[] Tags, WordFacts[] Words);
}
