using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
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
    private readonly VerbEntry? _want;
    private readonly VerbEntry? _express;
    private readonly ClaimWords _words;
    private readonly OccasionFinder _occasions;
    private readonly Learned.ClaimFeatures _features;
    private readonly Learned.ActModel? _acts;

    public ClaimBuilder(AnalysisResources resources)
    {
        _verbs = resources.Verbs;
        _want = _verbs.Find(resources.Vocabulary.Intern("want"));
        _express = _verbs.Find(resources.Vocabulary.Intern("express"));
        _lexicon = new ClaimLexicon(resources.Vocabulary, resources.Lexicons);
        _words = new ClaimWords(resources.Vocabulary);
        _codes = new EventCodes(resources.Lexicons);
        _occasions = new OccasionFinder(resources.Vocabulary);
        _features = new Learned.ClaimFeatures(resources.Clusters);
        _acts = resources.Models.Open(Learned.ActModel.FileName) is { } file ? Learned.ActModel.Read(file) : null;
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
        for (int i = 0; i < document.Attributions.Count; i++)
        {
            Attribution attribution = document.Attributions[i];
            CueReading cue = ReadCue(document, attribution);
            scratch.Skipped.Add(IsOwnPerformative(document, i) || (cue.Silent && document.Keeps(GuardRules.Silence)) || IsIdle(document, attribution, cue));
        }

        LinkChildren(document, scratch);
        for (int i = 0; i < document.Attributions.Count; i++)
        {
            if (scratch.Skipped[i])
            {
                continue;
            }

            document.CancellationToken.ThrowIfCancellationRequested();
            // In a first-person text each sentence is an attribution; runs of assertion go on over them.
            int first = FirstOfRun(document, scratch, i);
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
        Speakers.ResolvedSpeaker? speaker = document.Attributions[attribution].Speaker;
        scratch.SpeakerIsPerson = speaker?.Kind == Speakers.SpeakerKind.Person;
        scratch.SpeakerIsGroup = speaker?.Kind == Speakers.SpeakerKind.Group || speaker?.Name?.Contains(';', StringComparison.Ordinal) == true;
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

        foreach (string code in country.Split(';'))
        {
            if (code is not "-" and not "")
            {
                scratch.Own.Add(code);
            }
        }
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
            if (r > attribution.Content.First && range.Count > 1 && attribution.ContentKind is ContentKind.Clause or ContentKind.Quotation && tokens[range.First].Kind != TokenKind.Quote && document.Tags[range.First] == PennTag.IN && document.Tags[range.First + 1] == PennTag.VBG)
            {
                // "..., she said, without naming anybody": the manner of saying.
                continue;
            }

            int start = range.First;
            TokenRange party = attribution.Addressee;
            if (!party.IsEmpty && document.Keeps(GuardRules.PartyOutside) && party.First >= range.First && party.End < range.End - 1 && attribution.ContentKind is not (ContentKind.Quotation or ContentKind.Other))
            {
                // The one who is asked stands inside the content ("urged [Rome to stop]"); the claim's content is the rest.
                if (party.First - range.First > 2)
                {
                    scratch.Unit.Add(new TokenRange(range.First, party.First));
                }

                start = party.End;
                range = new TokenRange(start, range.End);
            }

            for (int i = range.First; i < range.End; i++)
            {
                if (i + 1 < range.End && tokens[i + 1].Sentence == tokens[i].Sentence)
                {
                    continue;
                }

                scratch.Unit.Add(new TokenRange(start, i + 1));
                start = i + 1;
                bool goesOn = i + 1 == range.End && r + 1 < attribution.Content.End && !EndsSentence(tokens, new TokenRange(range.First, i + 1))
                    && tokens[document.Ranges[r + 1].First].Sentence == tokens[i].Sentence && document.Ranges[r + 1].First - range.End < 60;
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

    /// <summary>
    /// "We urge them to talk", inside a first-person text or a quotation: the sentence around it is read for its
    /// performatives anyway, with what is coordinated with them.
    /// </summary>
    private bool IsOwnPerformative(DocumentContext document, int index)
    {
        ref Attribution attribution = ref document.Attributions[index];
        if (attribution.Parent >= 0 && IsFreeRelative(document, attribution))
        {
            return true;
        }

        if (attribution.Parent < 0)
        {
            return false;
        }

        if (attribution.Source.Count == 1 && document.Ranges[attribution.Source.First] is { Count: <= 2 } source && IsOwnMention(document, source))
        {
            return true;
        }

        // "Wang said China stands ready": the state he speaks for is he; in a statement of a state's own it stays apart.
        ref Attribution parent = ref document.Attributions[attribution.Parent];
        return !IsFirstPerson(parent) && parent.ContentKind is ContentKind.Clause or ContentKind.Quotation && attribution.Speaker is { } inner && parent.Speaker is { } outer
            && ((inner.Name is not null && inner.Name == outer.Name) || (inner.Country != "-" && inner.Country == outer.Country && inner.Kind == Speakers.SpeakerKind.State && !IsSpeechAct(document, attribution)));
    }

    /// <summary>"we", "my delegation".</summary>
    private bool IsOwnMention(DocumentContext document, TokenRange source) => source.Count == 1
        ? _words.FirstPerson.Contains(document.Tokens[source.First])
        : _words.FirstPossessive.Contains(document.Tokens[source.First]) && _words.OwnBodies.Contains(document.Tokens[source.First + 1]);

    /// <summary>Whether the cue is something said ("Beijing urges") and not a disposition ("China stands ready").</summary>
    private bool IsSpeechAct(DocumentContext document, in Attribution attribution)
    {
        VerbEntry? verb = attribution.CueHead >= 0 && document.Tags[attribution.CueHead].IsVerb() ? VerbAt(document.Tokens, attribution.CueHead) : null;
        return attribution.CueKind == CueKind.Verb && verb?.Class is VerbClass.Say or VerbClass.Tell or VerbClass.Ask or VerbClass.Directive or VerbClass.Warn or VerbClass.Threat
            or VerbClass.Accuse or VerbClass.Deny or VerbClass.Condemn or VerbClass.Apologize;
    }

    /// <summary>"rejected what it called a hoax": the naming is part of what is rejected.</summary>
    private bool IsFreeRelative(DocumentContext document, in Attribution attribution)
    {
        if (attribution.Source.Count != 1)
        {
            return false;
        }

        int before = document.Ranges[attribution.Source.First].First - 1;
        return before >= 0 && _words.What.Contains(document.Tokens[before]);
    }

    private static int FirstOfRun(DocumentContext document, ClaimScratch scratch, int index)
    {
        int count = scratch.Drafts.Count;
        if (count == 0 || !IsFirstPerson(document.Attributions[index]))
        {
            return count;
        }

        ref Attribution before = ref document.Attributions[scratch.Drafts[count - 1].Attribution];
        return IsFirstPerson(before) && document.Sentences[document.Tokens[document.Ranges[before.Content.First].First].Sentence].Paragraph
            == document.Sentences[document.Tokens[document.Ranges[document.Attributions[index].Content.First].First].Sentence].Paragraph ? count - 1 : count;
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
