using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// Finds the places of a sentence that may introduce reported words. It looks only where a word of the lexicons
/// stands; whether a source and a content are there is for the finders after it.
/// </summary>
internal sealed class CueFinder
{
    private readonly CueLexicon _lexicon;
    private readonly GrammarWords _words;

    public CueFinder(CueLexicon lexicon, GrammarWords words)
    {
        _lexicon = lexicon;
        _words = words;
    }

    /// <summary>Appends the candidates of the tokens from <paramref name="first"/> to <paramref name="end"/>, in text order.</summary>
    public void Find(in PhraseGrammar grammar, int first, int end, Buffer<CueCandidate> candidates)
    {
        int done = first;
        int before = candidates.Count;
        for (int i = first; i < end; i++)
        {
            CueSorts sorts = _lexicon.SortsOf(grammar.Tokens[i].Lower);
            if (sorts == CueSorts.None || i < done)
            {
                continue;
            }

            PennTag tag = grammar.Tags[i];
            bool found = false;
            CueCandidate candidate = default;
            if ((sorts & CueSorts.Phrase) != 0 && (tag.IsVerb() || grammar.IsAuxiliary(i)))
            {
                found = TryPhrase(grammar, i, first, end, out candidate);
            }

            if (!found && (sorts & CueSorts.Verb) != 0 && (tag.IsVerb() || IsHiddenParticiple(grammar, i, first, end)))
            {
                found = TryVerb(grammar, i, first, end, out candidate);
            }

            if (!found && (sorts & CueSorts.Predicate) != 0)
            {
                found = TryPredicate(grammar, i, first, end, out candidate);
            }

            if (!found && (sorts & CueSorts.Noun) != 0 && tag is PennTag.NN or PennTag.NNS)
            {
                found = TryNoun(grammar, i, first, end, out candidate);
            }

            if (!found && (sorts & CueSorts.Preposition) != 0)
            {
                found = TryPreposition(grammar, i, end, out candidate);
            }

            if (found)
            {
                // "expressed concern that": the verb alone is no cue of its own.
                if (candidates.Count > before && candidates[candidates.Count - 1].Head >= candidate.Cue.First)
                {
                    candidates.Resize(candidates.Count - 1);
                }

                candidates.Add(candidate);
                done = candidate.Cue.End;
            }
        }
    }

    /// <summary>", calling for", "in 2012 urging": a gerund with its complement that the tagger takes for a noun.</summary>
    private bool IsHiddenParticiple(in PhraseGrammar grammar, int at, int first, int end)
    {
        if (grammar.Tags[at] != PennTag.NN || at == first || at + 1 >= end || _lexicon.Verbs.FormsOf(grammar.Tokens[at].Lower) != VerbForms.Gerund
            || !(grammar.IsComma(at - 1) || grammar.Tags[at - 1] == PennTag.CD || grammar.IsAdverb(at - 1)))
        {
            return false;
        }

        return _lexicon.Verbs.Match(grammar.Tokens, at, end, out int length) is { } verb
            && (length > 1 || _words.That.Contains(grammar.Tokens[at + 1]) || (grammar.Tags[at + 1] is PennTag.DT or PennTag.PRP or PennTag.NNP && verb.Takes(VerbFrames.ObjectInfinitive | VerbFrames.NounPhrase)));
    }

    private bool TryPhrase(in PhraseGrammar grammar, int at, int first, int end, out CueCandidate candidate)
    {
        candidate = default;
        return _lexicon.MatchPhrase(grammar.Tokens, at, end, out int length) is { } entry
            && TryVerbal(grammar, at, first, end, entry.Verb, entry.Frames, length, out candidate);
    }

    private bool TryVerb(in PhraseGrammar grammar, int at, int first, int end, out CueCandidate candidate)
    {
        candidate = default;

        if (_lexicon.Verbs.Match(grammar.Tokens, at, end, out int length) is not { } verb)
        {
            return false;
        }

        // "declined to comment", "agreed to hold elections": what was declined or agreed is the content; "agreed on Thursday to meet": the
        // preposition belongs to the day.
        bool infinitive = at + length < end && grammar.Tags[at + length] == PennTag.VB && _words.To.Contains(grammar.Tokens[at + length - 1]);
        bool when = length > 1 && at + length + 1 < end && grammar.Tags[at + length - 1] == PennTag.IN
            && (_words.Day.Contains(grammar.Tokens[at + length]) || (_words.Lapse.Contains(grammar.Tokens[at + length]) && _words.Day.Contains(grammar.Tokens[at + length + 1])));
        if ((when || (length > (infinitive ? 1 : 2) && _words.To.Contains(grammar.Tokens[at + 1]))) && _lexicon.Verbs.Find(grammar.Tokens[at].Lower) is { } plain)
        {
            verb = plain;
            length = 1;
        }

        VerbFrames frames = verb.Frames;
        if (verb.Class is VerbClass.Think or VerbClass.Show && grammar.Keeps(GuardRules.Thing))
        {
            // "sees the bridge", "holds assets", "needs money": with a thing as object these say nothing.
            frames &= ~(VerbFrames.NounPhrase | VerbFrames.Wh);
        }

        return TryVerbal(grammar, at, first, end, verb, frames, length, out candidate);
    }

