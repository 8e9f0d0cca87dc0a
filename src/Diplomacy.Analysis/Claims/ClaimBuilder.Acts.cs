using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>What the words of a clause do, whatever the verb that reports them.</summary>
internal sealed partial class ClaimBuilder
{
    private ClauseReading Decide(DocumentContext document, ClaimScratch scratch, in Clause clause, in CueReading cue, SpeechForm form, int depth)
    {
        var reading = new ClauseReading
        {
            Family = ActFamily.State,
            Act = nameof(ActFamily.State),
            Rule = "act.state",
            ContentStart = clause.Start,
            ActionStart = -1,
            SeenStart = clause.Body,
            SeenEnd = clause.Body,
        };
        Clause spoken = clause;
        if (clause.Body + 2 < clause.End && _words.Allow.Contains(scratch.Core[clause.Body]) && _words.Me.Contains(scratch.Core[clause.Body + 1]))
        {
            // "Let me thank you", "Allow me to stress that ...": the verb behind is the speaker's.
            int verb = clause.Body + 2;
            verb += _words.To.Contains(scratch.Core[verb]) ? 1 : 0;
            if (verb < clause.End)
            {
                (spoken.Predicate, spoken.Verb, spoken.Subject, spoken.SubjectEnd) = (clause.Body, verb, SubjectKind.FirstPerson, clause.Body);
                ReadPerformative(document, scratch, spoken, true, cue, form, depth, ref reading);
                return reading;
            }
        }

        bool own = IsOwn(scratch, clause, form) || !document.Keeps(GuardRules.OthersDeed);
        bool done = ReadLead(document, scratch, clause, cue, form, depth, ref reading)
            || ReadPerformative(document, scratch, clause, own, cue, form, depth, ref reading)
            || ReadOwnPhrase(document, scratch, clause, own, cue, ref reading)
            || ReadObligation(document, scratch, clause, own, cue, form, ref reading)
            || ReadPromise(scratch, clause, own, form, ref reading)
            || ReadOffice(document, scratch, clause, own, cue, form, ref reading)
            || ReadJudgement(scratch, clause, own, ref reading)
            || ReadWrong(document, scratch, clause, own, ref reading)
            || ReadDanger(scratch, clause, own, ref reading);
        _ = done;
        return reading;
    }

    private bool IsOwn(ClaimScratch scratch, in Clause clause, SpeechForm form)
    {
        if (clause.Subject is SubjectKind.FirstPerson or SubjectKind.Own)
        {
            return true;
        }

        // "He said it would retaliate": in reported speech the pronoun is most often the speaker.
        return clause.Subject == SubjectKind.Pronoun && form != SpeechForm.Direct && (scratch.SpeakerIsGroup || !_words.Group.Contains(scratch.Core[clause.SubjectStart]))
            && !(scratch.SpeakerIsPerson && _words.It.Contains(scratch.Core[clause.SubjectStart]) && clause.Verb >= 0 && _words.Effects.Contains(scratch.Core[clause.Verb]));
    }

    /// <summary>"It is important to respect each other", "Let us talk", and bare commands: "Stop the shelling".</summary>
    private bool ReadLead(DocumentContext document, ClaimScratch scratch, in Clause clause, in CueReading cue, SpeechForm form, int depth, ref ClauseReading reading)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ActPhrase? phrase = _lexicon.Match(core, clause.Body, clause.End, out int length);
        if (Reading(phrase, ActPhraseKind.Lead) is { } lead)
        {
            int after = clause.Body + length;
            if (after < clause.End && _words.To.Contains(core[after]))
            {
                after++;
            }

            if (after < clause.End && (_words.To.Contains(core[after - 1]) || !_words.For.Contains(core[after - 1])))
            {
                    Set(ref reading, lead.Family, lead.Act, lead.Stance, lead.Family == ActFamily.Appeal ? "act.appeal.impersonal" : "act.lead", clause.Body, clause.Body + length);
                reading.ContentStart = after;
                reading.ActionStart = after;
                return true;
            }
        }

        if (ReadVerdict(scratch, clause, ref reading) || ReadCleft(scratch, clause, ref reading))
        {
            return true;
        }

        if (ReadFrame(scratch, clause, out int said))
        {
            // "It is logical to expect that prices will fall": the frame is the cue, what follows is judged.
            Clause inner = ReadClause(document, scratch, said, clause.End, SubjectKind.None);
            reading = Decide(document, scratch, inner, cue, form, depth + 1);
            if (reading.CueEnd == reading.CueStart)
            {
                (reading.CueStart, reading.CueEnd) = (clause.Body, said);
            }

            return true;
        }

        if (depth == 0 && form != SpeechForm.Direct && cue.Class is VerbClass.Say or VerbClass.Tell && Mandate(scratch, clause) is var be and > 0)
        {
            // "stressed that aid be let in": a bare "be" behind a subject asks.
            Set(ref reading, ActFamily.Appeal, "Appeal", 0, "act.appeal.mandate", be, be + 1);
            (reading.PartyStart, reading.PartyEnd, reading.Party) = (clause.Body, be, SubjectOf(document, scratch, clause.Body, be));
            return true;
        }

        if (clause.Body < clause.End && scratch.Tags[clause.Body] == PennTag.VB && clause.Predicate < 0 && (clause.Body > 0 || OpensSentence(document, scratch)))
        {
            Set(ref reading, ActFamily.Appeal, "Appeal", 0, "act.appeal.command", clause.Body, clause.Body + 1);
            reading.ContentStart = clause.Body;
            reading.ActionStart = clause.Body;
            return true;
        }

