using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// Makes the list of attributions that readers see: the rules' attributions with the spans of the learned finder, those that only
/// the learned finder found, without those it disbelieves. Claims read the rules' spans, which grammar cuts as claims want
/// them; measured, learned spans lose claims (models/cards/attributions.md). So this stage runs when the list is asked for.
/// </summary>
internal sealed class AttributionReviser : IAnalysisStage
{
    private const int NearbyCues = 4;

    // No sentence of real text has so many cues; a line of ten thousand verbs would cost a window for each.
    private const int MostFrames = 32;

    // A table of one class is padded to one vector.
    private const int CueStride = 16;

    private readonly AnalysisResources _resources;
    private readonly GrammarWords _words;
    private readonly SpeechFormReader _forms;
    private readonly FrameModel? _given;

    public AttributionReviser(AnalysisResources resources)
    {
        _resources = resources;
        _words = resources.GrammarWords;
        _forms = new SpeechFormReader(_words);
    }

    /// <summary>A reviser with a model that is in no file yet, for the trainer.</summary>
    public AttributionReviser(AnalysisResources resources, FrameModel model)
        : this(resources) => _given = model;

    public string Name => "shown attributions";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences | AnalysisLayers.Tags | AnalysisLayers.Entities | AnalysisLayers.Quotations | AnalysisLayers.Attributions;

    public AnalysisLayers Provides => AnalysisLayers.ShownAttributions;

    public void Run(DocumentContext document)
    {
        document.Shown.Begin(document);
        FrameModel? model = _given ?? _resources.Frames;
        int rules = document.Attributions.Count;
        for (int i = 0; i < rules; i++)
        {
            ref readonly Attribution a = ref document.Attributions[i];
            document.Shown.Items.Add(new ShownAttribution
            {
                Number = i,
                Source = a.Source,
                Cue = a.Cue,
                Content = a.Content,
                Form = a.Form,
                Confidence = a.Confidence,
                Place = a.CueHead >= 0 ? a.CueHead : document.Ranges[a.Content.First].First,
            });
        }

        if (model is not null)
        {
            Revise(document, model);
        }

        document.Shown.Items.Span.Sort(static (x, y) => x.Place != y.Place ? x.Place.CompareTo(y.Place) : x.Number.CompareTo(y.Number));
        if (model is not null)
        {
            DropDoubles(document);
        }
    }

    /// <summary>Of two attributions whose cues hold each other's head ("voiced" and "concern") the likelier one stays.</summary>
    private static void DropDoubles(DocumentContext document)
    {
        Span<ShownAttribution> items = document.Shown.Items.Span;
        for (int i = 1; i < items.Length; i++)
        {
            for (int j = i - 1; j >= 0 && j >= i - NearbyCues && items[j].Confidence >= 0; j--)
            {
                if (Holds(document, items[i].Cue, items[j].Place) && Holds(document, items[j].Cue, items[i].Place))
                {
                    items[items[i].Confidence > items[j].Confidence ? j : i].Confidence = -1;
                    break;
                }
            }
        }

        Drop(document);
    }

