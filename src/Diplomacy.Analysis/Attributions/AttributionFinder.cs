using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// Finds who says what: for each cue of each body sentence its source and content, then the quotations that no cue
/// introduces, then, in first-person texts, the speaker's own sentences. Candidates, sources and contents come from
/// finders of their own, so that a learned model can take the place of each.
/// </summary>
internal sealed partial class AttributionFinder : IAnalysisStage
{
    // What is longer is a list or a table; it is cut, so that the time does not grow with the square of its length.
    private const int LongestSentence = 1024;

    private readonly GrammarWords _words;
    private readonly CueFinder _cues;
    private readonly SourceFinder _sources;
    private readonly ContentFinder _contents;
    private readonly SpeechFormReader _forms;
    private readonly WordSet _leads;

    public AttributionFinder(AnalysisResources resources)
    {
        _words = resources.GrammarWords;
        _cues = new CueFinder(new CueLexicon(resources, resources.Verbs), _words);
        _sources = new SourceFinder(_words);
        _contents = new ContentFinder(_words);
        _forms = new SpeechFormReader(_words);
        _leads = new WordSet(resources.Vocabulary, "and also then from this");
    }

    public string Name => "attributions";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences | AnalysisLayers.Tags | AnalysisLayers.Entities | AnalysisLayers.Quotations;

    public AnalysisLayers Provides => AnalysisLayers.Attributions;

    public void Run(DocumentContext document)
    {
        document.QuotationOwners.Resize(document.Quotations.Count);
        document.QuotationOwners.Span.Fill(-1);
        var grammar = new PhraseGrammar(document, _words);
        var quotations = new QuotationMap(document);
        bool firstPerson = document.Article.Speaker is not null || document.Article.SpeakerCountry is not null;
        ReadOnlySpan<Sentence> sentences = document.Sentences;
        int quotation = 0;
        int turn = 0;
        for (int i = 0; i < sentences.Length; i++)
        {
            document.CancellationToken.ThrowIfCancellationRequested();
            ref readonly Sentence sentence = ref sentences[i];
            if (sentence.Region != RegionKind.Body)
            {
                continue;
            }

            // What stands under a name in a transcript is in that person's own voice.
            bool own = firstPerson || InTurn(document, i, ref turn);
            if (own)
            {
                AddOwnWords(document, grammar, sentence);
            }

            int before = document.Attributions.Count;
            for (int first = sentence.FirstToken, end; first < sentence.EndToken; first = end)
            {
                end = Math.Min(first + LongestSentence, sentence.EndToken);
                FindInSentence(document, grammar, quotations, first, end);
            }

            if (document.Attributions.Count == before && !TryList(document, grammar, i))
            {
                TryColon(document, grammar, quotations, sentence.FirstToken, sentence.EndToken);
            }

            if (!own)
            {
                LinkQuotations(document, grammar, quotations, sentence, ref quotation);
            }
        }

        LinkParents(document);
        DropInner(document, grammar);
    }

    // Whether sentence i belongs to the turn of somebody who answers; turn walks on with the sentences.
    private static bool InTurn(DocumentContext document, int sentence, ref int turn)
    {
        Span<Turn> turns = document.Regions.Turns.Span;
        while (turn < turns.Length && turns[turn].EndSentence <= sentence)
        {
            turn++;
        }

        return turn < turns.Length && turns[turn].FirstSentence <= sentence && turns[turn] is { IsQuestion: false, IsRole: false };
    }

    private void FindInSentence(DocumentContext document, in PhraseGrammar grammar, in QuotationMap quotations, int first, int end)
    {
        Buffer<CueCandidate> buffer = document.Cues;
        buffer.Clear();
        _cues.Find(grammar, first, end, buffer);
        if (buffer.Count == 0)
        {
            return;
        }

        Span<CueCandidate> candidates = buffer.Span;
        for (int i = 0; i < candidates.Length; i++)
        {
            TokenRange stretch = StretchOf(quotations, candidates[i].Head, first, end);
            _sources.Find(grammar, ref candidates[i], candidates[..i], stretch.First, stretch.End);
            document.CueMarks.Add((candidates[i].Head, candidates[i].Shape));
        }

        for (int i = 0; i < candidates.Length; i++)
        {
            TokenRange stretch = StretchOf(quotations, candidates[i].Head, first, end);
            if (IsUnreal(grammar, candidates[i], stretch)
                || (candidates[i].Source.IsEmpty && candidates[i].Shape != CueShape.Passive && document.Keeps(GuardRules.Sourceless))
                || !_contents.TryFind(grammar, quotations, candidates, i, stretch.First, stretch.End, out FoundContent content))
            {
                continue;
            }

            if (content.Main.First < candidates[i].Cue.First && candidates[i].Shape != CueShape.Passive)
            {
                candidates[i].Done = candidates[i].After;
            }

            Add(document, grammar, quotations, candidates[i], content);
        }
    }

