using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>What the cue says about the act, before the content is read.</summary>
internal sealed partial class ClaimBuilder
{
    private CueReading ReadCue(DocumentContext document, in Attribution attribution)
    {
        var cue = new CueReading { Family = ActFamily.State, Act = nameof(ActFamily.State), Negated = attribution.CueNegated && document.Keeps(GuardRules.NegatedAct) };
        if (attribution.Cue.IsEmpty)
        {
            return cue;
        }

        ReadOnlySpan<Token> tokens = document.Tokens;
        bool light = true;
        int head = attribution.CueHead;
        VerbEntry? verb = attribution.Verb ?? (attribution.CueKind is CueKind.Verb or CueKind.Noun && head >= 0 ? VerbAt(tokens, head) : null);
        if (verb is not null && (attribution.CueKind is CueKind.Verb || _lexicon.Noun(tokens[head].Lower) is null))
        {
            cue.Verb = verb;
            cue.Class = verb.Class;
            (cue.Family, cue.Act, cue.Rung) = (verb.Family, verb.Act, verb.Rung);
            light = head >= 0 && attribution.CueKind is CueKind.Verb && _words.LightVerbs.Contains(tokens[head]);
        }

        if (verb is not null && _words.Wish.Contains(tokens[head]))
        {
            Wished(document, attribution, ref cue);
        }

        bool comment = false;
        bool until = false;
        bool none = false;
        for (int r = attribution.Cue.First; r < attribution.Cue.End; r++)
        {
            TokenRange range = document.Ranges[r];
            for (int i = range.First; i < range.End; i++)
            {
                comment |= _words.Comment.Contains(tokens[i]);
                none |= _words.No.Contains(tokens[i]);
                until |= _words.Until.Contains(tokens[i]);
                cue.Hedged |= _words.HedgeCues.Contains(tokens[i]);
                if (i != head && light && _lexicon.Noun(tokens[i].Lower) is { } noun && (noun.Family != ActFamily.State || cue.Family == ActFamily.State) && !cue.Nominal)
                {
                    // "voiced its strong support for the plan": the noun tells the act, the verb only carries it.
                    (cue.Family, cue.Act, cue.Rung) = (noun.Family, noun.Act, noun.Rung);
                    cue.Nominal = noun.Family != ActFamily.State;
                }
                else if (i == head && attribution.CueKind is not CueKind.Verb && _lexicon.Noun(tokens[i].Lower) is { } own)
                {
                    (cue.Family, cue.Act, cue.Rung) = (own.Family, own.Act, own.Rung);
                    cue.Nominal = own.Family != ActFamily.State;
                    light = false;
                }

                if (_words.Strong.Contains(tokens[i]))
                {
                    cue.Rung++;
                }
            }
        }

        if (head >= 0 && _words.Decline.Contains(tokens[head]) && (comment || ContentIsComment(document, attribution)))
        {
            (cue.Family, cue.Act, cue.Rung) = (ActFamily.State, "DeclineComment", 1);
            cue.Negated = false;
        }
        else if (until && head >= 0 && _words.Give.Contains(tokens[head]))
        {
            // "gave the garrison until dawn to leave" is an ultimatum.
            (cue.Family, cue.Act, cue.Rung) = (ActFamily.Demand, "Demand", 7);
        }
        else if (cue.Negated && (comment || (cue.Family == ActFamily.State && verb?.Class is VerbClass.Say or VerbClass.Tell && attribution.CueKind == CueKind.Verb)))
        {
            // "has not said that the road is open": nothing is said.
            cue.Silent = true;
        }
        else if (none && cue.Nominal && cue.Family == ActFamily.Reject)
        {
            // "has no objection to"
            (cue.Family, cue.Act, cue.Rung) = (ActFamily.Agree, "Agree", 2);
        }
        else if (cue.Nominal && (none || cue.Negated) && cue.Family is ActFamily.Commit or ActFamily.Appeal)
        {
            // "has no intention to", "harbours no wish to": an intention is disclaimed.
            (cue.Family, cue.Act, cue.Rung) = (ActFamily.Deny, "Deny", 3);
            cue.Negated = true;
        }
        else if (cue.Negated || (none && cue.Nominal))
        {
            (cue.Family, cue.Act) = Flip(cue.Family, cue.Act);
        }

        return cue;
    }

    /// <summary>"wants to thank", "would like to congratulate": the act is that of the second verb.</summary>
    private void Wished(DocumentContext document, in Attribution attribution, ref CueReading cue)
    {
        TokenRange last = document.Ranges[attribution.Cue.End - 1];
        for (int i = Math.Max(last.First, attribution.CueHead) + 1; i + 1 < last.End; i++)
        {
            if (_words.To.Contains(document.Tokens[i]) && VerbAt(document.Tokens, i + 1) is { Family: ActFamily.Support or ActFamily.Condemn or ActFamily.Concern or ActFamily.Apologize } second)
            {
                (cue.Verb, cue.Class, cue.Family, cue.Act, cue.Rung) = (second, second.Class, second.Family, second.Act, second.Rung);
                return;
            }
        }
    }

    private VerbEntry? VerbAt(ReadOnlySpan<Token> tokens, int at) => _verbs.Match(tokens, at, Math.Min(tokens.Length, at + 6), out _);

    /// <summary>What an act becomes under negation: "does not support" opposes, "is not demanding" disclaims.</summary>
    private static (ActFamily Family, string Act) Flip(ActFamily family, string act) => family switch
    {
        ActFamily.Support => (ActFamily.Reject, "Oppose"),
        ActFamily.Agree => (ActFamily.Reject, "Reject"),
        ActFamily.Acknowledge when act is "Recognize" or "Concur" => (ActFamily.Reject, "Oppose"),
        ActFamily.Demand or ActFamily.Appeal or ActFamily.Threaten or ActFamily.Accuse => (ActFamily.Deny, "Deny"),
        ActFamily.Commit => (ActFamily.Reject, "Reject"),
        ActFamily.Apologize => (ActFamily.Reject, "Reject"),
        _ => (ActFamily.State, "State"),
    };

    private bool ContentIsComment(DocumentContext document, in Attribution attribution)
    {
        for (int r = attribution.Content.First; r < attribution.Content.End; r++)
        {
            TokenRange range = document.Ranges[r];
            for (int i = range.First; i < Math.Min(range.End, range.First + 3); i++)
            {
                if (_words.Comment.Contains(document.Tokens[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The words that name whom the cue's verb is aimed at: those the attribution gives, else what stands between cue
    /// and content ("urged [all parties] to stop", "accused [the army] of shelling").
    /// </summary>
    private static TokenRange PartyOf(DocumentContext document, in Attribution attribution)
    {
        if (!attribution.Addressee.IsEmpty)
        {
            return attribution.Addressee;
        }

        if (attribution.Cue.IsEmpty || attribution.Content.IsEmpty || attribution.CueKind is not CueKind.Verb and not CueKind.Noun)
        {
            return default;
        }

        int from = document.Ranges[attribution.Cue.End - 1].End;
        int to = document.Ranges[attribution.Content.First].First;
        return from < to && to - from <= 25 && document.Tokens[from].Sentence == document.Tokens[to].Sentence ? new TokenRange(from, to) : default;
    }
}
