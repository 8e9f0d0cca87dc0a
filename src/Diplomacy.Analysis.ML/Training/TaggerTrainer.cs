using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>Trains the part-of-speech tagger: dictionary first, then an averaged perceptron from left to right.</summary>
internal sealed class TaggerTrainer
{
    private readonly TaggerOptions _options;

    public TaggerTrainer(TaggerOptions options) => _options = options;

    /// <summary>The trained tagger as a weight file. The same examples and options give the same bytes.</summary>
    public byte[] Train(IReadOnlyList<TaggerExample> examples, Action<string>? log = null)
    {
        List<(string, (PennTag, bool)[], bool)> dictionary = Dictionary(examples);
        var empty = new WeightFileWriter();
        TagLexicon.Write(empty, dictionary);
        LinearTable.Write(empty, "scores", new LinearWeights(PennTags.Count, [], [0], [], []), _options.Bits);
        var tagger = new PosTagger(new Vocabulary(), WeightFile.Open(new MemoryStream(empty.ToArray())));

        var learner = new AveragedPerceptron(PennTags.Count);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        for (int round = 0; round < _options.Rounds; round++)
        {
            Shuffle(order, (uint)(_options.Seed + round));
            long errors = 0, tokens = 0;
            for (int i = 0; i < order.Length; i++)
            {
                TaggerExample example = examples[order[i]];
                SentenceCase? noise = _options.CaseNoise > 0 ? (StableHash.Combine((uint)order[i], (uint)(round + (_options.Seed * 31))) % (uint)_options.CaseNoise) switch
                {
                    0 => SentenceCase.Upper,
                    1 => SentenceCase.Title,
                    2 => SentenceCase.Lower,
                    _ => null,
                } : null;
                errors += Learn(learner, tagger, example, noise);
                tokens += example.Tags.Length;
            }

            log?.Invoke($"round {round + 1}: {100.0 * errors / tokens:F2} % wrong, {learner.Features} features");
        }

        var writer = new WeightFileWriter();
        TagLexicon.Write(writer, dictionary);
        LinearTable.Write(writer, "scores", learner.Average(_options.MinUpdates, _options.MinWeight), _options.Bits);
        return writer.ToArray();
    }

    /// <summary>The facts of a sentence in the letter case that <paramref name="noise"/> asks for.</summary>
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
        return Array.ConvertAll(forms, f => tagger.Facts(f, tagger.LowerOf(f), letterCase));
    }

    internal static string Recase(string form, SentenceCase letterCase) => letterCase switch
    {
        SentenceCase.Upper => form.ToUpperInvariant(),
        SentenceCase.Lower => form.ToLowerInvariant(),
        SentenceCase.Title when form.Length > 3 => char.ToUpperInvariant(form[0]) + form[1..],
        _ => form,
    };

    private static int Learn(AveragedPerceptron learner, PosTagger tagger, TaggerExample example, SentenceCase? noise)
    {
        WordFacts[] words = Facts(tagger, example.Forms, noise);
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[learner.Stride];
        PennTag last = PennTag.None, previous = PennTag.None;
        int errors = 0;
        for (int i = 0; i < words.Length; i++)
        {
            PennTag tag = words[i].Only;
            if (tag == PennTag.None)
            {
                int count = TagFeatures.Extract(words, i, last, previous, features);
                learner.Score(features[..count], scores);
                PennTag gold = example.Tags[i];
                ulong allowed = words[i].Tags;
                tag = PosTagger.Best(scores, gold == PennTag.None || allowed == 0 ? allowed : allowed | (1UL << (int)gold));
                if (gold != PennTag.None)
                {
                    if (tag != gold)
                    {
                        learner.Update(features[..count], (int)gold, (int)tag);
                        errors++;
                    }

                    learner.Tick();
                }
            }

            previous = last;
            last = tag;
        }

        return errors;
    }

    private static void Shuffle(int[] order, uint seed)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            seed = StableHash.Combine(seed, (uint)i);
            int j = (int)(seed % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    private List<(string, (PennTag, bool)[], bool)> Dictionary(IReadOnlyList<TaggerExample> examples)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (TaggerExample example in examples)
        {
            for (int i = 0; i < example.Forms.Length; i++)
            {
                if (example.Tags[i] != PennTag.None)
                {
                    string word = example.Forms[i].ToLowerInvariant();
                    if (!counts.TryGetValue(word, out int[]? tags))
                    {
                        counts[word] = tags = new int[PennTags.Count];
                    }

                    tags[(int)example.Tags[i]] += 1;
                }
            }
        }

        List<(string, (PennTag, bool)[], bool)> dictionary = [];
        foreach ((string word, int[] tags) in counts.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            int total = tags.Sum();
            if (total < _options.DictionaryCount || System.Text.Encoding.UTF8.GetByteCount(word) > 60)
            {
                continue;
            }

            // Once in two hundred is more often a slip of the annotators than a use of the word.
            (PennTag, bool)[] list = [.. Enumerable.Range(1, PennTags.Count - 1)
                .Where(t => tags[t] > 0 && tags[t] * 200 >= total)
                .OrderByDescending(t => tags[t]).ThenBy(t => t)
                .Select(t => ((PennTag)t, tags[t] * 10 >= total))];
            dictionary.Add((word, list, list.Length == 1 && total >= _options.SureCount));
        }

        return dictionary;
    }
}
