using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>Cue and content together: "Choose by what the words do, not by the reporting verb"; the more specific wins.</summary>
internal sealed partial class ClaimBuilder
{
    private void Combine(ClaimScratch scratch, in Clause clause, in CueReading cue, in Attribution attribution, ref ClauseReading reading)
    {
        ActFamily said = reading.Family;
        if (cue.Family == ActFamily.State)
        {
            if (said == ActFamily.State && cue.Act != "State")
            {
                (reading.Act, reading.Rung) = (cue.Act, cue.Rung);
            }

            bool plans = clause.Modality is Modality.Will or Modality.Would || (clause.Subject is SubjectKind.Pronoun or SubjectKind.Own && !clause.Negated && clause.Verb > clause.Predicate && scratch.Tags[clause.Verb] == PennTag.VBG);
            if (said == ActFamily.State && cue.Verb is { Lemma: "announce" } && plans && clause.Subject != SubjectKind.Other)
            {
                // "announced that polls would be held in June"
                (reading.Family, reading.Act, reading.Rung, reading.Rule, reading.ActionStart) = (ActFamily.Commit, "Commit", 2, "act.commit.announced", clause.Verb);
                return;
            }

            reading.Rung = said == ActFamily.State ? Math.Max(reading.Rung, cue.Rung) : reading.Rung;
            return;
        }

        if (cue.Verb is { Lemma: "suggest" } && clause.Verb >= 0 && clause.Modality is Modality.None or Modality.Will or Modality.Would or Modality.May or Modality.Can && !IsSubjunctive(scratch, clause))
        {
            // "suggested that prices will rise" asks for nothing.
            return;
        }

        bool takeCue = cue.Family switch
        {
            // A denied charge is a denial, an alleged one an accusation, whatever the content would be by itself.
            ActFamily.Deny or ActFamily.Accuse or ActFamily.Threaten or ActFamily.Apologize => true,
            ActFamily.Agree => said is ActFamily.State or ActFamily.Appeal or ActFamily.Commit or ActFamily.Acknowledge,
            ActFamily.Acknowledge => said is ActFamily.State or ActFamily.Accuse or ActFamily.Condemn or ActFamily.Concern or ActFamily.Warn or ActFamily.Support,
            ActFamily.Demand => said is ActFamily.State or ActFamily.Appeal or ActFamily.Commit or ActFamily.Warn or ActFamily.Condemn,
            ActFamily.Appeal => said is ActFamily.State or ActFamily.Commit or ActFamily.Warn or ActFamily.Support or ActFamily.Acknowledge or ActFamily.Condemn,
            ActFamily.Commit => said is ActFamily.State or ActFamily.Support or ActFamily.Acknowledge,
            ActFamily.Reject => said is ActFamily.State or ActFamily.Commit or ActFamily.Condemn or ActFamily.Appeal,
            _ => said == ActFamily.State,
        };
        if (cue.Family == ActFamily.Commit && said is ActFamily.State or ActFamily.Support && cue.Class == VerbClass.Tell && clause.Modality is not (Modality.Will or Modality.Would))
        {
            // "assured them that talks went on" reports; only what will be is promised.
            return;
        }

        if (cue.Class == VerbClass.Warn && said == ActFamily.Commit)
        {
            // "warned it was prepared to act": readiness under a warning threatens.
            (reading.Family, reading.Act, reading.Rule) = (ActFamily.Threaten, "Threaten", "act.threaten.warned");
            return;
        }

        // "warned that more money is needed": the need is the danger.
        takeCue |= cue.Class == VerbClass.Warn && said == ActFamily.Appeal && clause.Modality == Modality.None;
        if (!takeCue)
        {
            return;
        }

        if (cue.Family is ActFamily.Appeal or ActFamily.Demand && clause.Verb >= 0 && reading.Family == ActFamily.State)
        {
            (reading.PartyStart, reading.PartyEnd, reading.Party) = (clause.SubjectStart, clause.SubjectEnd, clause.Subject);
            reading.ActionStart = clause.Verb;
            if (!clause.Passive && !clause.Copula && clause.Subject is SubjectKind.Other or SubjectKind.Second or SubjectKind.Both && reading.ContentStart == clause.Start && !_words.What.Contains(scratch.Core[clause.Start]))
            {
                // The one who is to act is the addressee, the action the content.
                reading.ContentStart = clause.Negated && clause.Verb > clause.Start && _words.Negators.Contains(scratch.Core[clause.Verb - 1]) ? clause.Verb - 1 : clause.Verb;
            }
        }

        if (cue.Family == ActFamily.Commit && clause.Verb >= 0)
        {
            reading.ActionStart = clause.Verb;
            if (Harm(scratch, clause.Verb, clause.End) && !clause.Negated)
            {
                (reading.Family, reading.Act, reading.Rung, reading.Rule) = (ActFamily.Threaten, "Threaten", 0, "act.threaten.promised");
                return;
            }
        }

        _ = attribution;
        (reading.Family, reading.Act, reading.Rung, reading.Rule) = (cue.Family, cue.Act, cue.Rung, "act.cue");
        reading.Stance = 0;
    }

