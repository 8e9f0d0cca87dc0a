using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>
/// From attributions to claims: the content is cut into units (sentences), the units into conjuncts, each conjunct is
/// asked what its words do, to whom, about whom; runs of plain assertions are joined again. Work is proportional to the
/// text inside attributions.
/// </summary>
internal sealed partial class ClaimBuilder : IAnalysisStage
{
    private readonly ClaimLexicon _lexicon;
    private readonly EventCodes _codes;
    private readonly VerbLexicon _verbs;
    private readonly ClaimWords _words;
    private readonly OccasionFinder _occasions;

    public ClaimBuilder(AnalysisResources resources)
    {
        _verbs = new VerbLexicon(resources.Vocabulary);
        _lexicon = new ClaimLexicon(resources.Vocabulary);
        _words = new ClaimWords(resources.Vocabulary);
        _codes = new EventCodes();
        _occasions = new OccasionFinder(resources.Vocabulary);
    }

    public string Name => "claims";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences | AnalysisLayers.Tags | AnalysisLayers.Entities | AnalysisLayers.Attributions | AnalysisLayers.Speakers;

    public AnalysisLayers Provides => AnalysisLayers.Claims;

    public void Run(DocumentContext document)
    {
        if (document.Attributions.Count == 0)
        {
            return;
        }

        ClaimScratch scratch = document.ClaimScratch;
        scratch.Clear();
        CountCodes(document, scratch);
        LinkChildren(document, scratch);
        for (int i = 0; i < document.Attributions.Count; i++)
        {
            int first = scratch.Drafts.Count;
            SetSpeaker(document, scratch, i);
            scratch.ChildCursor = scratch.FirstChild[i];
            CutIntoUnits(document, scratch, i);
            MergeStates(document, scratch, first);
        }

        Emit(document, scratch);
    }

    /// <summary>The codes of the attribution's speaker become the own side of what follows.</summary>
    private static void SetSpeaker(DocumentContext document, ClaimScratch scratch, int attribution)
    {
        scratch.Own.Clear();
        string country = document.Attributions[attribution].Speaker?.Country ?? "-";
        if (country is "-" or "")
        {
            return;
        }

        if (!country.Contains(';', StringComparison.Ordinal))
        {
            scratch.Own.Add(country);
            return;
        }

        scratch.Own.AddRange(country.Split(';'));
    }

    /// <summary>
    /// The content's sentences, each handed on as one unit. A sentence that the cue interrupts ("If they attack," she
    /// said, "we will respond") is one unit of two ranges.
    /// </summary>
    private void CutIntoUnits(DocumentContext document, ClaimScratch scratch, int index)
    {
        Attribution attribution = document.Attributions[index];
        scratch.Unit.Clear();
        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int r = attribution.Content.First; r < attribution.Content.End; r++)
        {
            TokenRange range = document.Ranges[r];
            int start = range.First;
            for (int i = range.First; i < range.End; i++)
            {
                if (i + 1 < range.End && tokens[i + 1].Sentence == tokens[i].Sentence)
                {
                    continue;
                }

                scratch.Unit.Add(new TokenRange(start, i + 1));
                start = i + 1;
                bool goesOn = i + 1 == range.End && r + 1 < attribution.Content.End && !EndsSentence(tokens, new TokenRange(range.First, i + 1))
                    && document.Ranges[r + 1].First - range.End < 60;
                if (!goesOn)
                {
                    BuildUnit(document, scratch, index);
                    scratch.Unit.Clear();
                }
            }
        }

        if (scratch.Unit.Count > 0)
        {
            BuildUnit(document, scratch, index);
            scratch.Unit.Clear();
        }
    }

    private bool EndsSentence(ReadOnlySpan<Token> tokens, TokenRange range)
    {
        int last = range.End - 1;
        while (last > range.First && tokens[last].Kind == TokenKind.Quote)
        {
            last--;
        }

        return _words.Stops.Contains(tokens[last]);
    }
}