    private static TokenRange StretchOf(in QuotationMap quotations, int head, int first, int end)
    {
        int q = quotations.SpeechHolding(head);
        if (q < 0)
        {
            return new TokenRange(first, end);
        }

        TokenRange inner = quotations.Quotations[q].Inner;
        return new TokenRange(Math.Max(first, inner.First), Math.Min(end, inner.End));
    }

    /// <summary>Questions and suppositions: "Did Rome say ...?", "if Rome rejects the offer".</summary>
    private bool IsUnreal(in PhraseGrammar grammar, in CueCandidate candidate, TokenRange stretch)
    {
        int start = candidate.ClauseStart;
        if (grammar.Keeps(GuardRules.Supposition) && start > stretch.First && IsSupposed(grammar, candidate, start, stretch.First))
        {
            return true;
        }

        if (grammar.Keeps(GuardRules.Nobody) && !candidate.Source.IsEmpty && IsNobody(grammar, candidate.Source, stretch.First))
        {
            return true;
        }

        if (grammar.Keeps(GuardRules.Averted) && candidate.Shape == CueShape.Participle && IsAverted(grammar, candidate.Cue.First, stretch.First))
        {
            return true;
        }

        if (grammar.Keeps(GuardRules.Impersonal) && candidate.Source.Count == 1 && grammar.Tags[candidate.Head].IsAdjective() && _words.Impersonal.Contains(grammar.Tokens[candidate.Source.First]))
        {
            return true;
        }

        int last = stretch.End - 1;
        bool question = grammar.Keeps(GuardRules.Question) && last > stretch.First && grammar.Tokens[last].Length == 1 && grammar.Text[grammar.Tokens[last].Start] == '?';
        return question && (_words.QuestionVerb.Contains(grammar.Tokens[stretch.First]) || grammar.Tags[stretch.First] is PennTag.WP or PennTag.WRB);
    }

    /// <summary>"if Rome rejects", "should Rome reject", "had Rome rejected", "imagine that Rome rejected".</summary>
    private bool IsSupposed(in PhraseGrammar grammar, in CueCandidate candidate, int start, int first)
    {
        int before = start - 1;
        if (_words.If.Contains(grammar.Tokens[before]) || _words.Suppose.Contains(grammar.Tokens[before]))
        {
            return true;
        }

        if (candidate.OwnSubject && (grammar.Tags[before] == PennTag.MD
            || (_words.Have.Contains(grammar.Tokens[before]) && grammar.Tags[candidate.Head] is PennTag.VBN or PennTag.VBD && (before == first || grammar.IsComma(before - 1)))))
        {
            return true;
        }

        return before > first && _words.That.Contains(grammar.Tokens[before]) && _words.Suppose.Contains(grammar.Tokens[before - 1]);
    }

