using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Sentences;

namespace Diplomacy.Analysis.Attributions.Explaining;

/// <summary>
/// Tells why a word is, or is not, part of an attribution: each candidate for a cue in whose reach it stands, how likely that is one,
/// what it would take, and by how much it lost.
/// </summary>
internal sealed class AttributionExplainer(DiplomacyAnalyzer analyzer)
{
    /// <summary>Sentences to either side in which candidates are sought: a quotation reaches over sentences to its cue.</summary>
    private const int Reach = 12;

    /// <summary>Explains the word at an offset, or the first one behind it.</summary>
    /// <param name="document">An analysed document.</param>
    /// <param name="offset">UTF-16 code units from the start of the text.</param>
    /// <returns>Null where no word stands there or behind.</returns>
    public AttributionExplanation? Explain(AnalyzedDocument document, int offset)
    {
        DocumentContext context = document.Context;
        int token = 0;
        while (token < context.Tokens.Length && context.Tokens[token].End <= offset)
        {
            token++;
        }

        if (token == context.Tokens.Length)
        {
            return null;
        }

        int place = context.Tokens[token].Sentence;
        Sentence sentence = context.Sentences[place];
        var quotations = new QuotationMap(context);
        int quotation = quotations.Around(token);
        return new AttributionExplanation
        {
            Word = context.Tokens[token].Span,
            Sentence = context.SpanOf(new TokenRange(sentence.FirstToken, sentence.EndToken)),
            Region = sentence.Region,
            Quotation = quotation < 0 ? null : context.Quotations[quotation].Kind,
            Cueless = Cueless(context, token),
            Cues = analyzer.Resources.Frames is { } model ? Cues(document, model, token, place) : [],
        };
    }

    private static List<(string Rule, TextSpan Content)> Cueless(DocumentContext context, int token)
    {
        List<(string, TextSpan)> found = [];
        foreach (ref readonly Attribution a in context.Attributions.Span)
        {
            for (int r = a.Content.First; a.CueHead < 0 && r < a.Content.End; r++)
            {
                if (context.Ranges[r].Contains(token))
                {
                    found.Add((a.Rule, context.SpanOf(context.Ranges[r])));
                }
            }
        }

        return found;
    }

    private List<ExplainedCue> Cues(AnalyzedDocument document, FrameModel model, int token, int place)
    {
        HashSet<int> shown = [];
        DocumentContext context = document.Context;
        analyzer.Show(context);
        Dictionary<int, TokenRange> cuesOf = [];
        foreach (ref readonly ShownAttribution item in context.Shown.Items.Span)
        {
            shown.Add(item.Place);
            cuesOf[item.Place] = item.Cue;
        }

        List<(int Head, TextSpan Word, HashSet<int> Tokens)> winners = [.. cuesOf.Select(c => (c.Key, context.Tokens[c.Key].Span, TokensOf(context, c.Value)))];

        // The rules' layer as the learned finder met it: without what it added.
        context.Clear(AnalysisLayers.ShownAttributions);
        FrameWorkspace work = context.FrameWorkspace;
        FrameDocument d = work.Document;
        d.Prepare(context, analyzer.Resources.Vocabulary, (model.Groups & FrameGroups.Clusters) != 0 ? analyzer.Resources.Clusters : WordClusters.Empty, model.Groups);
        int kept = context.Attributions.Count;
        List<ExplainedCue> cues = [];
        for (int s = Math.Max(0, place - Reach); s < Math.Min(context.Sentences.Length, place + Reach + 1); s++)
        {
            Sentence sentence = context.Sentences[s];
            for (int i = sentence.FirstToken; FrameDocument.IsRead(sentence) && i < sentence.EndToken; i++)
            {
                if (!d.IsCandidate(i, model.Heads, model.Idle) || !Reaches(work, i, token))
                {
                    continue;
                }

                int rule = d.RuleOf[i];
                bool own = rule >= 0 && rule < kept;
                double probability = AttributionReviser.ProbabilityOf(d, model, i);
                ExplainedCue cue = Describe(context, work, model, token) with
                {
                    Word = context.Tokens[i].Span,
                    Rule = rule >= 0 ? d.Rule(rule).Rule : null,
                    Inner = rule >= kept,
                    Probability = probability,
                    Needed = own ? model.KeepFrom : model.AddFrom,
                    Shown = shown.Contains(i),
                };
                if (!cue.Shown && cue.Margin >= 0)
                {
                    TextSpan winner = winners.Find(w => w.Head != i && w.Tokens.Contains(i)).Word;
                    cue.LostTo = winner.Length > 0 ? winner : null;
                }

                cues.Add(cue);
            }
        }

        d.Release();
        analyzer.Show(context);
        return [.. cues.OrderByDescending(c => c.Shown).ThenByDescending(c => c.Probability).ThenBy(c => c.Word.Start)];
    }

    private static bool Reaches(FrameWorkspace work, int cue, int token)
    {
        work.Window.Prepare(work.Document, cue);
        return token >= work.Window.First && token < work.Window.End;
    }

    private static ExplainedCue Describe(DocumentContext context, FrameWorkspace work, FrameModel model, int token)
    {
        FrameWindow window = work.Window;
        work.Decoder.Decode(model, window);
        double[] roles = new double[FrameModel.Labels];
        work.Decoder.Posterior(window.Count, token - window.First, roles);
        return new ExplainedCue
        {
            Word = default,
            Probability = 0,
            Needed = 0,
            Shown = false,
            Source = Spans(context, work, FrameLabel.Source),
            Cue = Spans(context, work, FrameLabel.Cue),
            Content = Spans(context, work, FrameLabel.Content),
            Roles = roles,
        };
    }

    private static List<TextSpan> Spans(DocumentContext context, FrameWorkspace work, FrameLabel label)
    {
        List<TextSpan> spans = [];
        int count = work.Window.Count;
        for (int k = 0; k < count; k++)
        {
            int end = k;
            while (end < count && work.Decoder.Labels[end] == label)
            {
                end++;
            }

            if (end > k)
            {
                spans.Add(context.SpanOf(new TokenRange(work.Window.First + k, work.Window.First + end)));
                k = end;
            }
        }

        return spans;
    }

    private static HashSet<int> TokensOf(DocumentContext context, TokenRange slice)
    {
        HashSet<int> tokens = [];
        for (int r = slice.First; r < slice.End; r++)
        {
            tokens.UnionWith(Enumerable.Range(context.Ranges[r].First, context.Ranges[r].Count));
        }

        return tokens;
    }
}