    private bool TryVerbal(in PhraseGrammar grammar, int at, int first, int end, VerbEntry verb, VerbFrames frames, int length, out CueCandidate candidate)
    {
        candidate = default;
        PennTag tag = grammar.Tags[at];
        int start = grammar.GroupStart(at, first);
        (bool be, bool have, bool modal, bool negated) = Auxiliaries(grammar, start, at);
        CueShape shape = CueShape.Finite;
        int cueEnd = at + length;
        switch (tag)
        {
            case PennTag.VBD or PennTag.VBZ or PennTag.VBP:
                break;
            case PennTag.VBN when be:
                shape = CueShape.Passive;
                if (cueEnd + 1 < end && _words.Quote.Contains(grammar.Tokens[at]) && _words.As.Contains(grammar.Tokens[cueEnd]) && grammar.Tags[cueEnd + 1] == PennTag.VBG)
                {
                    shape = CueShape.Quoted;
                    cueEnd += 2;
                    frames |= VerbFrames.That | VerbFrames.Quote;
                }
                else if (IsHearsay(grammar, at, cueEnd, end, verb))
                {
                    return false;
                }

                break;
            case PennTag.VBN when have && modal && grammar.Keeps(GuardRules.Forecast):
                // "would have condemned it": nobody has.
                return false;
            case PennTag.VBN when have:
                break;
            case PennTag.VBN:
                // Mistagged past tense ("Kyiv rejected the offer") or a reduced relative ("a plan backed by Oslo").
                if ((_lexicon.Verbs.FormsOf(grammar.Tokens[at].Lower) & VerbForms.Past) == 0 || (cueEnd < end && _words.By.Contains(grammar.Tokens[cueEnd])) || start == first || !(grammar.IsNominal(start - 1) || grammar.IsComma(start - 1) || grammar.IsQuote(start - 1) || grammar.Tags[start - 1] == PennTag.CC))
                {
                    return false;
                }

                break;
            case PennTag.VBG or PennTag.NN:
                shape = be ? CueShape.Finite : CueShape.Participle;
                if (shape == CueShape.Participle && start > first && grammar.Tags[start - 1] is PennTag.DT or PennTag.PRPS or PennTag.JJ)
                {
                    return false;
                }

                break;
            case PennTag.VB:
                if (!TryInfinitive(grammar, at, first, verb.Class is VerbClass.Say or VerbClass.Tell, ref start, modal, ref negated, out shape))
                {
                    return false;
                }

                break;
            default:
                return false;
        }

        candidate = new CueCandidate
        {
            Cue = new TokenRange(start, cueEnd),
            Head = at,
            Verb = verb,
            Frames = frames,
            Shape = shape,
            Negated = negated,
            After = cueEnd,
        };
        return true;
    }

    /// <summary>Whether a passive is the reporter's hedge: "is expected to", "was said to be", "is believed to have".</summary>
    private bool IsHearsay(in PhraseGrammar grammar, int at, int cueEnd, int end, VerbEntry verb) =>
        grammar.Keeps(GuardRules.Hearsay) && _words.Expect.Contains(grammar.Tokens[at])
        && (verb.Lemma is "expect" or "suppose" || (cueEnd < end && _words.To.Contains(grammar.Tokens[cueEnd]) && (verb.Frames & VerbFrames.ObjectInfinitive) == 0));

