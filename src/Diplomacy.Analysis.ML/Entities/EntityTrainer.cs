using System.Numerics;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Clusters;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>
/// Trains the recogniser. First each part of the corpus is labelled by a chain that was trained on the other parts: these
/// labels are what the memory of a document will hold. Then one chain is trained on all, with the memory.
/// </summary>
internal sealed partial class EntityTrainer
{
    private readonly EntityOptions _options;
    private readonly WordClusters _clusters;
    private readonly Action<string>? _log;
    private readonly Dictionary<uint, int> _rows = [];
    private readonly HashSet<uint> _inner = [];
    private readonly HashSet<uint> _alone = [];
    private NameReader _reader = null!;

    public EntityTrainer(EntityOptions options, WordClusters clusters, Action<string>? log = null)
    {
        _options = options;
        _clusters = clusters;
        _log = log;
    }

    /// <summary>The trained recogniser as a weight file. The same documents and options give the same bytes on a machine.</summary>
    /// <param name="documents">What the chain learns from.</param>
    /// <param name="kinds">Kinds of words, from <see cref="KindTrainer"/>; may be empty.</param>
    public byte[] Train(IReadOnlyList<EntityDocument> documents, (string Word, byte Kind)[] kinds)
    {
        (List<TrainingDocument> prepared, List<(float Margin, bool Right)> margins) = PrepareAll(documents, kinds);
        AddCapitals(documents, prepared);
        return Write(LearnSeveral(prepared), kinds, margins);
    }

    /// <summary>Features, rows and, by chains trained on the other parts, the memory of each document.</summary>
    private (List<TrainingDocument> Prepared, List<(float Margin, bool Right)> Margins) PrepareAll(IReadOnlyList<EntityDocument> documents, (string Word, byte Kind)[] kinds)
    {
        var typesWriter = new WeightFileWriter();
        NameTypes.Write(typesWriter, kinds);
        _reader = new NameReader(_clusters, NameTypes.Read(WeightFile.Open(new MemoryStream(typesWriter.ToArray()))));
        FindLowerCaseWords(documents);
        CountLocal(documents);
        List<TrainingDocument> prepared = [.. documents.Select(Prepare)];
        _log?.Invoke($"{_rows.Count} features, {prepared.Sum(d => d.Sentences.Sum(s => s.Facts.Length))} tokens, {prepared.Sum(d => d.Sentences.Sum(s => s.Examples.Sum(e => e.Length)))} candidates");
        List<(float Margin, bool Right)> margins = [];
        if ((_options.Groups & FeatureGroups.Memory) != 0)
        {
            for (int fold = 0; fold < _options.Folds; fold++)
            {
                ChainLearner part = Learn([.. prepared.Where((_, i) => i % _options.Folds != fold)], _options.FoldRounds);
                foreach (TrainingDocument document in prepared.Where((_, i) => i % _options.Folds == fold))
                {
                    foreach (TrainingSentence sentence in document.Sentences)
                    {
                        sentence.Labels = Label(part, sentence, remembered: false, document.Corpus == "worldwide" ? margins : null);
                    }
                }
            }

            CountRemembered(prepared);
        }

        return (prepared, margins);
    }

    /// <summary>The mean of chains that saw the examples in other orders: what chance put into one is thinned out.</summary>
    private ChainLearner LearnSeveral(List<TrainingDocument> documents)
    {
        ChainLearner first = Learn(documents, _options.Rounds);
        for (int i = 1; i < _options.Models; i++)
        {
            first.Add(Learn(documents, _options.Rounds, i));
        }

        first.Divide(_options.Models);
        return first;
    }

    private ChainLearner Learn(List<TrainingDocument> documents, int rounds, int number = 0)
    {
        var learner = new ChainLearner(_rows.Count, _options.Seed + (1000 * number)) { Dropout = _options.Dropout, Pull = _options.Pull, Rate = _options.Rate };
        learner.Train([.. documents.SelectMany(d => d.Sentences).SelectMany(s => s.Examples)], rounds, _log);
        return learner;
    }

    /// <summary>Labels a sentence; the margins of its names and whether they are right go to <paramref name="margins"/>.</summary>
    private static byte[] Label(ChainLearner learner, TrainingSentence sentence, bool remembered, List<(float, bool)>? margins)
    {
        byte[] labels = new byte[sentence.Facts.Length];
        for (int e = 0; e < sentence.Examples.Count; e++)
        {
            ChainExample example = sentence.Examples[e];
            int start = sentence.Starts[e];
            float[] scores = new float[example.Length * ChainLearner.Stride];
            learner.Score(example, remembered, scores);
            Span<byte> found = labels.AsSpan(start, example.Length);
            learner.Decode(scores, found);
            if (margins is null)
            {
                continue;
            }

            byte[] gold = Array.ConvertAll(example.Masks, m => (byte)BitOperations.TrailingZeroCount(m));
            HashSet<(int, int, EntityType)> right = [.. EntityScore.Spans(gold, joins: false)];
            foreach ((int First, int End, EntityType Type) span in EntityScore.Spans(found, joins: false))
            {
                float margin = 0;
                for (int i = span.First; i < span.End; i++)
                {
                    margin += Margin(scores.AsSpan(i * ChainLearner.Stride, EntityLabel.Count), found[i]);
                }

                margins.Add((margin, right.Contains(span)));
            }
        }

        return labels;
    }

    // The same as the recogniser's, in the units of training.
    private static float Margin(ReadOnlySpan<float> scores, byte label)
    {
        float own = float.NegativeInfinity;
        float other = float.NegativeInfinity;
        for (byte each = 0; each < scores.Length; each++)
        {
            if (EntityLabel.TypeOf(each) != EntityLabel.TypeOf(label))
            {
                other = Math.Max(other, scores[each]);
            }
            else
            {
                own = Math.Max(own, scores[each]);
            }
        }

        return own - other;
    }

    /// <summary>Collects the lower-case words that stand in names: beside a capital (once is enough) or alone (three times).</summary>
    private void FindLowerCaseWords(IReadOnlyList<EntityDocument> documents)
    {
        var counts = new Dictionary<uint, int>();
        foreach (EntitySentence sentence in documents.SelectMany(d => d.Sentences))
        {
            for (int i = 0; i < sentence.Forms.Length; i++)
            {
                if ((sentence.Masks[i] & 1) != 0 || sentence.Forms[i].Any(char.IsUpper))
                {
                    continue;
                }

                uint word = StableHash.Of(sentence.Forms[i]);
                bool near = false;
                for (int k = Math.Max(0, i - 2); k < Math.Min(sentence.Forms.Length, i + 3); k++)
                {
                    near |= sentence.Forms[k].Any(char.IsUpper);
                }

                if (near)
                {
                    _inner.Add(word);
                }

                if (sentence.Forms[i].Any(char.IsLetter))
                {
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                }
            }
        }

        _alone.UnionWith(counts.Where(p => p.Value >= 3).Select(p => p.Key));
    }
}
