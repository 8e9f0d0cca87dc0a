using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.ML.Clusters;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>
/// Trains the learned attribution finder on articles that the rules have read: logistic regression for cues, a chain of four labels for
/// what stands around a cue. Everything random comes from the seed, so a rerun gives the same bytes.
/// </summary>
internal sealed class AttributionTrainer(AnalysisResources resources, AttributionOptions options, Action<string>? log)
{
    private readonly FrameDocument _document = new();
    private readonly FrameWindow _window = new();
    private readonly FeatureRows _cueRows = new();
    private readonly FeatureRows _emissionRows = new();
    private readonly FeatureRows _transitionRows = new();
    private readonly List<int> _rows = [];

    /// <summary>Trains and gives all of the weight file but the section <c>thresholds</c>, which <see cref="AttributionTraining"/> adds.</summary>
    /// <param name="articles">Articles as the rules left them, with what is right.</param>
    public WeightFileWriter Train(IReadOnlyList<(DocumentContext Context, AttributedArticle Article)> articles)
    {
        (HashSet<uint> heads, HashSet<uint> idle) = FindHeads(articles);
        List<CueExample> cues = [];
        List<FrameExample> frames = [];
        foreach ((DocumentContext context, AttributedArticle article) in articles)
        {
            Prepare(context);
            Collect(context, article, heads, idle, cues, frames);
        }

        log?.Invoke(FormattableString.Invariant($"{articles.Count} articles, {cues.Count} cue candidates ({cues.Count(c => c.Gold)} right), {frames.Count} frames"));
        int[] cueCounts = _cueRows.Counts(), emissionCounts = _emissionRows.Counts(), transitionCounts = _transitionRows.Counts();
        cues = cues.ConvertAll(c => c with { Rows = Frequent(c.Rows, cueCounts) });
        frames = frames.ConvertAll(f => f with { Emission = Array.ConvertAll(f.Emission, r => Frequent(r, emissionCounts)), Transition = Array.ConvertAll(f.Transition, r => Frequent(r, transitionCounts)) });
        List<LinearWeights> cueModels = [], emissionModels = [], transitionModels = [];
        for (int m = 0; m < options.Models; m++)
        {
            var cue = new GradientRows(1, cueCounts, options.Rate, options.Pull);
            var emission = new GradientRows(FrameModel.Labels, emissionCounts, options.Rate, options.Pull);
            var transition = new GradientRows(FrameModel.Labels * FrameModel.Labels, transitionCounts, options.Rate, options.Pull);
            Learn(cues, frames, cue, emission, transition, new SplitMix(options.Seed + (m * 1000L)));
            cueModels.Add(cue.Export(_cueRows.Keys));
            emissionModels.Add(emission.Export(_emissionRows.Keys));
            transitionModels.Add(transition.Export(_transitionRows.Keys));
        }

        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "cue", WeightMixer.Mean(cueModels, options.MinCueWeight), options.Bits);
        LinearTable.Write(writer, "emission", WeightMixer.Mean(emissionModels, options.MinWeight), options.Bits);
        LinearTable.Write(writer, "transition", WeightMixer.Mean(transitionModels, options.MinWeight), options.Bits);
        writer.Add("groups", [(int)options.Groups]);
        writer.Add("heads", heads.Order().ToArray());
        writer.Add("idle", idle.Order().ToArray());
        return writer;
    }

    private void Learn(List<CueExample> cues, List<FrameExample> frames, GradientRows cue, GradientRows emission, GradientRows transition, SplitMix random)
    {
        var cueLearner = new CueLearner(cue, options.CueDropout, random);
        var frameLearner = new FrameLearner(emission, transition, options.FrameDropout, random);
        int[] cueOrder = [.. Enumerable.Range(0, cues.Count)];
        int[] frameOrder = [.. Enumerable.Range(0, frames.Count)];
        for (int round = 0; round < options.Rounds; round++)
        {
            random.Shuffle<int>(cueOrder);
            random.Shuffle<int>(frameOrder);
            double cueLoss = cueOrder.Sum(i => cueLearner.Step(cues[i]));
            double frameLoss = frameOrder.Sum(i => frameLearner.Step(frames[i]));
            log?.Invoke(FormattableString.Invariant($"round {round + 1}: loss of a cue {cueLoss / cues.Count:0.0000}, of a frame {frameLoss / frames.Count:0.000}"));
            if (round * 2 >= options.Rounds - 1)
            {
                cue.Average();
                emission.Average();
                transition.Average();
            }
        }
    }

    /// <summary>
    /// The token that heads a cue: the one where the rules saw a cue, or, where they saw none, the last verb ("has said"), else the last noun ("a
    /// tacit admission of"), else the first token; -1 where no token of the cue is in the text.
    /// </summary>
    internal static int HeadOf(FrameDocument document, GoldAttribution gold)
    {
        DocumentContext context = document.Context;
        int first = -1;
        int verb = -1;
        int noun = -1;
        int marked = -1;
        foreach (TextSpan span in gold.Cue)
        {
            for (int i = FirstTokenAt(context, span.Start); i < context.Tokens.Length && context.Tokens[i].Start < span.End; i++)
            {
                if (document.RuleOf[i] >= 0)
                {
                    return i;
                }

                first = first < 0 ? i : first;
                marked = document.RuleShape[i] > 0 ? i : marked;
                verb = PennTags.IsVerb(context.Tags[i]) ? i : verb;
                noun = PennTags.IsNoun(context.Tags[i]) ? i : noun;
            }
        }

        return marked >= 0 ? marked : verb >= 0 ? verb : noun >= 0 ? noun : first;
    }

    /// <summary>The first token that ends behind <paramref name="offset"/>.</summary>
    internal static int FirstTokenAt(DocumentContext context, int offset)
    {
        int low = 0;
        int high = context.Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (context.Tokens[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Prepare(DocumentContext context) => _document.Prepare(context, resources.Vocabulary, (options.Groups & FrameGroups.Clusters) != 0 ? resources.Clusters : WordClusters.Empty, options.Groups);

    /// <summary>Words of which at least one in fifty occurrences heads a cue, and the frequent ones of which fewer do.</summary>
    private (HashSet<uint> Heads, HashSet<uint> Idle) FindHeads(IReadOnlyList<(DocumentContext Context, AttributedArticle Article)> articles)
    {
        Dictionary<uint, int> golds = [];
        Dictionary<uint, int> all = [];
        foreach ((DocumentContext context, AttributedArticle article) in articles)
        {
            Prepare(context);
            foreach (GoldAttribution gold in article.Attributions)
            {
                if (HeadOf(_document, gold) is >= 0 and var head)
                {
                    golds[_document.Words[head]] = golds.GetValueOrDefault(_document.Words[head]) + 1;
                }
            }

            foreach (uint word in _document.Words.AsSpan(0, context.Tokens.Length))
            {
                all[word] = all.GetValueOrDefault(word) + 1;
            }
        }

        return ([.. golds.Where(g => g.Value * 50 >= all[g.Key]).Select(g => g.Key)], [.. all.Where(w => w.Value >= 20 && golds.GetValueOrDefault(w.Key) * 50 < w.Value).Select(w => w.Key)]);
    }

    private static bool Covers(TextSpan[] spans, in Token token)
    {
        foreach (TextSpan span in spans)
        {
            if (token.Start < span.End && span.Start < token.End)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Frequent(int[] rows, int[] counts, int least) => Array.FindAll(rows, r => counts[r] >= least);

    private int[] Frequent(int[] rows, int[] counts) => Frequent(rows, counts, options.MinCount);

    private void Collect(DocumentContext context, AttributedArticle article, HashSet<uint> heads, HashSet<uint> idle, List<CueExample> cues, List<FrameExample> frames)
    {
        HashSet<int> right = [];
        foreach (GoldAttribution gold in article.Attributions)
        {
            if (HeadOf(_document, gold) is >= 0 and var head)
            {
                right.Add(head);
                frames.Add(FrameOf(context, gold, head));
            }
        }

        Span<uint> room = stackalloc uint[FeatureSink.Most];
        for (int i = 0; i < context.Tokens.Length; i++)
        {
            if (_document.IsCandidate(i, heads, idle) && FrameDocument.IsRead(context.Sentences[context.Tokens[i].Sentence]))
            {
                var sink = new FeatureSink(room);
                CueFeatures.Collect(_document, i, ref sink);
                cues.Add(new CueExample(RowsOf(_cueRows, sink.Features), right.Contains(i)));
            }
        }
    }

    private FrameExample FrameOf(DocumentContext context, GoldAttribution gold, int head)
    {
        Span<uint> room = stackalloc uint[FeatureSink.Most];
        _window.Prepare(_document, head);
        byte[] labels = new byte[_window.Count];
        int[][] emission = new int[_window.Count][];
        int[][] transition = new int[_window.Count][];
        for (int i = _window.First; i < _window.End; i++)
        {
            int k = i - _window.First;
            ref readonly Token token = ref context.Tokens[i];
            labels[k] = (byte)(Covers(gold.Cue, token) ? FrameLabel.Cue
                : Covers(gold.Source, token) ? FrameLabel.Source
                : Covers(gold.Content, token) ? FrameLabel.Content : FrameLabel.Outside);
            var sink = new FeatureSink(room);
            _window.Emission(i, ref sink);
            emission[k] = RowsOf(_emissionRows, sink.Features);
            transition[k] = [];
            if (k > 0)
            {
                sink = new FeatureSink(room);
                _window.Transition(i, ref sink);
                transition[k] = RowsOf(_transitionRows, sink.Features);
            }
        }

        return new FrameExample(labels, emission, transition);
    }

    private int[] RowsOf(FeatureRows table, ReadOnlySpan<uint> features)
    {
        _rows.Clear();
        table.See(features, _rows);
        return [.. _rows];
    }
}