    private static bool Holds(DocumentContext document, TokenRange slice, int token)
    {
        for (int r = slice.First; r < slice.End; r++)
        {
            if (document.Ranges[r].Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How likely a token heads a cue, 0..1.</summary>
    [SkipLocalsInit]
    internal static float ProbabilityOf(FrameDocument d, FrameModel model, int token)
    {
        Span<uint> room = stackalloc uint[FeatureSink.Most];
        Span<int> scores = stackalloc int[CueStride];
        var sink = new FeatureSink(room);
        CueFeatures.Collect(d, token, ref sink);
        model.Cue.Score(sink.Features, scores);
        return (float)(1 / (1 + Math.Exp(-scores[0] * (double)model.Cue.Scale)));
    }

    private void Revise(DocumentContext document, FrameModel model)
    {
        FrameWorkspace work = document.FrameWorkspace;
        FrameDocument d = work.Document;
        d.Prepare(document, _resources.Vocabulary, (model.Groups & FrameGroups.Clusters) != 0 ? _resources.Clusters : Models.WordClusters.Empty, model.Groups);
        int rules = document.Attributions.Count;
        ReadOnlySpan<Sentence> sentences = document.Sentences;
        for (int s = 0; s < sentences.Length; s++)
        {
            ref readonly Sentence sentence = ref sentences[s];
            if (!FrameDocument.IsRead(sentence))
            {
                continue;
            }

            int frames = 0;
            bool parsed = (model.Groups & FrameGroups.Tree) == 0;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (!d.IsCandidate(i, model.Heads, model.Idle))
                {
                    continue;
                }

                if (!parsed)
                {
                    _resources.Parser?.ParseSentence(document, s);
                    parsed = true;
                }

                float p = ProbabilityOf(d, model, i);
                int rule = d.RuleOf[i];
                bool kept = rule >= 0 && rule < rules;
                if (p >= (kept ? model.KeepFrom : model.AddFrom))
                {
                    if (++frames > MostFrames)
                    {
                        continue;
                    }

                    work.Window.Prepare(d, i);
                    work.Decoder.Decode(model, work.Window);
                    Take(document, work, rule, kept, p);
                }
                else if (kept)
                {
                    document.Shown.Items[rule].Confidence = -1;
                }
            }
        }

        d.Release();
        Drop(document);
    }

    /// <summary>Takes over the spans that the decoder found; where it found no content, the rules' attribution stays as it is.</summary>
    private void Take(DocumentContext document, FrameWorkspace work, int rule, bool kept, float p)
    {
        FrameWindow window = work.Window;
        ReadOnlySpan<FrameLabel> labels = work.Decoder.Labels.AsSpan(0, window.Count);
        if (!labels.Contains(FrameLabel.Content))
        {
            return;
        }

        TokenRange source = Pool(document, window.First, labels, FrameLabel.Source);
        TokenRange cue = Pool(document, window.First, labels, FrameLabel.Cue);
        TokenRange content = Pool(document, window.First, labels, FrameLabel.Content);
        if (cue.IsEmpty)
        {
            int start = document.Ranges.Count;
            document.Ranges.Add(new TokenRange(window.Cue, window.Cue + 1));
            cue = new TokenRange(start, start + 1);
        }

        var grammar = new PhraseGrammar(document, _words);
        Attribution attribution = rule >= 0 ? work.Document.Rule(rule) : New(document, grammar, window.Cue, document.Ranges[content.First].First);
        attribution.Source = source;
        attribution.Cue = cue;
        attribution.Content = content;
        var shown = new ShownAttribution
        {
            Number = kept ? rule : document.Attributions.Count,
            Source = source,
            Cue = cue,
            Content = content,
            Form = _forms.Of(document, grammar, new QuotationMap(document), attribution),
            Confidence = p,
            Place = window.Cue,
        };
        if (kept)
        {
            document.Shown.Items[rule] = shown;
            return;
        }

        attribution.Form = shown.Form;
        attribution.Confidence = p;
        attribution.Parent = -1;
        document.Attributions.Add(attribution);
        document.Shown.Items.Add(shown);
    }

    private static Attribution New(DocumentContext document, in PhraseGrammar grammar, int cue, int content) => new()
    {
        CueHead = cue,
        CueKind = document.Tags[cue].IsNoun() ? CueKind.Noun : document.Tags[cue].IsVerb() ? CueKind.Verb : CueKind.Preposition,
        ContentKind = grammar.IsQuote(content) ? ContentKind.Quotation : document.Tags[content] switch
        {
            PennTag.TO => ContentKind.Infinitive,
            PennTag.VBG => ContentKind.Gerund,
            _ => ContentKind.Clause,
        },
        Rule = "learned",
    };

    private static void Drop(DocumentContext document)
    {
        Span<ShownAttribution> items = document.Shown.Items.Span;
        int count = 0;
        foreach (ref readonly ShownAttribution item in items)
        {
            if (item.Confidence >= 0)
            {
                items[count++] = item;
            }
        }

        document.Shown.Items.Resize(count);
    }

    private static TokenRange Pool(DocumentContext document, int first, ReadOnlySpan<FrameLabel> labels, FrameLabel label)
    {
        int start = document.Ranges.Count;
        for (int k = 0; k < labels.Length; k++)
        {
            if (labels[k] != label)
            {
                continue;
            }

            int end = k + 1;
            while (end < labels.Length && labels[end] == label)
            {
                end++;
            }

            document.Ranges.Add(new TokenRange(first + k, first + end));
            k = end;
        }

        return new TokenRange(start, document.Ranges.Count);
    }
}