    /// <summary>"suggested that the council meet": a bare verb where the indicative would be inflected.</summary>
    private static bool IsSubjunctive(ClaimScratch scratch, in Clause clause) => scratch.Tags[clause.Predicate] == PennTag.VB
        || (scratch.Tags[clause.Predicate] == PennTag.VBP && clause.SubjectEnd > clause.SubjectStart && scratch.Tags[clause.SubjectEnd - 1] is PennTag.NN or PennTag.NNP);

    /// <summary>What the words of a phrase make of the cue's act.</summary>
    private void CorrectPhrase(ClaimScratch scratch, in CueReading cue, bool own, ref ClauseReading reading, int to)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        int from = reading.ContentStart;
        if (cue.Family == ActFamily.Demand && _words.What.Contains(core[from]))
        {
            // "insisted on what the lenders would want": no action is asked for.
            (reading.Family, reading.Act, reading.Rung, reading.Rule) = (ActFamily.State, "State", 5, "act.state");
            return;
        }

        if (cue.Act == "DeclineComment")
        {
            return;
        }

        if (cue.Family == ActFamily.State && !cue.Nominal)
        {
            // "expressed its full support for the plan": the noun is the cue's, what follows its preposition the content.
            for (int i = from; i < to && i < from + 5 && !scratch.Tags[i].IsVerb(); i++)
            {
                if (_lexicon.Noun(core[i].Lower) is not { } noun || noun.Family == ActFamily.State)
                {
                    continue;
                }

                int after = i + 1;
                if (after + 2 < to && _words.Coordinators.Contains(core[after]) && scratch.Tags[after + 1].IsNoun())
                {
                    if (_lexicon.Noun(core[after + 1].Lower) is { Family: not ActFamily.State })
                    {
                        // "expressed shock and sorrow at the news"
                        continue;
                    }

                    after += 2;
                }

                if (after + 1 < to && (scratch.Tags[after] is PennTag.IN or PennTag.TO || _words.Regarding.Contains(core[after])))
                {
                    Set(ref reading, noun.Family, noun.Act, 0, "act.noun", from, after);
                    reading.Rung = noun.Rung;
                    reading.ContentStart = after + 1;
                    (reading.CueStart, reading.CueEnd) = (from, after + 1);
                    return;
                }
            }
        }

        if (cue.Family == ActFamily.State || cue.Act == "Reaffirm")
        {
            // "stressed the need to talk": a noun of necessity asks.
            if (scratch.Tags[from] == Tagging.PennTag.DT && from + 1 < to)
            {
                from++;
            }

            if (Reading(_lexicon.Match(core, from, to, out int length), ActPhraseKind.Lead) is { } lead && from + length < to)
            {
                Set(ref reading, lead.Family, lead.Act, 0, "act.appeal.need", from, from + length);
                reading.Rung = 0;
                reading.ContentStart = from + length;
                reading.ActionStart = core[from + length - 1].Lower != 0 && (_words.To.Contains(core[from + length - 1]) || scratch.Tags[from + length] == PennTag.VBG) ? from + length : -1;
                return;
            }

            if (cue.Verb is { } verb && verb.Takes(VerbFrames.As) && !verb.Takes(VerbFrames.That))
            {
                Judge(scratch, ref reading, from, to);
                return;
            }

            if (cue.Verb is { Lemma: "announce" or "unveil" } && from + 1 < to)
            {
                (reading.Family, reading.Act, reading.Rule) = (ActFamily.Commit, "Commit", "act.commit.announced");
                return;
            }

            if (_lexicon.Noun(core[from].Lower) is { } named && named.Family != ActFamily.State)
            {
                (reading.Family, reading.Act, reading.Rung, reading.Rule) = (named.Family, named.Act, named.Rung, "act.noun");
                return;
            }
        }