        return false;
    }

    /// <summary>The bare "be" that follows the subject at once where an inflected verb is expected, or -1.</summary>
    private int Mandate(ClaimScratch scratch, in Clause clause)
    {
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        for (int i = clause.Body; i + 1 < clause.End && i < clause.Body + 8; i++)
        {
            if (i > clause.Body && tags[i] == PennTag.VB && _words.Be.Contains(scratch.Core[i]))
            {
                return tags[i - 1] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS ? i : -1;
            }

            if (tags[i] is not (PennTag.DT or PennTag.JJ or PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.PRPS or PennTag.POS or PennTag.CD or PennTag.IN))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"It is regrettable that the talks broke down", "it is alleged that they fled": the frame judges what follows.</summary>
    private bool ReadVerdict(ClaimScratch scratch, in Clause clause, ref ClauseReading reading)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        int i = clause.Body;
        if (i + 4 >= clause.End || !_words.It.Contains(core[i]) || clause.Verb <= i || clause.Modality is Modality.Must or Modality.Should)
        {
            return false;
        }

        ActPhrase? phrase = Reading(_lexicon.Match(core, clause.Verb, clause.End, out int length), ActPhraseKind.Judge);
        int said = clause.Verb + length;
        if (phrase is null && clause.Passive && _words.Be.Contains(core[clause.Verb - 1]))
        {
            phrase = Reading(_lexicon.Match(core, clause.Verb - 1, clause.End, out length), ActPhraseKind.Judge);
            said = clause.Verb - 1 + length;
        }

        if (phrase is null || said + 2 >= clause.End || !_words.That.Contains(core[said]) || (clause.Negated && !Holds(core, clause.Verb, said, _words.Negators)))
        {
            return false;
        }

        Set(ref reading, phrase.Family, phrase.Act, phrase.Stance, "act.verdict." + phrase.Act, clause.Body, said);
        (reading.CueStart, reading.CueEnd) = (clause.Body, said + 1);
        reading.ContentStart = said + 1;
        return true;
    }

    /// <summary>"Our task is to keep the peace", "our hope is that both will talk", "what we need is time": the subject tells what the rest is.</summary>
    private bool ReadCleft(ClaimScratch scratch, in Clause clause, ref ClauseReading reading)
    {
        if (ReadWhat(scratch, clause, ref reading))
        {
            return true;
        }

        int said = clause.Verb + 1;
        if (!clause.Copula || clause.Negated || clause.Past || said + 1 >= clause.End || clause.SubjectEnd - clause.SubjectStart < 2 || clause.Modality is not (Modality.None or Modality.Will or Modality.Must))
        {
            return false;
        }

        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        bool infinitive = _words.To.Contains(core[said]) && tags[said + 1] == PennTag.VB;
        bool that = _words.That.Contains(core[said]) && tags[said] == PennTag.IN;
        if (!infinitive && !that)
        {
            return false;
        }

        bool needed = false;
        CueNoun? noun = null;
        for (int i = clause.SubjectStart; i < clause.SubjectEnd; i++)
        {
            needed |= _words.Necessities.Contains(core[i]);
            noun ??= tags[i].IsNoun() && _lexicon.Noun(core[i].Lower) is { Family: ActFamily.Appeal or ActFamily.Demand or ActFamily.Concern or ActFamily.Commit } named ? named : null;
        }

        if (noun is null && infinitive && clause.Subject is SubjectKind.FirstPerson && Holds(core, clause.SubjectStart, clause.SubjectEnd, _words.Aims))
        {
            Set(ref reading, ActFamily.Commit, "Commit", 1, "act.cleft", clause.SubjectStart, clause.SubjectEnd);
        }
        else if (needed)
        {
            Set(ref reading, ActFamily.Appeal, "Appeal", 0, "act.cleft", clause.SubjectStart, clause.SubjectEnd);
        }
        else if (noun is not null && clause.Subject is SubjectKind.FirstPerson or SubjectKind.Own or SubjectKind.Thing)
        {
            Set(ref reading, noun.Family, noun.Act, 0, "act.cleft", clause.SubjectStart, clause.SubjectEnd);
        }
        else
        {
            return false;
        }

        (reading.CueStart, reading.CueEnd) = (clause.Body, said + 1);
        reading.ContentStart = said + 1;
        reading.ActionStart = infinitive ? reading.CueEnd : -1;
        return true;
    }

    /// <summary>"What we need is a ceasefire", "what is needed is to act", "what they want is that both talk".</summary>
    private bool ReadWhat(ClaimScratch scratch, in Clause clause, ref ClauseReading reading)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        if (clause.Body + 5 > clause.End || tags[clause.Body] != PennTag.WP || !_words.What.Contains(core[clause.Body]))
        {
            return false;
        }

        bool needed = false;
        for (int i = clause.Body + 1; i < Math.Min(clause.End - 1, clause.Body + 10); i++)
        {
            if (needed && _words.Be.Contains(core[i]) && tags[i] == PennTag.VBZ && !_words.Negators.Contains(core[i + 1]))
            {
                bool infinitive = _words.To.Contains(core[i + 1]);
                Set(ref reading, ActFamily.Appeal, "Appeal", 0, "act.cleft", clause.Body, i + 1);
                reading.ContentStart = infinitive || _words.That.Contains(core[i + 1]) ? Math.Min(i + 2, clause.End - 1) : i + 1;
                reading.ActionStart = infinitive ? reading.ContentStart : -1;
                (reading.CueStart, reading.CueEnd) = (clause.Body, reading.ContentStart);
                return true;
            }

            needed |= _words.Need.Contains(core[i]) || _words.Necessities.Contains(core[i]) || (_words.Wish.Contains(core[i]) && tags[i].IsVerb());
        }

        return false;
    }

    /// <summary>Whether the unit's first word opens a sentence; a quoted fragment ("a plan to “protect the coast”") does not.</summary>
    private bool OpensSentence(DocumentContext document, ClaimScratch scratch)
    {
        int first = scratch.Map[0];
        while (first > 0 && document.Tokens[first - 1].Kind == TokenKind.Quote)
        {
            first--;
        }

        return first == 0 || scratch.Core[0].Is(TokenTraits.InitialCapital) || !_words.To.Contains(document.Tokens[first - 1]);
    }

    /// <summary>"it is clear that", "it is fair to say that": gives the first core token behind the frame.</summary>
    private bool ReadFrame(ClaimScratch scratch, in Clause clause, out int said)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        said = 0;
        if (clause.Copula && clause.Verb + 2 < clause.End && !clause.Negated && _words.That.Contains(core[clause.Verb + 1]) && tags[clause.Verb + 1] == PennTag.IN)
        {
            // "Our position is that the troops should leave."
            said = clause.Verb + 2;
            return true;
        }

        int i = clause.Body;
        if (i + 5 < clause.End && tags[i] is PennTag.DT or PennTag.WDT && _words.Be.Contains(core[i + 1]) && tags[i + 2] == PennTag.WRB && _words.Why.Contains(core[i + 2]))
        {
            // "That is why we call on all sides to talk."
            said = i + 3;
            return true;
        }

        if (i + 4 >= clause.End || !_words.It.Contains(core[i]) || !_words.Be.Contains(core[i + 1]) || tags[i + 2] is not (PennTag.JJ or PennTag.VBN))
        {
            return false;
        }

        for (i += 3; i < clause.End - 1 && i < clause.Body + 6; i++)
        {
            if (_words.That.Contains(core[i]))
            {
                said = i + 1;
                return true;
            }

            if (!_words.To.Contains(core[i]) && tags[i] != PennTag.VB)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"We urge them to talk", "China supports the plan", "I want to thank you": the verb itself does the act.</summary>
    private bool ReadPerformative(DocumentContext document, ClaimScratch scratch, in Clause clause, bool own, in CueReading cue, SpeechForm form, int depth, ref ClauseReading reading)
    {
        if (!own || clause.Verb < 0 || clause.Passive || clause.Copula || depth > 3)
        {
            return false;
        }

        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int verb = clause.Verb;

        // "would like to thank", "want to congratulate", "wish to express": the act is the second verb.
        int hop = verb + 1;
        bool modal = clause.Modality is Modality.Will or Modality.Would or Modality.Should or Modality.May or Modality.Can;
        bool hopped = false;
        if (hop + 1 < clause.End && _words.To.Contains(core[hop]) && tags[hop + 1] == PennTag.VB && _verbs.Find(core[verb].Lower) is { } wish && wish.Class is VerbClass.Think or VerbClass.Directive or VerbClass.Say)
        {
            VerbEntry? second = _verbs.Match(core, hop + 1, clause.End, out _);
            if (second is not null && second.Class is not VerbClass.Think and not VerbClass.Position)
            {
                verb = hop + 1;
                hopped = true;
            }
        }

        if (clause.Subject == SubjectKind.FirstPerson && Expressive(core, tags, verb, clause.End) is var told and > 0)
        {
            verb = told;
            hopped = true;
        }

        if (modal && !hopped && !clause.Negated && !(clause.Modality is Modality.Would or Modality.Should && (_words.Like.Contains(core[verb]) || _words.Welcome.Contains(core[verb]))))
        {
            return false;
        }
        else if (clause.Modality == Modality.Must && _verbs.Find(core[verb].Lower)?.Class is not (VerbClass.Say or VerbClass.Tell))
        {
            return false;
        }

        VerbEntry? entry = _verbs.Match(core, verb, clause.End, out int length);
        if (entry is null && _words.Like.Contains(core[verb]) && clause.Modality == Modality.Would)
        {
            (entry, length) = (_want, 1);
        }

        if (entry is null && !modal && !clause.Negated && tags[verb] is PennTag.VBP or PennTag.VBZ && _words.Need.Contains(core[verb]) && verb + 1 < clause.End
            && tags[verb + 1] is PennTag.DT or PennTag.JJ or PennTag.JJR or PennTag.NN or PennTag.NNS or PennTag.CD or PennTag.PRPS)
        {
            // "We need a new start."
            Set(ref reading, ActFamily.Appeal, "Appeal", 0, "act.appeal.need", verb, verb + 1);
            return true;
        }

        if (entry is null && _words.Convey.Contains(core[verb]))
        {
            (entry, length) = (_express, 1);
        }

        if (entry is null || entry.Class is VerbClass.Position or VerbClass.Show)
        {
            return false;
        }

        int after = verb + length;
        if (!modal && !clause.Negated && entry.Takes(VerbFrames.As) && entry.Family == ActFamily.State && after < clause.End && !_words.That.Contains(core[after]) && NamesVerdict(core, tags, entry, after, clause.End))
        {
            // "We regard the raid as a crime", "they call the vote a sham": the name that is given judges.
            Judge(scratch, ref reading, after, clause.End);
            (reading.SeenStart, reading.SeenEnd) = (verb, after);
            return reading.Family != ActFamily.State;
        }

        (ActFamily family, string act, int rung) = (entry.Family, entry.Act, entry.Rung);
        bool nominal = false;
        if (_words.LightVerbs.Contains(core[verb]) || entry.Family == ActFamily.State)
        {
            int named = NounBehind(core, tags, after, clause.End);
            if (named >= 0 && _lexicon.Noun(core[named].Lower) is { } noun)
            {
                (family, act, rung) = (noun.Family, noun.Act, noun.Rung);
                after = named + 1;
                nominal = true;
            }
        }

        bool first = clause.Subject == SubjectKind.FirstPerson;
        if (_words.Wish.Contains(core[verb]))
        {
            int to = ObjectInfinitive(core, tags, after, clause.End);
            if (to == after && clause.Subject == SubjectKind.FirstPerson && !_words.Plan.Contains(core[verb]) && (tags[verb] == PennTag.VBN || IsWord(core, to + 1, clause.End)))
            {
                // "I would like to add a few words", "I want to be clear" announce words only; "I have always wanted to" looks back.
                return false;
            }

            if (to < 0 && entry.Lemma == "wish" && after < clause.End && !_words.That.Contains(core[after]))
            {
                // "We wish him every success."
                (family, act, rung) = (ActFamily.Support, "Praise", 2);
            }

            if (to == after && entry.Lemma is not "need" and not "love" && (entry.Lemma != "like" || clause.Modality == Modality.Would) && !clause.Negated)
            {
                // "Kenya seeks to join": with no one else to act, a wish is a plan.
                (family, act, rung) = (ActFamily.Commit, "Commit", 2);
            }
            else if (to > after)
            {
                (family, act, rung) = (ActFamily.Appeal, "Appeal", 1);
            }
            else if (to == after)
            {
                return false;
            }
        }

        if (family == ActFamily.State && entry.Lemma is "announce" && !clause.Past && after < clause.End && tags[after] is PennTag.DT or PennTag.CD or PennTag.JJ or PennTag.NN or PennTag.NNS or PennTag.PRPS
            && !_words.That.Contains(core[after]))
        {
            // "I am announcing a further package of help": it was not there before.
            (family, act, rung) = (ActFamily.Commit, "Commit", 2);
        }

        if (family == ActFamily.State)
        {
            if (first)
            {
                return ReadInner(document, scratch, clause, after, cue, form, depth, ref reading);
            }

            // "he believes Chile must act": what is thought counts where it does more than state.
            ClauseReading thought = reading;
            if (entry.Class != VerbClass.Think || clause.Negated || !ReadInner(document, scratch, clause, after, cue, form, depth, ref thought) || thought.Family == ActFamily.State)
            {
                return false;
            }

            reading = thought;
            return true;
        }

        if (entry.Lemma == "know" && (clause.Negated || after >= clause.End || FindPredicate(scratch, after, Math.Min(clause.End, after + 14)) <= after || _words.What.Contains(core[after]) || scratch.Tags[after] == PennTag.WRB))
        {
            return false;
        }

        if (clause.Negated)
        {
            (family, act) = Flip(family, act);
            if (family == ActFamily.State)
            {
                return false;
            }
        }

        if (entry.Lemma == "look")
        {
            // "look forward to working with them" plans; "look forward to the visit" is glad of it.
            (family, act) = after < clause.End && tags[after] == PennTag.VBG ? (ActFamily.Commit, "Commit") : (ActFamily.Support, "Praise");
        }

        Set(ref reading, family, act, 0, nominal ? "act.performative.noun" : "act.performative.verb", verb, after);
        reading.Rung = rung;
        ReadComplement(document, scratch, clause, after, first, first && (hopped || clause.Modality is Modality.None or Modality.Must), entry, ref reading);
        return true;
    }

    /// <summary>Whether the verb behind "to" is one of saying, making or being: "to say", "to make two points", "to be clear".</summary>
    private bool IsWord(ReadOnlySpan<Token> core, int at, int end) => at >= end || _words.Speaking.Contains(core[at]) || _words.LightVerbs.Contains(core[at])
        || _verbs.Find(core[at].Lower) is { Class: VerbClass.Say or VerbClass.Tell or VerbClass.Ask or VerbClass.Think or VerbClass.Position };

    /// <summary>"I take this opportunity to thank you", "I would like to begin by congratulating him": where the act's verb stands, or -1.</summary>
    private int Expressive(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int verb, int end)
    {
        if (_verbs.Find(core[verb].Lower) is { Family: not ActFamily.State } && !_words.Wish.Contains(core[verb]))
        {
            return -1;
        }

        for (int i = verb + 2; i < end && i < verb + 11; i++)
        {
            if (tags[i].IsFinite() || _words.That.Contains(core[i]))
            {
                break;
            }

            if (tags[i] is PennTag.VB or PennTag.VBG && tags[i - 1] is PennTag.TO or PennTag.IN && _verbs.Match(core, i, end, out _) is { } entry
                && (entry.Family is ActFamily.Support or ActFamily.Condemn or ActFamily.Concern or ActFamily.Apologize || _words.LightVerbs.Contains(core[i]) && entry.Class == VerbClass.Say && NounBehind(core, tags, i + 1, end) > 0))
            {
                return i;
            }

            if (tags[i] == PennTag.VB && tags[i - 1] == PennTag.TO && _words.Convey.Contains(core[i]) && NounBehind(core, tags, i + 1, end) > 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a verdict follows: with verbs of thought a predicate must be marked by "as" or "to be".</summary>
    private bool NamesVerdict(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, VerbEntry entry, int from, int end)
    {
        for (int i = from; i < end && !tags[i].IsFinite(); i++)
        {
            if (entry.Class == VerbClass.Say || _words.As.Contains(core[i]) || (_words.To.Contains(core[i]) && i + 1 < end && _words.Be.Contains(core[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cue noun of a light verb ("express to the host our deep gratitude"), or -1.</summary>
    private int NounBehind(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int from, int end)
    {
        for (int i = from; i < end && i < from + 14; i++)
        {
            if (tags[i].IsVerb() || tags[i] == PennTag.MD || _words.That.Contains(core[i]))
            {
                return -1;
            }

            if (_words.Comma.Contains(core[i]))
            {
                // "reaffirm, in this first report, our commitment": over the aside.
                int close = i + 1;
                while (close < end && close < i + 16 && !_words.Comma.Contains(core[close]))
                {
                    close++;
                }

                if (i > from || close >= end || !_words.Comma.Contains(core[close]))
                {
                    return -1;
                }

                i = close;
                continue;
            }

            if (_lexicon.Noun(core[i].Lower) is { } noun && noun.Family != ActFamily.State)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"I believe that the council must act": the frame is the cue, what follows is judged.</summary>
    private bool ReadInner(DocumentContext document, ClaimScratch scratch, in Clause clause, int after, in CueReading cue, SpeechForm form, int depth, ref ClauseReading reading)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        int heard = after;
        for (int i = after; i < clause.End && i < after + 6 && !scratch.Tags[i].IsFinite(); i++)
        {
            // "told them that", "said to the council that".
            if (_words.That.Contains(core[i]))
            {
                after = i;
                break;
            }
        }

        bool that = after < clause.End && _words.That.Contains(core[after]);
        int start = that ? after + 1 : after;
        int predicate = start < clause.End ? FindPredicate(scratch, start, Math.Min(clause.End, start + (that ? Reach : 10))) : -1;
        if (predicate <= start || (!that && scratch.Tags[start] is not (PennTag.PRP or PennTag.DT or PennTag.NNP or PennTag.NN or PennTag.NNS or PennTag.PRPS)))
        {
            return false;
        }

        Clause inner = ReadClause(document, scratch, start, clause.End, SubjectKind.None);
        ClauseReading said = Decide(document, scratch, inner, cue, form, depth + 1);
        reading = said;
        if (reading.CueEnd == reading.CueStart)
        {
            (reading.CueStart, reading.CueEnd) = (clause.Predicate, start);
        }

        if (heard < after && reading.Family.HasAddressee() && reading.Party is SubjectKind.FirstPerson or SubjectKind.None)
        {
            // "I told him that we should meet": the one told is asked.
            (reading.PartyStart, reading.PartyEnd, reading.Party) = (heard, after, KindOfObject(document, scratch, heard, after));
        }

        return true;
    }

    /// <summary>Addressee and content behind a performative.</summary>
    private void ReadComplement(DocumentContext document, ClaimScratch scratch, in Clause clause, int after, bool first, bool cuts, VerbEntry entry, ref ClauseReading reading)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        bool directive = reading.Family is ActFamily.Appeal or ActFamily.Demand;
        int to = ObjectInfinitive(core, tags, after, clause.End);

        int content = after;
        if (to >= 0 && (entry.Takes(VerbFrames.ObjectInfinitive | VerbFrames.Infinitive | VerbFrames.ForInfinitive | VerbFrames.Preposition) || entry.Family == ActFamily.State || _words.Wish.Contains(core[after - 1])))
        {
            content = _words.Negators.Contains(core[to]) ? to : to + 1;
            if (directive || entry.Takes(VerbFrames.ObjectInfinitive))
            {
                (reading.PartyStart, reading.PartyEnd) = (after, to);
                reading.Party = to > after ? KindOfObject(document, scratch, after, to) : SubjectKind.None;
                if (document.Keeps(GuardRules.OwnOrder) && directive && to > after && reading.Party is SubjectKind.FirstPerson or SubjectKind.Own)
                {
                    // "I have directed my ministers to act": an order to one's own side is one's own deed.
                    (reading.Family, reading.Act, reading.Rung) = (ActFamily.Commit, "Commit", 2);
                    reading.Party = SubjectKind.None;
                    reading.PartyEnd = reading.PartyStart;
                }
            }

            reading.ActionStart = content;
        }
        else
        {
            bool that = after < clause.End && _words.That.Contains(core[after]);
            int start = that ? after + 1 : after;
            int predicate = (that || entry.Takes(VerbFrames.That)) && start < clause.End ? FindPredicate(scratch, start, clause.End) : -1;
            content = start;
            if (predicate > start && directive)
            {
                // "We hope the council will act": from the action's verb on.
                Clause inner = ReadClause(document, scratch, start, clause.End, SubjectKind.None);
                (reading.PartyStart, reading.PartyEnd, reading.Party) = (inner.SubjectStart, inner.SubjectEnd, inner.Subject);
                if (inner.Verb > inner.Predicate && !inner.Passive && inner.Subject is SubjectKind.Other or SubjectKind.Second or SubjectKind.Both)
                {
                    content = inner.Verb;
                    reading.ActionStart = inner.Verb;
                }
            }
            else if (predicate <= start)
            {
                while (content < clause.End - 1 && tags[content] is PennTag.IN or PennTag.TO)
                {
                    content++;
                }

                if (content < clause.End && tags[content] == PennTag.VBG)
                {
                    reading.ActionStart = content;
                }
            }
        }

        bool cut = cuts || directive;
        if (cut && content < clause.End)
        {
            (reading.CueStart, reading.CueEnd) = first ? (clause.Predicate, after) : (0, 0);
            reading.ContentStart = content;
        }

        if (reading.Family == ActFamily.Commit && reading.ActionStart >= 0 && Harm(scratch, reading.ActionStart, clause.End))
        {
            (reading.Family, reading.Act, reading.Stance) = (ActFamily.Threaten, "Threaten", -2);
        }
    }

    /// <summary>The "to" of an infinitive that follows, perhaps behind an object ("urge [them] to stop", "ask Rome not to go"), or -1.</summary>
    private int ObjectInfinitive(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int after, int end)
    {
        int relative = 0;
        for (int i = after; i + 1 < end && i < after + 25; i++)
        {
            if (_words.To.Contains(core[i]) && (tags[i + 1] == PennTag.VB || (_words.Negators.Contains(core[i + 1]) && i + 2 < end)))
            {
                return i;
            }

            if (_words.Negators.Contains(core[i]) && _words.To.Contains(core[i + 1]))
            {
                return i;
            }

            if (i > after && tags[i] is PennTag.WDT or PennTag.WP || (i > after && _words.That.Contains(core[i]) && i + 1 < end && tags[i + 1].IsFinite() && tags[i - 1].IsNoun()))
            {
                // "urge the banks that finance growth to act": over the relative clause.
                relative++;
            }
            else if (tags[i].IsFinite() && relative > 0)
            {
                relative--;
            }
            else if (tags[i].IsFinite() || (i > after && _words.That.Contains(core[i])))
            {
                break;
            }
        }

        return -1;
    }

    private SubjectKind KindOfObject(DocumentContext document, ClaimScratch scratch, int start, int end) =>
        end == start + 1 && _words.ObjectPronouns.Contains(scratch.Core[start])
            ? (_words.Second.Contains(scratch.Core[start]) ? SubjectKind.Second : SubjectKind.Pronoun)
            : SubjectOf(document, scratch, start, end);

    /// <summary>"is ready to", "has no intention of", "reserves the right", "will not accept": predicates of one's own side.</summary>
    private bool ReadOwnPhrase(DocumentContext document, ClaimScratch scratch, in Clause clause, bool own, in CueReading cue, ref ClauseReading reading)
    {
        if (!own)
        {
            return false;
        }

        ReadOnlySpan<Token> core = scratch.Core.Span;
        int from = clause.Predicate < 0 ? clause.Body : clause.Predicate;
        int to = Math.Min(clause.End, Math.Max(clause.Verb, from) + 9);
        ActPhrase? best = null;
        int at = 0;
        int end = 0;
        bool binding = clause.Modality is Modality.Will or Modality.Would || cue.Class is VerbClass.Warn or VerbClass.Threat or VerbClass.Commit;
        for (int i = from; i < to; i++)
        {
            ActPhrase? phrase = _lexicon.Match(core, i, clause.End, out int length);
            for (; phrase is not null; phrase = phrase.Next)
            {
                if (phrase.Kind is not (ActPhraseKind.Own or ActPhraseKind.OwnInfinitive or ActPhraseKind.OwnNounPhrase)
                    || (phrase.Family == ActFamily.Threaten && phrase.Act != "ReserveRight" && !binding && best?.Kind != ActPhraseKind.OwnInfinitive)
                    || (phrase.Text[0] == '{' && i > Math.Max(clause.Verb, from) && phrase.Family != ActFamily.Threaten && best?.Kind != ActPhraseKind.OwnInfinitive)
                    || (best is not null && Rank(phrase) <= Rank(best)))
                {
                    continue;
                }

                best = phrase;
                (at, end) = (i, i + length);
            }
        }

        if (best is null)
        {
            return false;
        }

        (ActFamily family, string act) = (best.Family, best.Act);
        int stance = best.Stance;
        if (clause.Negated && document.Keeps(GuardRules.NegatedHarm) && !Holds(core, at, end, _words.Negators))
        {
            (family, act) = family == ActFamily.Threaten ? (ActFamily.Commit, "Commit") : Flip(family, act);
            stance = 0;
            if (family == ActFamily.State)
            {
                return false;
            }
        }

        Set(ref reading, family, act, stance, "act.own." + best.Act, at, end);
        if (best.Kind == ActPhraseKind.OwnInfinitive && end < clause.End)
        {
            reading.ActionStart = end;
            if (family == ActFamily.Commit && Harm(scratch, end, clause.End))
            {
                (reading.Family, reading.Act, reading.Stance) = (ActFamily.Threaten, "Threaten", -2);
            }
        }
        else if (family is ActFamily.Commit or ActFamily.Threaten && clause.Verb >= 0)
        {
            reading.ActionStart = clause.Verb;
        }

        return true;
    }

    /// <summary>must, has to, should, needs to.</summary>
    private bool ReadObligation(DocumentContext document, ClaimScratch scratch, in Clause clause, bool own, in CueReading cue, SpeechForm form, ref ClauseReading reading)
    {
        if (clause.Modality is not (Modality.Must or Modality.Should) || clause.Verb < 0)
        {
            return false;
        }

        ReadOnlySpan<Token> core = scratch.Core.Span;
        if (_words.Like.Contains(core[clause.Verb]) || (clause.SubjectEnd == clause.SubjectStart + 1 && _words.There.Contains(core[clause.SubjectStart]) && cue.Hedged))
        {
            return false;
        }

        if (own && clause.Subject != SubjectKind.FirstPerson && clause.Modality == Modality.Must)
        {
            return false;
        }

        // "should have listened" looks back; it asks for nothing, but blames whoever did not. "must have lost it" guesses.
        if (document.Keeps(GuardRules.PastObligation) && scratch.Tags[clause.Verb] is PennTag.VBN or PennTag.VBD && scratch.Tags[clause.Predicate] == PennTag.MD && Holds(core, clause.Predicate, clause.Verb, _words.Have))
        {
            if (own || clause.Modality == Modality.Must || clause.Subject is SubjectKind.FirstPerson or SubjectKind.None)
            {
                return false;
            }

            Set(ref reading, ActFamily.Condemn, "Disapprove", -1, "act.condemn.should-have", clause.Predicate, clause.Verb + 1);
            return true;
        }

        bool clear = clause.Subject is SubjectKind.Other or SubjectKind.Second || (clause.Subject == SubjectKind.Thing && clause.SubjectEnd > clause.SubjectStart && scratch.Tags[clause.SubjectEnd - 1].IsProper());
        bool demand = clause.Modality == Modality.Must && ((clear && !clause.Passive) || cue.Rung >= 5);
        Set(ref reading, demand ? ActFamily.Demand : ActFamily.Appeal, demand ? "Demand" : "Appeal", 0, demand ? "act.demand.must" : "act.appeal.should", clause.Predicate, clause.Verb + 1);
        (reading.PartyStart, reading.PartyEnd, reading.Party) = (clause.SubjectStart, clause.SubjectEnd, clause.Subject);
        reading.ActionStart = clause.Verb;
        // The one who is to act is the addressee, the action the content: "stop pressing us". A passive or a thing keeps its subject.
        bool agent = clause.Subject is SubjectKind.Other or SubjectKind.Second or SubjectKind.Both || (clause.Subject == SubjectKind.FirstPerson && (cue.Class == VerbClass.None || form == SpeechForm.Direct) && cue.Family == ActFamily.State)
            || (clause.Subject == SubjectKind.Thing && (Holds(core, clause.SubjectStart, clause.SubjectEnd, _words.Countries) || (clause.SubjectEnd > 0 && scratch.Tags[clause.SubjectEnd - 1].IsProper()) || IsActor(scratch, clause)));
        if (!clause.Passive && agent && !_words.Negators.Contains(core[clause.SubjectStart]))
        {
            reading.ContentStart = clause.Negated ? clause.Predicate + 1 : clause.Verb;
        }

        return true;
    }

    /// <summary>Whether the head of the subject can act: "opposition members", not "rules for members".</summary>
    /// <summary>"Closing the strait will lead to war", "any attack would have consequences": what comes of an action, told as a danger.</summary>
    private bool ReadConsequence(ClaimScratch scratch, in Clause clause, ref ClauseReading reading)
    {
        if (clause.Verb < 0 || clause.Negated || clause.Modality is not (Modality.Will or Modality.Would or Modality.Can or Modality.May) || clause.SubjectEnd <= clause.SubjectStart)
        {
            return false;
        }

        ReadOnlySpan<Token> core = scratch.Core.Span;
        if (_words.Any.Contains(core[clause.SubjectStart]) && clause.Modality is Modality.Will or Modality.Would && Holds(core, clause.SubjectStart + 1, Math.Min(clause.SubjectEnd, clause.SubjectStart + 4), _words.Provocations))
        {
            bool answer = Holds(core, clause.Verb, Math.Min(clause.End, clause.Verb + 8), _words.Answerings);
            Set(ref reading, answer ? ActFamily.Threaten : ActFamily.Warn, answer ? "Threaten" : "Warn", answer ? -2 : 0, answer ? "act.threaten.any" : "act.warn.any", clause.SubjectStart, clause.Verb + 1);
            return true;
        }

        if (!_words.Consequences.Contains(core[clause.Verb]))
        {
            return false;
        }

        int valence = 0;
        for (int i = clause.Verb + 1; i < Math.Min(clause.End, clause.Verb + 12); i++)
        {
            valence += scratch.Tags[i].IsProper() ? 0 : _lexicon.ValenceOf(core[i].Lower);
        }

        if (valence > -2)
        {
            return false;
        }

        Set(ref reading, ActFamily.Warn, "Warn", 0, "act.warn.consequence", clause.Verb, clause.Verb + 1);
        return true;
    }

    private bool IsActor(ClaimScratch scratch, in Clause clause)
    {
        int head = -1;
        for (int i = clause.SubjectStart; i < clause.SubjectEnd && scratch.Tags[i] is not (PennTag.IN or PennTag.TO or PennTag.WP or PennTag.WDT) && !_words.Comma.Contains(scratch.Core[i]) && !(head >= 0 && scratch.Tags[i].IsVerb()); i++)
        {
            head = scratch.Tags[i].IsNoun() || scratch.Tags[i] is PennTag.DT or PennTag.JJ ? i : head;
        }

        return head >= 0 && _lexicon.Actors.Contains(scratch.Core[head]);
    }

    /// <summary>will, and the would of reported speech, with one's own side as subject.</summary>
    private bool ReadPromise(ClaimScratch scratch, in Clause clause, bool own, SpeechForm form, ref ClauseReading reading)
    {
        if (!own || clause.Verb < 0 || clause.Passive || clause.Verb == clause.Predicate
            || !(clause.Modality == Modality.Will || (clause.Modality == Modality.Would && form != SpeechForm.Direct)))
        {
            return false;
        }

        if (clause.Copula && clause.Verb + 1 < clause.End && scratch.Tags[clause.Verb + 1] is PennTag.JJ or PennTag.DT)
        {
            return false;
        }

        bool harm = !clause.Negated && Harm(scratch, clause.Verb, clause.End);
        Set(ref reading, harm ? ActFamily.Threaten : ActFamily.Commit, harm ? "Threaten" : "Commit", harm ? -2 : 0, harm ? "act.threaten.will" : "act.commit.will", clause.Predicate, clause.Verb + 1);
        reading.ActionStart = clause.Verb;
        return true;
    }

    /// <summary>"The ministry will publish the list", "the government is ready for talks": who speaks for a body promises for it.</summary>
    private bool ReadOffice(DocumentContext document, ClaimScratch scratch, in Clause clause, bool own, in CueReading cue, SpeechForm form, ref ClauseReading reading)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        if (!own && clause.Subject == SubjectKind.Thing && clause.Verb >= 0 && Reading(_lexicon.Match(core, clause.Verb, clause.End, out int phrase), ActPhraseKind.Own) is { Act: "ReserveRight" } right)
        {
            // "The nation reserves the right to respond": nobody says that of another.
            Set(ref reading, right.Family, right.Act, right.Stance, "act.own.ReserveRight", clause.Verb, clause.Verb + phrase);
            return true;
        }

        if (own || clause.SubjectEnd - clause.SubjectStart < 2 || !SpeaksFor(core, scratch.Tags.Span, clause))
        {
            return false;
        }

        return ReadOwnPhrase(document, scratch, clause, true, cue, ref reading) || ReadPromise(scratch, clause, true, form, ref reading);
    }

    /// <summary>"the ministry", "our two governments", "With each of them the president": a body at the end of the subject that hangs on no noun.</summary>
    private bool SpeaksFor(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, in Clause clause)
    {
        if (clause.Subject == SubjectKind.Both)
        {
            return true;
        }

        int i = clause.SubjectEnd - 1;
        if (clause.Subject != SubjectKind.Thing || !_words.Institutions.Contains(core[i]))
        {
            return false;
        }

        while (--i >= clause.SubjectStart && i > clause.SubjectEnd - 5)
        {
            if (_words.Definite.Contains(core[i]))
            {
                return i == clause.SubjectStart || tags[i - 1] is not (PennTag.IN or PennTag.TO or PennTag.CC);
            }
        }

        return false;
    }

    /// <summary>"The charge is baseless", "the strike is illegal", "such steps are unacceptable".</summary>
    private bool ReadJudgement(ClaimScratch scratch, in Clause clause, bool own, ref ClauseReading reading)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        int from = clause.Body;
        int to = Math.Min(clause.End, Math.Max(clause.Verb, from) + 12);
        for (int i = from; i < to; i++)
        {
            ActPhrase? phrase = Reading(_lexicon.Match(core, i, clause.End, out int length), ActPhraseKind.Judge);
            if (phrase is null || (scratch.Tags[i] == PennTag.POS))
            {
                continue;
            }

            if (own && phrase.Family is ActFamily.Condemn or ActFamily.Accuse or ActFamily.Reject or ActFamily.Support)
            {
                continue;
            }

            bool denied = clause.Negated || (clause.SubjectEnd > clause.SubjectStart && _words.Negators.Contains(core[clause.SubjectStart]));
            if ((denied && !Holds(core, i, i + length, _words.Negators)) || (phrase.Family == ActFamily.Accuse && clause.Modality != Modality.None))
            {
                // "is not illegal", "not every driver is a criminal", "cannot be accused of".
                continue;
            }

            if (phrase.Family == ActFamily.Demand && clause.Subject is not (SubjectKind.Other or SubjectKind.Second))
            {
                continue;
            }

            Set(ref reading, phrase.Family, phrase.Act, phrase.Stance, "act.judge." + phrase.Act, i, i + length);
            if (phrase.Family == ActFamily.Demand)
            {
                (reading.PartyStart, reading.PartyEnd, reading.Party, reading.ActionStart) = (clause.SubjectStart, clause.SubjectEnd, clause.Subject, Math.Min(i + length, clause.End - 1));
                reading.ContentStart = reading.ActionStart;
            }

            return true;
        }

        return false;
    }

    /// <summary>"The regime has killed its own people": a wrong that another is said to have done.</summary>
    private bool ReadWrong(DocumentContext document, ClaimScratch scratch, in Clause clause, bool own, ref ClauseReading reading)
    {
        bool denied = own && clause.Negated && clause.Modality == Modality.None && clause.Subject != SubjectKind.None;
        if ((own && !denied) || clause.Verb < 0 || (!denied && document.Keeps(GuardRules.UnrealWrong) && (clause.Negated || clause.Modality != Modality.None)))
        {
            return false;
        }

        ReadOnlySpan<Token> core = scratch.Core.Span;
        int to = Math.Min(clause.End, clause.Verb + 4);
        for (int i = clause.Predicate; i < to; i++)
        {
            ActPhrase? phrase = Reading(_lexicon.Match(core, i, clause.End, out int length), ActPhraseKind.Wrong);
            if (phrase is null || !scratch.Tags[i].IsVerb())
            {
                continue;
            }

            if (denied)
            {
                // "We did not shell the town": one's own wrong is denied.
                Set(ref reading, ActFamily.Deny, "Deny", 0, "act.deny.deed", i, i + length);
                return true;
            }

            bool culprit = clause.Subject == SubjectKind.Other || (clause.Subject is SubjectKind.Thing && clause.SubjectEnd > clause.SubjectStart && IsActor(core, clause.SubjectStart, clause.SubjectEnd))
                || (clause.Subject == SubjectKind.Pronoun && _words.Group.Contains(core[clause.SubjectStart])) || clause.Subject == SubjectKind.Second;
            if (clause.Passive)
            {
                culprit = false;
                for (int k = i + 1; k + 1 < clause.End && k < i + 6; k++)
                {
                    if (_words.By.Contains(core[k]))
                    {
                        culprit = SubjectOf(document, scratch, k + 1, Math.Min(clause.End, k + 6)) == SubjectKind.Other || Holds(core, k + 1, Math.Min(clause.End, k + 5), _words.Countries);
                        break;
                    }
                }
            }

            if (!culprit)
            {
                return false;
            }

            Set(ref reading, ActFamily.Accuse, "Accuse", -2, "act.accuse.deed", i, i + length);
            return true;
        }

        return false;
    }

    private bool IsActor(ReadOnlySpan<Token> core, int from, int end) => Holds(core, from, end, _words.Countries)
        || _words.Institutions.Contains(core[end - 1]) || _words.Culprits.Contains(core[end - 1]);

    /// <summary>"If nobody acts, the famine could spread": a danger that hangs on somebody's action.</summary>
    private bool ReadDanger(ClaimScratch scratch, in Clause clause, bool own, ref ClauseReading reading)
    {
        if (!own && ReadConsequence(scratch, clause, ref reading))
        {
            return true;
        }

        if (own || clause.ConditionEnd <= clause.ConditionStart || clause.Modality is not (Modality.Will or Modality.Would or Modality.Can or Modality.May))
        {
            return false;
        }

        int lean = 0;
        bool negated = false;
        for (int i = clause.Start; i < clause.End; i++)
        {
            lean += _lexicon.StanceOf(scratch.Core[i].Lower);
            negated |= i < clause.ConditionEnd && _words.Negators.Contains(scratch.Core[i]);
        }

        if (lean >= 0 && !negated)
        {
            return false;
        }

        Set(ref reading, ActFamily.Warn, "Warn", 0, "act.warn.condition", clause.ConditionStart, clause.ConditionEnd);
        return true;
    }

    /// <summary>Whether the action that starts here is harm to another ("reinstate sanctions", "retaliate").</summary>
    private bool Harm(ClaimScratch scratch, int from, int end)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        for (int i = Math.Max(0, from - 2); i < Math.Min(end, from + 8); i++)
        {
            for (ActPhrase? phrase = _lexicon.Match(core, i, end, out _); phrase is not null; phrase = phrase.Next)
            {
                if (phrase.Kind == ActPhraseKind.Own && phrase.Family == ActFamily.Threaten)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ActPhrase? Reading(ActPhrase? phrase, ActPhraseKind kind)
    {
        while (phrase is not null && phrase.Kind != kind)
        {
            phrase = phrase.Next;
        }

        return phrase;
    }

    // A refusal weighs more than a readiness that stands in the same predicate ("is prepared to retaliate").
    private static int Rank(ActPhrase phrase) => phrase.Family switch
    {
        ActFamily.Threaten => 9,
        ActFamily.Reject => 8,
        ActFamily.Deny => 7,
        ActFamily.Apologize => 6,
        ActFamily.Concern or ActFamily.Support or ActFamily.Condemn => 5,
        ActFamily.Agree => 4,
        ActFamily.Commit => 3,
        _ => 2,
    };

    private static void Set(ref ClauseReading reading, ActFamily family, string act, int stance, string rule, int seenStart, int seenEnd)
    {
        reading.Family = family;
        reading.Act = act;
        reading.Stance = stance;
        reading.Rule = rule;
        reading.SeenStart = seenStart;
        reading.SeenEnd = seenEnd;
    }
}
