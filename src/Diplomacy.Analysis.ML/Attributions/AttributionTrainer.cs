using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.ML.Clusters;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Regions;
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
        HashSet<uint> heads = FindHeads(articles);
        List<CueExample> cues = [];
        List<FrameExample> frames = [];
        foreach ((DocumentContext context, AttributedArticle article) in articles)
        {
            Prepare(context);
            Collect(context, article, heads, cues, frames);
        }

        log?.Invoke(FormattableString.Invariant($"{articles.Count} articles, {cues.Count} cue candidates ({cues.Count(c => c.Gold)} right), {frames.Count} frames"));
        int[] cueCounts = _cueRows.Counts(), emissionCounts = _emissionRows.Counts(), transitionCounts = _transitionRows.Counts();
        cues = cues.ConvertAll(c => c with { Rows = Frequent(c.Rows, cueCounts) });
        frames = frames.ConvertAll(f => f with { Emission = Array.ConvertAll(f.Emission, r => Frequent(r, emissionCounts)), Transition = Array.ConvertAll(f.Transition, r => Frequent(r, transitionCounts)) });
        var cue = new GradientRows(1, cueCounts, options.Rate, options.Pull);
        var emission = new GradientRows(FrameModel.Labels, emissionCounts, options.Rate, options.Pull);
        var transition = new GradientRows(FrameModel.Labels * FrameModel.Labels, transitionCounts, options.Rate, options.Pull);
        var random = new SplitMix(options.Seed);
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

        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "cue", cue.Export(_cueRows.Keys, 0.01f), options.Bits);
        LinearTable.Write(writer, "emission", emission.Export(_emissionRows.Keys, options.MinWeight), options.Bits);
        LinearTable.Write(writer, "transition", transition.Export(_transitionRows.Keys, options.MinWeight), options.Bits);
        writer.Add("groups", [(int)options.Groups]);
        writer.Add("heads", heads.Order().ToArray());
        return writer;
    }

    /// <summary>
    /// The token that heads a cue: the first verb whose head lies outside the cue, else the first such token, else the first verb, else the first
    /// token; -1 where no token of the cue is in the text.
    /// </summary>
    internal static int HeadOf(DocumentContext context, GoldAttribution gold)
    {
        int first = -1;
        int verb = -1;
        int root = -1;
        foreach (TextSpan span in gold.Cue)
        {
            for (int i = FirstTokenAt(context, span.Start); i < context.Tokens.Length && context.Tokens[i].Start < span.End; i++)
            {
                first = first < 0 ? i : first;
                bool isVerb = Tagging.PennTags.IsVerb(context.Tags[i]);
                int head = context.Heads[i];
                bool outside = head != DocumentContext.NotParsed && (head < 0 || context.Tokens[head].Start < span.Start || context.Tokens[head].Start >= span.End);
                if (outside && isVerb)
                {
                    return i;
                }

                root = root < 0 && outside ? i : root;
                verb = isVerb ? i : verb;
            }
        }

        return root >= 0 ? root : verb >= 0 ? verb : first;
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

    /// <summary>A word is a candidate where at least one in fifty of its occurrences heads a cue.</summary>
    private HashSet<uint> FindHeads(IReadOnlyList<(DocumentContext Context, AttributedArticle Article)> articles)
    {
        Dictionary<uint, int> golds = [];
        Dictionary<uint, int> all = [];
        foreach ((DocumentContext context, AttributedArticle article) in articles)
        {
            Prepare(context);
            foreach (GoldAttribution gold in article.Attributions)
            {
                if (HeadOf(context, gold) is >= 0 and var head)
                {
                    golds[_document.Words[head]] = golds.GetValueOrDefault(_document.Words[head]) + 1;
                }
            }

            foreach (uint word in _document.Words.AsSpan(0, context.Tokens.Length))
            {
                all[word] = all.GetValueOrDefault(word) + 1;
            }
        }

        return [.. golds.Where(g => g.Value * 50 >= all[g.Key]).Select(g => g.Key)];
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

    private void Collect(DocumentContext context, AttributedArticle article, HashSet<uint> heads, List<CueExample> cues, List<FrameExample> frames)
    {
        HashSet<int> right = [];
        foreach (GoldAttribution gold in article.Attributions)
        {
            if (HeadOf(context, gold) is >= 0 and var head)
            {
                right.Add(head);
                frames.Add(FrameOf(context, gold, head));
            }
        }

        Span<uint> room = stackalloc uint[FeatureSink.Most];
        for (int i = 0; i < context.Tokens.Length; i++)
        {
            bool candidate = heads.Contains(_document.Words[i]) || _document.RuleOf[i] >= 0;
            if (candidate && context.Sentences[context.Tokens[i].Sentence].Region == RegionKind.Body)
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