        if (cue.Act == "ReserveRight" && !Holds(core, from, Math.Min(to, from + 4), _words.Right))
        {
            (reading.Family, reading.Act, reading.Rung, reading.Rule) = (ActFamily.State, "State", 0, "act.state");
            return;
        }

        if (cue.Verb is { Lemma: "dismiss" or "reject" })
        {
            bool charge = false;
            for (int i = from; i < to && i < from + 14; i++)
            {
                charge |= _lexicon.Noun(core[i].Lower) is { Act: "Accuse" } || Reading(_lexicon.Match(core, i, to, out _), ActPhraseKind.Judge) is { Family: ActFamily.Deny };
            }

            if (charge)
            {
                (reading.Family, reading.Act, reading.Rule) = (ActFamily.Deny, "Deny", "act.deny.charge");
            }
            else if (cue.Verb.Lemma == "dismiss" && HeadIsRequest(core, scratch.Tags.Span, from, to))
            {
                // "dismissed the appeal of the miners": asked for, and not granted.
                (reading.Family, reading.Act, reading.Rule) = (ActFamily.Reject, "Reject", "act.reject.request");
            }
            else if (cue.Verb.Lemma == "dismiss")
            {
                (reading.Family, reading.Act, reading.Rule) = (ActFamily.Condemn, "Condemn", "act.condemn.dismissed");
            }

            return;
        }

        if (cue.Verb is { Lemma: "wish", Particles.Length: 0 } && !own && reading.PartyEnd == reading.PartyStart && !_words.To.Contains(core[from]) && ObjectInfinitive(core, scratch.Tags.Span, from, to) < 0)
        {
            // "wished the new king a long reign": what is wished is not asked for.
            (reading.Family, reading.Act, reading.Rule) = (ActFamily.Support, "Praise", "act.support.wished");
            return;
        }

        if (own && cue.Class is VerbClass.Directive or VerbClass.Think && cue.Family == ActFamily.Appeal && cue.Verb is { Lemma: "seek" or "hope" or "want" or "wish" or "expect" or "desire" })
        {
            // "hopes to join": the hope binds oneself.
            (reading.Family, reading.Act, reading.Rung, reading.Rule) = (ActFamily.Commit, "Commit", 2, "act.commit.hope");
        }

        if (reading.Family is ActFamily.Commit or ActFamily.Warn && Harm(scratch, from, to))
        {
            (reading.Family, reading.Act, reading.Rung, reading.Rule) = (ActFamily.Threaten, "Threaten", 0, "act.threaten.harm");
        }
    }

    /// <summary>Whether the head of the first noun phrase is something asked for: "an urgent application brought by the prince".</summary>
    private bool HeadIsRequest(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int from, int to)
    {
        bool request = false;
        for (int i = from; i < to && i < from + 8 && tags[i] is PennTag.DT or PennTag.PRPS or PennTag.POS or PennTag.JJ or PennTag.CD or PennTag.VBN or PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS; i++)
        {
            request = _words.Requests.Contains(core[i]) || (request && !tags[i].IsNoun());
        }

        return request;
    }

    private static bool Holds(ReadOnlySpan<Token> tokens, int from, int to, WordSet words)
    {
        for (int i = from; i < to; i++)
        {
            if (words.Contains(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"called it a surrender", "described the talks as fruitful": which way the words lean decides.</summary>
    private void Judge(ClaimScratch scratch, ref ClauseReading reading, int from, int to)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        int lean = 0;
        int valence = 0;
        for (int i = from; i < to; i++)
        {
            lean += _lexicon.StanceOf(core[i].Lower);
            valence += scratch.Tags[i].IsProper() ? 0 : _lexicon.ValenceOf(core[i].Lower);
            if ((_lexicon.Verdict(core, i, to) ?? Reading(_lexicon.Match(core, i, to, out _), ActPhraseKind.Judge)) is { } judged)
            {
                bool first = lean >= 0;
                lean += 2 * judged.Stance;
                if (first && judged.Family is ActFamily.Deny or ActFamily.Concern or ActFamily.Reject && lean <= 0)
                {
                    (reading.Family, reading.Act, reading.Rule) = (judged.Family, judged.Act, "act.judge.named");
                    return;
                }
            }
        }

        if (lean == 0)
        {
            lean = valence / 2;
        }

        if (lean != 0)
        {
            (reading.Family, reading.Act, reading.Rule) = lean < 0 ? (ActFamily.Condemn, "Condemn", "act.judge.named") : (ActFamily.Support, "Praise", "act.judge.named");
            reading.Stance = lean < 0 ? -1 : 1;
        }
    }
}