    /// <summary>
    /// A bare form counts after "do" ("did not say"), in a promise or refusal of the speaker ("will not accept") and after
    /// a verb that only carries it ("went on to say", "would like to thank"); not in "met to discuss".
    /// </summary>
    private bool TryInfinitive(in PhraseGrammar grammar, int at, int first, bool says, ref int start, bool modal, ref bool negated, out CueShape shape)
    {
        shape = CueShape.Finite;
        if (start < at)
        {
            // "did not say" and "I can only say" are cues; "would support" is a forecast and speaks for nobody yet.
            return !modal || !grammar.Keeps(GuardRules.Forecast) || (says && start > first && _words.FirstPerson.Contains(grammar.Tokens[start - 1]));
        }

        if (at == first || !_words.To.Contains(grammar.Tokens[at - 1]))
        {
            // "they support", "leaders from the coast say": a plural present that the tagger takes for a bare form.
            return at > first && (grammar.Tags[at - 1] is PennTag.PRP or PennTag.NNS or PennTag.WP || (grammar.Tags[at - 1].IsNoun() && says));
        }

        shape = CueShape.Infinitive;
        int carrier = at - 2;
        if (carrier >= first && grammar.Tags[carrier] == PennTag.RP && carrier > first)
        {
            carrier--;
        }
        else if (carrier > first && _words.On.Contains(grammar.Tokens[carrier]))
        {
            carrier--;
        }

        if (carrier > first && says && _words.Occasion.Contains(grammar.Tokens[carrier]))
        {
            // "issued a statement to clarify that".
            int issued = grammar.BaseStart(carrier, first) - 1;
            carrier = issued >= first && grammar.Tags[issued].IsVerb() && _words.LightVerb.Contains(grammar.Tokens[issued]) ? issued : carrier;
        }

        if (carrier < first || (!_words.Catenative.Contains(grammar.Tokens[carrier]) && (carrier >= at - 2 || !_words.LightVerb.Contains(grammar.Tokens[carrier]))))
        {
            return false;
        }

        start = grammar.GroupStart(carrier, first);
        if (grammar.Keeps(GuardRules.Forecast) && _words.Have.Contains(grammar.Tokens[carrier]) && Auxiliaries(grammar, start, carrier).Modal)
        {
            // "the court will have to decide": a forecast too.
            return false;
        }

        negated |= _words.NegativeVerb.Contains(grammar.Tokens[carrier]) || Auxiliaries(grammar, start, carrier).Negated;
        shape = grammar.Tags[carrier] == PennTag.VBG && !Auxiliaries(grammar, start, carrier).Be ? CueShape.Participle : CueShape.Finite;
        return true;
    }

    private bool TryPredicate(in PhraseGrammar grammar, int at, int first, int end, out CueCandidate candidate)
    {
        candidate = default;
        if (at == first || _lexicon.MatchPredicate(grammar.Tokens, at, end, out int length) is not { } entry)
        {
            return false;
        }

        int start = grammar.GroupStart(at, first);
        int copula = at - 1;
        while (copula > start && !_words.Copula.Contains(grammar.Tokens[copula]) && grammar.IsAdverb(copula))
        {
            copula--;
        }

        if (!_words.Copula.Contains(grammar.Tokens[copula]) || grammar.Tags[copula] == PennTag.POS)
        {
            return false;
        }

        if (copula < start)
        {
            start = grammar.GroupStart(copula, first);
        }

        candidate = new CueCandidate
        {
            Cue = new TokenRange(start, at + length),
            Head = at,
            Verb = entry.Verb,
            Frames = entry.Frames,
            Shape = grammar.Tags[copula] == PennTag.VBG ? CueShape.Participle : grammar.Tags[copula] == PennTag.VB && start == copula ? CueShape.Infinitive : CueShape.Finite,
            Negated = Auxiliaries(grammar, start, at).Negated,
            After = at + length,
        };
        return true;
    }