    /// <summary>"Nobody in Rome said", "no minister said", "neither Rome nor Oslo said": but "No 10 said".</summary>
    private bool IsNobody(in PhraseGrammar grammar, TokenRange source, int first)
    {
        int at = source.First;
        if (_words.Nobody.Contains(grammar.Tokens[at]))
        {
            return at + 1 >= source.End || grammar.Tags[at + 1] != PennTag.CD || !grammar.Tokens[at + 1].Is(Tokens.TokenTraits.HasDigit);
        }

        // "neither Rome | nor Oslo": the source found may be the last name alone.
        for (int i = at - 1; i >= first && i >= at - 6; i--)
        {
            if (_words.Neither.Contains(grammar.Tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"stopped short of accusing": it was not done.</summary>
    private bool IsAverted(in PhraseGrammar grammar, int cue, int first) =>
        cue - 2 >= first && _words.Of.Contains(grammar.Tokens[cue - 1]) && _words.Short.Contains(grammar.Tokens[cue - 2]);

    private void Add(DocumentContext document, in PhraseGrammar grammar, in QuotationMap quotations, in CueCandidate candidate, in FoundContent content)
    {
        var attribution = new Attribution
        {
            Source = Pool(document, candidate.Source, default),
            Cue = Pool(document, new TokenRange(candidate.Cue.First, Math.Max(candidate.Cue.End, content.CueEnd)), default),
            Content = Pool(document, content.Main, content.Rest),
            Addressee = content.Addressee,
            CueHead = candidate.Head,
            Verb = candidate.Verb,
            CueKind = candidate.Shape switch
            {
                CueShape.Noun or CueShape.Reaped => CueKind.Noun,
                CueShape.Preposition or CueShape.View => CueKind.Preposition,
                _ => CueKind.Verb,
            },
            ContentKind = content.Kind,
            CueNegated = candidate.Negated,
            Parent = -1,
            Confidence = ConfidenceOf(candidate, content),
            Rule = content.Rule,
        };
        attribution.Form = _forms.Of(document, grammar, quotations, attribution);
        Own(document, quotations, content.Main);
        Own(document, quotations, content.Rest);
        document.Attributions.Add(attribution);
    }

    private static float ConfidenceOf(in CueCandidate candidate, in FoundContent content)
    {
        float confidence = content.Kind switch
        {
            ContentKind.Quotation => 0.95f,
            ContentKind.Clause => 0.9f,
            ContentKind.Infinitive => 0.85f,
            ContentKind.Gerund => 0.8f,
            _ => 0.7f,
        };
        if (candidate.Source.IsEmpty)
        {
            confidence -= 0.1f;
        }

        return candidate.Verb is { Class: VerbClass.Think or VerbClass.Position or VerbClass.Show } ? confidence - 0.2f : confidence;
    }

    private static TokenRange Pool(DocumentContext document, TokenRange first, TokenRange second)
    {
        int start = document.Ranges.Count;
        if (!first.IsEmpty)
        {
            document.Ranges.Add(first);
        }

        if (!second.IsEmpty)
        {
            document.Ranges.Add(second);
        }

        return new TokenRange(start, document.Ranges.Count);
    }

    private static void Own(DocumentContext document, in QuotationMap quotations, TokenRange content)
    {
        if (content.IsEmpty)
        {
            return;
        }

        int owner = document.Attributions.Count;
        Span<int> owners = document.QuotationOwners.Span;
        for (int q = quotations.FirstStartingAt(content.First); q < owners.Length && quotations.Quotations[q].Tokens.First < content.End; q++)
        {
            if (owners[q] < 0)
            {
                owners[q] = owner;
            }
        }
    }

    /// <summary>
    /// Inside another's words only those of a third party are an attribution of their own ("Wang said Blinken told him
    /// that ..."). What the outer speaker says of himself ("said he was concerned", "“I think ...”") is how he says it.
    /// </summary>
    private void DropInner(DocumentContext document, in PhraseGrammar grammar)
    {
        Span<Attribution> attributions = document.Attributions.Span;
        document.QuotationOwners.Resize(attributions.Length);
        Span<int> places = document.QuotationOwners.Span;
        int kept = 0;
        for (int i = 0; i < attributions.Length; i++)
        {
            bool drop = attributions[i].Parent >= 0 && attributions[i].CueHead >= 0 && !KeepsInner(document, grammar, attributions[i]);
            places[i] = drop ? ~attributions[i].Parent : kept;
            if (drop)
            {
                document.InnerAttributions.Add(attributions[i]);
            }
            else
            {
                attributions[kept++] = attributions[i];
            }
        }

        for (int i = 0; i < kept; i++)
        {
            int parent = attributions[i].Parent;
            for (int step = 0; parent >= 0 && places[parent] < 0; step++)
            {
                parent = step < 8 ? ~places[parent] : -1;
            }

            attributions[i].Parent = parent >= 0 ? places[parent] : -1;
        }

        document.Attributions.Resize(kept);
    }

    private bool KeepsInner(DocumentContext document, in PhraseGrammar grammar, in Attribution attribution)
    {
        if (attribution.Source.IsEmpty)
        {
            return false;
        }

        if (!document.Keeps(GuardRules.InnerWords))
        {
            return true;
        }

        TokenRange source = document.Ranges[attribution.Source.First];
        if (source.Count == 1 && (grammar.Tags[source.First] is PennTag.PRP or PennTag.WP or PennTag.WDT or PennTag.DT || _words.FirstPerson.Contains(grammar.Tokens[source.First])))
        {
            return false;
        }

        if (attribution.Verb is not { } verb || attribution.CueKind != CueKind.Verb)
        {
            return true;
        }

        // "Washington does not support independence" inside what Washington's envoy said is his statement.
        return grammar.Tags[attribution.CueHead] != PennTag.VBG && verb.Class is not (VerbClass.Think or VerbClass.Show or VerbClass.Position)
            && (!attribution.CueNegated || grammar.Tags[attribution.CueHead] != PennTag.VB);
    }

    /// <summary>Finds for each attribution the one whose content holds its cue.</summary>
    private static void LinkParents(DocumentContext document)
    {
        const int Window = 24;
        Span<Attribution> attributions = document.Attributions.Span;
        ReadOnlySpan<TokenRange> ranges = document.Ranges.Span;
        for (int i = 0; i < attributions.Length; i++)
        {
            if (attributions[i].CueHead < 0)
            {
                continue;
            }

            int best = int.MaxValue;
            int limit = Math.Min(attributions.Length, i + Window);
            for (int j = Math.Max(0, i - Window); j < limit; j++)
            {
                for (int r = attributions[j].Content.First; j != i && r < attributions[j].Content.End; r++)
                {
                    if (ranges[r].Contains(attributions[i].CueHead) && ranges[r].Count < best)
                    {
                        best = ranges[r].Count;
                        attributions[i].Parent = j;
                    }
                }
            }
        }
    }
}