    private bool TryNoun(in PhraseGrammar grammar, int at, int first, int end, out CueCandidate candidate)
    {
        candidate = default;
        if (_lexicon.MatchNoun(grammar.Tokens, at, end, out int length) is not { } entry)
        {
            return false;
        }

        int start = grammar.BaseStart(at, first);
        candidate = new CueCandidate
        {
            Cue = new TokenRange(at, at + length),
            Head = at,
            Verb = entry.Verb,
            Frames = entry.Frames,
            Shape = CueShape.Noun,
            After = at + length,
        };

        // "Spain's main worry has been that": the clause behind "be" is what the noun holds.
        int copula = at + 1;
        while (copula < end && copula < at + 4 && (grammar.IsAdverb(copula) || _words.Be.Contains(grammar.Tokens[copula]) || _words.Have.Contains(grammar.Tokens[copula])) && grammar.Tags[copula] != PennTag.POS)
        {
            copula++;
        }

        if (length == 1 && copula > at + 1 && copula < end && _words.That.Contains(grammar.Tokens[copula]) && (entry.Frames & VerbFrames.That) != 0)
        {
            candidate.Cue = new TokenRange(at, copula);
            candidate.After = copula;
            length = copula - at;
        }

        // "issued a warning that", "expressed deep concern over": the verb carries it, its subject is the source.
        int carrier = start - 1;
        int behind = at + 1 < end && grammar.IsAdverb(at + 1) ? at + 2 : at + 1;
        bool complement = length > 1 || (behind < end && (_words.That.Contains(grammar.Tokens[behind]) || _words.To.Contains(grammar.Tokens[behind])));
        bool reaped = carrier >= first && grammar.Tags[carrier].IsVerb() && at + 2 < end && _words.Reaping.Contains(grammar.Tokens[carrier])
            && (_words.From.Contains(grammar.Tokens[at + 1]) || _words.By.Contains(grammar.Tokens[at + 1]));
        if (!complement && !reaped && carrier >= first && grammar.Tags[carrier].IsVerb())
        {
            return false;
        }

        if (grammar.Keeps(GuardRules.Contested) && length > 1 && _words.Of.Contains(grammar.Tokens[at + length - 1]) && carrier >= first && _words.Contest.Contains(grammar.Tokens[carrier]) && grammar.Tags[carrier].IsVerb())
        {
            // "denied the allegations of torture": what is denied is the allegation, and the denial is no allegation.
            return false;
        }

        if (carrier >= first && _words.LightVerb.Contains(grammar.Tokens[carrier]) && grammar.Tags[carrier].IsVerb())
        {
            int group = grammar.GroupStart(carrier, first);
            (bool be, bool have, bool modal, bool negated) = Auxiliaries(grammar, group, carrier);
            PennTag tag = grammar.Tags[carrier];
            bool past = tag == PennTag.VBN && group > first && grammar.IsNominal(group - 1) && !be;
            if ((tag == PennTag.VBN && !have && !past) || (tag == PennTag.VB && !modal && group == carrier))
            {
                return false;
            }

            candidate.Cue = new TokenRange(group, at + length);
            candidate.Shape = tag == PennTag.VBG && !be ? CueShape.Participle : CueShape.LightVerb;
            candidate.Negated = negated;
        }
        else if (reaped)
        {
            // "The raid drew sharp criticism from Doha".
            candidate.Cue = new TokenRange(start, at + 2);
            candidate.Shape = CueShape.Reaped;
            candidate.After = at + 2;
            candidate.Patient = new TokenRange(carrier, carrier + 1);
        }
        else
        {
            // "its call", "Doha's sharp criticism": words between possessor and noun belong to the cue.
            int cue = at;
            while (cue > start && grammar.Tags[cue - 1] is not (PennTag.POS or PennTag.PRPS or PennTag.DT))
            {
                cue--;
            }

            candidate.Cue = new TokenRange(grammar.Tags[at - (at > first ? 1 : 0)].IsNoun() && cue > first && grammar.Tags[cue - 1] is not (PennTag.POS or PennTag.PRPS) ? at : cue, at + length);
        }

        return true;
    }

    private bool TryPreposition(in PhraseGrammar grammar, int at, int end, out CueCandidate candidate)
    {
        candidate = default;
        if (at + 2 >= end)
        {
            return false;
        }

        if (_words.According.Contains(grammar.Tokens[at]) && _words.To.Contains(grammar.Tokens[at + 1]))
        {
            candidate = new CueCandidate { Cue = new TokenRange(at, at + 2), Head = at, Shape = CueShape.Preposition, After = at + 2 };
            return true;
        }

        if (!_words.In.Contains(grammar.Tokens[at]))
        {
            return false;
        }

        // "in the words of X", "in the view of X".
        if (at + 4 < end && grammar.Tags[at + 1] == PennTag.DT && _words.ViewNoun.Contains(grammar.Tokens[at + 2]) && _words.Of.Contains(grammar.Tokens[at + 3]))
        {
            candidate = new CueCandidate { Cue = new TokenRange(at, at + 4), Head = at + 2, Shape = CueShape.Preposition, After = at + 4 };
            return true;
        }

        // "in Lavrov's view", "in his opinion".
        int phrase = grammar.BaseEnd(at + 1, Math.Min(end, at + 8));
        if (phrase > at + 2 && _words.ViewNoun.Contains(grammar.Tokens[phrase - 1]) && grammar.Tags[phrase - 2] is PennTag.POS or PennTag.PRPS)
        {
            candidate = new CueCandidate
            {
                Cue = new TokenRange(at, phrase),
                Head = phrase - 1,
                Shape = CueShape.View,
                After = phrase,
                Source = new TokenRange(at + 1, phrase - 1),
            };
            return true;
        }

        return false;
    }

    private (bool Be, bool Have, bool Modal, bool Negated) Auxiliaries(in PhraseGrammar grammar, int start, int head)
    {
        bool be = false, have = false, modal = false, negated = false;
        for (int i = start; i < head; i++)
        {
            bool be1 = _words.Be.Contains(grammar.Tokens[i]);
            bool have1 = _words.Have.Contains(grammar.Tokens[i]);
            if (be1 && have1)
            {
                // "'s": "he's said" has, "he's quoted" is; the participle of a verb of saying mostly goes with "has".
                have = true;
            }
            else
            {
                be |= be1;
                have |= have1;
            }

            modal |= grammar.Tags[i] == PennTag.MD;
            negated |= _words.Negation.Contains(grammar.Tokens[i]);
        }

        return (be, have, modal, negated);
    }
}
