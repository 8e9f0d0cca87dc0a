using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>One claim for each conjunct that could be fulfilled or judged on its own.</summary>
internal sealed partial class ClaimBuilder
{
    /// <summary>A unit with finite verbs: cut where a new predicate begins, each piece judged.</summary>
    private void BuildClauses(DocumentContext document, ClaimScratch scratch, int index, in CueReading cue, bool stopsInside = false)
    {
        Attribution attribution = document.Attributions[index];
        int count = scratch.Core.Count;
        scratch.StopsInside = stopsInside;
        scratch.Asks = cue.Family is ActFamily.Appeal or ActFamily.Demand;
        int start = 0;
        SubjectKind inherited = scratch.Inherited;
        (int Start, int End) subject = (0, 0);
        int conditionStart = 0;
        int conditionEnd = 0;
        var before = new ClauseReading();
        while (start < count)
        {
            Clause clause = ReadClause(document, scratch, start, count, inherited);
            int next = count;
            if (clause.Verb >= 0)
            {
                (clause.End, next) = NextClause(scratch, clause);
            }

            if (clause.SubjectEnd > clause.SubjectStart)
            {
                subject = (clause.SubjectStart, clause.SubjectEnd);
            }
            else if (clause.Verb >= 0)
            {
                // "Rome must lift the ban and must free the crew": the subject is that of the clause before.
                (clause.SubjectStart, clause.SubjectEnd) = subject;
            }

            if (clause.ConditionEnd > clause.ConditionStart)
            {
                (conditionStart, conditionEnd) = (clause.ConditionStart, clause.ConditionEnd);
            }
            else
            {
                // "Should it fail, both will lose and both will pay": the condition holds for all that follows.
                (clause.ConditionStart, clause.ConditionEnd) = (conditionStart, conditionEnd);
            }

            AddLeadParticiple(document, scratch, index, attribution, clause);
            bool goesOn = start > 0 && before.CueEnd > before.CueStart && _words.That.Contains(scratch.Core[start - 1]);
            BuildClause(document, scratch, index, attribution, cue, clause, goesOn, ref before);
            inherited = clause.Subject;
            start = Math.Max(next, start + 1);
        }

        scratch.StopsInside = false;
        scratch.Asks = false;
    }

    private void BuildClause(DocumentContext document, ClaimScratch scratch, int index, in Attribution attribution, in CueReading cue, in Clause clause, bool goesOn, ref ClauseReading before)
    {
        ClauseReading reading = Decide(document, scratch, clause, cue, attribution.Form, 0);
        Combine(scratch, clause, cue, attribution, ref reading);
        if (goesOn && reading.Family == ActFamily.State)
        {
            // "I hope that talks go on and that the guns fall silent": the verb in front of the first "that" does both acts.
            (reading.Family, reading.Act, reading.Rung, reading.Rule) = (before.Family, before.Act, before.Rung, before.Rule);
            (reading.CueStart, reading.CueEnd) = (before.CueStart, before.CueEnd);
        }

        before = reading;
        if (IsFirstPerson(attribution) && reading.Family == ActFamily.State && (clause.Predicate < 0 || (document.Keeps(GuardRules.OwnQuestion) && IsQuestion(document, scratch, clause))))
        {
            return;
        }

        if (reading.Family is ActFamily.Threaten or ActFamily.Commit && clause.ConditionEnd > clause.ConditionStart && reading.ContentStart < clause.Body && clause.ConditionStart >= clause.Start)
        {
            reading.ContentStart = clause.Body;
        }

        if (reading.ContentStart == clause.Start && clause.Body > clause.Start && _words.As.Contains(scratch.Core[clause.Start]) && HasSaying(scratch, clause.Start, clause.Body))
        {
            // "As I have made clear, we will not wait": the reminder is no content.
            reading.ContentStart = clause.Body;
        }

        if (reading.ActionStart < 0 || reading.Family is ActFamily.State or ActFamily.Support or ActFamily.Concern or ActFamily.Condemn)
        {
            AddDraft(document, scratch, index, reading, clause, reading.ContentStart, clause.End, reading.ActionStart);
            return;
        }

        SplitVerbs(document, scratch, index, reading, clause, reading.ContentStart, reading.ActionStart, clause.End);
    }

    /// <summary>"Recognising that trade has shrunk, we agreed to ...": the participle does an act of its own.</summary>
    private void AddLeadParticiple(DocumentContext document, ClaimScratch scratch, int index, in Attribution attribution, in Clause clause)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        if (!IsFirstPerson(attribution) || clause.Body - clause.Start < 4 || scratch.Tags[clause.Start] != PennTag.VBG || clause.Subject is not (SubjectKind.FirstPerson or SubjectKind.Own)
            || _verbs.Match(core, clause.Start, clause.Body, out int length) is not { } verb || verb.Family is not (ActFamily.Acknowledge or ActFamily.Support or ActFamily.Condemn or ActFamily.Concern or ActFamily.Reject))
        {
            return;
        }

        int start = clause.Start + length;
        if (_words.That.Contains(core[start]))
        {
            start++;
        }

        var reading = new ClauseReading { Family = verb.Family, Act = verb.Act, Rung = verb.Rung, Rule = "act.participle", ContentStart = start, ActionStart = -1, CueStart = clause.Start, CueEnd = clause.Start + length };
        AddDraft(document, scratch, index, reading, new Clause { Start = start, Body = start, End = clause.Body - 1, Predicate = -1, Verb = -1, Subject = clause.Subject }, start, clause.Body - 1, -1);
    }

    private bool HasSaying(ClaimScratch scratch, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_verbs.EntriesOf(scratch.Core[i].Lower) is { Length: > 0 } entries && entries[^1].Class is VerbClass.Say or VerbClass.Tell || _words.LightVerbs.Contains(scratch.Core[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsQuestion(DocumentContext document, ClaimScratch scratch, in Clause clause)
    {
        _ = clause;
        int last = scratch.Unit[scratch.Unit.Count - 1].End - 1;
        return last + 1 < document.Tokens.Length && _words.Question.Contains(document.Tokens[last + 1]);
    }

    /// <summary>
    /// Where the clause ends because another finite predicate is coordinated with it: "will leave by March and will
    /// never return", "they press us, and the lender must stop". Gives the end and the start of the next clause.
    /// </summary>
    private (int End, int Next) NextClause(ClaimScratch scratch, in Clause clause)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int open = 0;
        for (int i = clause.Verb + 1; i + 1 < clause.End; i++)
        {
            bool coordinator = _words.Coordinators.Contains(core[i]);
            bool strong = core[i].Length == 1 && core[i].Kind == TokenKind.Punctuation && _words.Comma.Contains(core[i]);
            if (!coordinator && !strong)
            {
                if (_words.Relatives.Contains(core[i]) && tags[i] is PennTag.WDT or PennTag.WP or PennTag.WPS or PennTag.IN or PennTag.WRB
                    || (_words.Subordinators.Contains(core[i]) && tags[i] is PennTag.IN or PennTag.WRB && HasFinite(tags, i + 1, Math.Min(clause.End, i + 12))))
                {
                    open++;
                }
                else if (tags[i].IsFinite() && open > 0)
                {
                    open--;
                }

                continue;
            }

            int j = i + 1;
            while (j < clause.End && (_words.Skips.Contains(core[j]) || _words.Comma.Contains(core[j])))
            {
                coordinator |= _words.Coordinators.Contains(core[j]);
                j++;
            }

            if (j >= clause.End || open > 0)
            {
                i = j - 1;
                continue;
            }

            bool semicolon = IsSemicolon(core[i]);
            if ((coordinator || semicolon) && _words.That.Contains(core[j]) && tags[j] == PennTag.IN && FindPredicate(scratch, j + 1, Math.Min(clause.End, j + 20)) > j + 1)
            {
                // "said that talks had failed and that the envoys should leave": each "that" opens a clause of its own.
                return (i, j + 1);
            }

            bool modal = strong && tags[j] == PennTag.MD && tags[clause.Predicate] == PennTag.MD;
            if ((coordinator || modal) && (IsFellowPredicate(tags, clause, j) || IsBareFellow(tags, clause, i, j)) && !SharedObject(tags, clause.Verb, i) && EmbeddedFinite(core, tags, clause.Verb + 1, i) == 0)
            {
                return (i, j);
            }

            if ((coordinator || semicolon) && tags[j] is PennTag.PRP or PennTag.PRPS or PennTag.DT or PennTag.NNP or PennTag.NNPS or PennTag.NN or PennTag.NNS or PennTag.JJ or PennTag.CD or PennTag.EX or PennTag.VBG or PennTag.IN)
            {
                int predicate = FindPredicate(scratch, j, Math.Min(clause.End, j + 14));
                if (predicate > j && (semicolon || !HasCoordinator(core, j, predicate)) && (tags[j] != PennTag.IN || strong) && !IsInside(core, tags, i, j, predicate))
                {
                    return (i, j);
                }
            }

            if ((coordinator || (strong && _words.That.Contains(core[j]))) && scratch.Asks && FindSubjunctive(scratch, _words.That.Contains(core[j]) ? j + 1 : j, Math.Min(clause.End, j + 10)) > j)
            {
                // "demanded that Oslo lift the ban and (that) Rome free the crew"
                return (i, j);
            }

            i = j - 1;
        }

        return (clause.End, clause.End);
    }

    /// <summary>A finite verb of the same tense; a participle counts where the tagger may have missed a past ("met them and called on them").</summary>
    private static bool IsFellowPredicate(ReadOnlySpan<PennTag> tags, in Clause clause, int verb)
    {
        PennTag first = tags[clause.Predicate];
        return tags[verb].IsFinite() ? tags[verb] != PennTag.VBD == (first != PennTag.VBD) : tags[verb] == PennTag.VBN && first == PennTag.VBD && clause.Verb == clause.Predicate;
    }

    /// <summary>"We regret the loss and extend our sympathy": a plural present that the tagger took for a bare form, none other between.</summary>
    private static bool IsBareFellow(ReadOnlySpan<PennTag> tags, in Clause clause, int coordinator, int verb)
    {
        if (tags[verb] != PennTag.VB || tags[clause.Predicate] != PennTag.VBP || clause.Verb != clause.Predicate)
        {
            return false;
        }

        for (int i = clause.Verb + 1; i < coordinator; i++)
        {
            if (tags[i].IsVerb() || tags[i] == PennTag.TO)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A bare verb in a list of them, also one that the tagger took for a noun or adjective: "lift the ban, free the crew".</summary>
    private bool IsBareVerb(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int at, int end) => tags[at] == PennTag.VB
        || (at + 1 < end && tags[at] is PennTag.VBP or PennTag.NN or PennTag.JJ && tags[at + 1] is PennTag.DT or PennTag.PRPS && !_words.Predeterminers.Contains(core[at]));

    /// <summary>
    /// Whether what stands behind a coordinator goes on with the phrase before it: "thanked Rome and Oslo for working to see
    /// there is peace" (the verb is that of a clause inside), "a full and lasting end to it is near" (two adjectives).
    /// </summary>
    private bool IsInside(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int coordinator, int start, int predicate) =>
        (predicate - 2 >= start && tags[predicate - 1] is PennTag.PRP or PennTag.EX && tags[predicate - 2] is PennTag.VB or PennTag.VBG)
        || (coordinator >= 2 && start == coordinator + 1 && tags[start] == PennTag.JJ && tags[coordinator - 1] == PennTag.JJ && !_words.Be.Contains(core[coordinator - 2]));

    private bool IsSemicolon(in Token token) => _words.Semicolon.Contains(token);

    private bool HasCoordinator(ReadOnlySpan<Token> core, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_words.Coordinators.Contains(core[i]) || _words.Comma.Contains(core[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"challenge or replace the order": the coordinator stands right behind the verb, the object is shared.</summary>
    private static bool SharedObject(ReadOnlySpan<PennTag> tags, int verb, int coordinator) => coordinator == verb + 1
        || (coordinator == verb + 2 && tags[verb + 1] is PennTag.RP or PennTag.IN);

    private int EmbeddedFinite(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int from, int to)
    {
        int count = 0;
        for (int i = from; i < to; i++)
        {
            count += tags[i].IsFinite() && i > from && !_words.Be.Contains(core[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Cuts a directive, promise or refusal at each verb coordinated with its action's verb: "lift the ban and return to
    /// the talks". A list of objects stays whole.
    /// </summary>
    private void SplitVerbs(DocumentContext document, ClaimScratch scratch, int index, ClauseReading reading, in Clause clause, int contentStart, int actionStart, int end)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int verb = actionStart;
        while (verb < end && !tags[verb].IsVerb() && verb < actionStart + 3)
        {
            verb++;
        }

        if (verb >= end || !tags[verb].IsVerb())
        {
            AddDraft(document, scratch, index, reading, clause, contentStart, end, actionStart);
            return;
        }

        PennTag form = tags[verb];
        bool bare = form is PennTag.VB or PennTag.VBP;
        bool embedded = false;

        // "will focus on plans to raise wages and to cut rents": a "to" that the first verb lacks goes with the nearer one.
        bool led = !bare || actionStart == 0 || _words.To.Contains(core[actionStart - 1]);
        int piece = contentStart;
        int action = actionStart;
        for (int i = verb + 1; i + 1 < end; i++)
        {
            bool coordinator = _words.Coordinators.Contains(core[i]);
            bool comma = _words.Comma.Contains(core[i]);
            if (!coordinator && !comma)
            {
                embedded |= _words.To.Contains(core[i]) && tags[i + 1] == PennTag.VB;
                embedded |= tags[i] == PennTag.MD || (_words.Relatives.Contains(core[i]) && tags[i] is not PennTag.DT);
                continue;
            }

            int j = i + 1;
            while (j < end && (_words.Skips.Contains(core[j]) || _words.Comma.Contains(core[j])))
            {
                coordinator |= _words.Coordinators.Contains(core[j]);
                comma |= _words.Comma.Contains(core[j]);
                j++;
            }

            if (j >= end)
            {
                break;
            }

            bool toAnother = _words.For.Contains(core[j]) || _words.On.Contains(core[j]);
            if ((coordinator || toAnother || tags[j].IsProper() || tags[j] == PennTag.DT) && reading.Family is ActFamily.Appeal or ActFamily.Demand)
            {
                // "urged Rome to open the port and Oslo to do likewise", "..., and on Chad to let aid in": another is asked.
                int agent = toAnother ? j + 1 : j;
                int toOther = agent == i + 1 && tags[i - 1].IsProper() ? -1 : AgentInfinitive(document, scratch, agent, end);
                if (toOther > 0)
                {
                    AddDraft(document, scratch, index, reading, clause, piece, i, action);
                    ClauseReading other = reading;
                    (other.PartyStart, other.PartyEnd, other.Party) = (agent, toOther, KindOfObject(document, scratch, agent, toOther));
                    int content = _words.Negators.Contains(core[toOther]) ? toOther : toOther + 1;
                    SplitVerbs(document, scratch, index, other, clause, content, content, end);
                    return;
                }
            }

            // "and as well as to", "and not to": the particle belongs to the conjunct.
            int start = j;
            bool marked = false;
            while (j < end && (_words.Negators.Contains(core[j]) || _words.To.Contains(core[j])))
            {
                marked |= _words.To.Contains(core[j]);
                j++;
            }

            if (j >= end)
            {
                break;
            }

            bool same = bare ? IsBareVerb(core, tags, j, end) || (tags[j] == PennTag.VBP && (coordinator || (comma && _verbs.Find(core[j].Lower)?.Class is not (VerbClass.Say or VerbClass.Tell or VerbClass.Think)))) || (coordinator && tags[j] == PennTag.NN && j + 2 < end && _words.To.Contains(core[j + 1]) && tags[j + 2] == PennTag.VB) : tags[j] == form && (form == PennTag.VBG || (form == PennTag.VBN && coordinator));
            if (bare && !marked && tags[j] == PennTag.VBG && (coordinator || HasLastGerund(core, tags, j + 1, end)) && GerundOf(tags, verb, i) is var gerund and > 0)
            {
                // "refrain from boarding ships, seizing cargo and arresting crews": one action each, under the same verb.
                if (SharedObject(tags, gerund, i))
                {
                    verb = j;
                    i = j;
                    continue;
                }

                AddDraft(document, scratch, index, reading, clause, piece, i, action);
                if (reading.HeadEnd == reading.HeadStart)
                {
                    (reading.HeadStart, reading.HeadEnd) = (verb, gerund);
                }

                (piece, action) = (j, j);
                verb = j;
                i = j;
                continue;
            }

            if ((!same && document.Keeps(GuardRules.ObjectList)) || (!bare && marked))
            {
                i = Math.Max(i, start - 1);
                continue;
            }

            if (!document.Keeps(GuardRules.VerbList) || (SharedObject(tags, verb, i) && document.Keeps(GuardRules.SharedObject)) || (embedded && ((!marked && !comma) || (marked && !led))))
            {
                verb = j;
                i = j;
                continue;
            }

            AddDraft(document, scratch, index, reading, clause, piece, i, action);
            reading.HeadStart = reading.HeadEnd;
            piece = marked && !_words.Negators.Contains(core[start]) ? j : start;
            action = j;
            verb = j;
            embedded = false;
            i = j;
            if (!marked && clause.Subject is SubjectKind.FirstPerson or SubjectKind.Own && reading.Family is ActFamily.Appeal or ActFamily.Demand
                && Reading(_lexicon.Match(core, j, end, out int readiness), ActPhraseKind.OwnInfinitive) is { } offer && j + readiness < end)
            {
                // "we call on both sides to talk and stand ready to help": what the speaker is ready for himself.
                ClauseReading own = reading;
                (own.Family, own.Act, own.Rung, own.Rule) = (offer.Family, offer.Act, 0, "act.own." + offer.Act);
                (own.PartyStart, own.PartyEnd, own.Party) = (0, 0, SubjectKind.None);
                (own.CueStart, own.CueEnd) = (j, j + readiness);
                SplitVerbs(document, scratch, index, own, clause, j + readiness, j + readiness, end);
                return;
            }

            if (_verbs.Match(core, j, end, out int length) is { } again && again.Family is ActFamily.Appeal or ActFamily.Demand && again.Takes(VerbFrames.ObjectInfinitive)
                && ObjectInfinitive(core, tags, j + length, end) is var to and > 0 && to > j + length)
            {
                // "invite Rome to stay and implore it not to go": a second performative with an object of its own.
                ClauseReading other = reading;
                (other.Family, other.Act, other.Rung) = (again.Family, again.Act, again.Rung);
                (other.PartyStart, other.PartyEnd, other.Party) = (j + length, to, KindOfObject(document, scratch, j + length, to));
                (other.CueStart, other.CueEnd) = (j, j + length);
                int content = _words.Negators.Contains(core[to]) ? to : to + 1;
                SplitVerbs(document, scratch, index, other, clause, content, content, end);
                return;
            }
        }

        AddDraft(document, scratch, index, reading, clause, piece, end, action);
    }

    /// <summary>The gerund that the verb governs, directly or by a preposition ("stop firing", "refrain from firing", or the verb if it is one itself); -1 where it governs none.</summary>
    private static int GerundOf(ReadOnlySpan<PennTag> tags, int verb, int end) => tags[verb] == PennTag.VBG ? verb
        : verb + 1 < end && tags[verb + 1] == PennTag.VBG ? verb + 1
        : verb + 2 < end && tags[verb + 1] == PennTag.IN && tags[verb + 2] == PennTag.VBG ? verb + 2 : -1;

    private bool HasLastGerund(ReadOnlySpan<Token> core, ReadOnlySpan<PennTag> tags, int from, int end)
    {
        for (int i = from; i + 1 < end && !tags[i].IsFinite(); i++)
        {
            if (_words.Coordinators.Contains(core[i]) && tags[i + 1] == PennTag.VBG)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The "to" of "Rome to open the port", "all sides not to shoot": one who can act, then an infinitive; else -1.</summary>
    private int AgentInfinitive(DocumentContext document, ClaimScratch scratch, int from, int end)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int to = from;
        while (to < end && to < from + 9 && (tags[to].IsNoun() || (tags[to] == PennTag.CC && to > from && to + 1 < end && (tags[to + 1].IsProper() || tags[to + 1] == PennTag.DT)) || tags[to] is PennTag.DT or PennTag.JJ or PennTag.CD or PennTag.PRP or PennTag.PRPS or PennTag.POS))
        {
            to++;
        }

        if (to == from || to + 1 >= end || !(_words.To.Contains(core[to]) ? tags[to + 1] == PennTag.VB : _words.Negators.Contains(core[to]) && _words.To.Contains(core[to + 1])))
        {
            return -1;
        }

        if (tags[to - 1] == PennTag.PRP || _words.Countries.Contains(core[to - 1]) || (tags[from] == PennTag.DT && _words.Authorities.Contains(core[to - 1])))
        {
            return to;
        }

        CodesIn(document, scratch, DocRange(scratch, to - 1, to));
        return scratch.Found.Count > 0 ? to : -1;
    }

    /// <summary>Content without a finite verb of its own: the cue decides, the words correct it.</summary>
    private void BuildPhrase(DocumentContext document, ClaimScratch scratch, int index, in CueReading cue, int from, int to, TokenRange party, in Clause shape)
    {
        Attribution attribution = document.Attributions[index];
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        var clause = shape;
        (clause.Start, clause.Body, clause.End, clause.Predicate, clause.Verb) = (from, from, to, -1, -1);
        var reading = new ClauseReading
        {
            Family = cue.Family,
            Act = cue.Act,
            Rung = cue.Rung,
            Rule = "act.cue",
            ContentStart = from,
            ActionStart = -1,
        };
        if (from >= to)
        {
            return;
        }

        bool infinitive = attribution.ContentKind == ContentKind.Infinitive || (_words.To.Contains(core[from]) && from + 1 < to && tags[from + 1] == PennTag.VB)
            || (cue.Family is ActFamily.Appeal or ActFamily.Demand && attribution.ContentKind == ContentKind.NounPhrase && AgentInfinitive(document, scratch, from, to) > 0);
        if (infinitive && _words.To.Contains(core[from]))
        {
            from++;
            (clause.Start, clause.Body, reading.ContentStart) = (from, from, from);
            if (from >= to)
            {
                return;
            }
        }

        if (infinitive && tags[from] is not (PennTag.VB or PennTag.VBP) && !_words.Negators.Contains(core[from]) && !_words.To.Contains(core[from]))
        {
            // "called for the parties to talk": the content opens with the one who is to act.
            for (int i = from; i + 1 < to && i < from + 14; i++)
            {
                if (_words.To.Contains(core[i]) && tags[i + 1] == PennTag.VB)
                {
                    party = DocRange(scratch, from, i);
                    (reading.PartyStart, reading.PartyEnd) = (from, i);
                    reading.ContentStart = i + 1;
                    break;
                }
            }
        }

        if (infinitive && cue.Class == VerbClass.Tell && reading.Family == ActFamily.State && !party.IsEmpty)
        {
            // "told the militia to leave": an order.
            (reading.Family, reading.Act, reading.Rule) = (ActFamily.Demand, "Demand", "act.demand.told");
        }

        bool own = infinitive && party.IsEmpty;
        CorrectPhrase(scratch, cue, own, ref reading, to);
        if (infinitive || attribution.ContentKind == ContentKind.Gerund || (reading.ContentStart < to && tags[reading.ContentStart] == PennTag.VBG))
        {
            reading.ActionStart = reading.ContentStart;
        }

        int first = scratch.Drafts.Count;
        if (reading.ActionStart >= 0 && reading.Family is not (ActFamily.State or ActFamily.Support or ActFamily.Concern))
        {
            SplitVerbs(document, scratch, index, reading, clause, reading.ContentStart, reading.ActionStart, to);
        }
        else
        {
            SplitTrailingInfinitive(document, scratch, index, reading, clause, to);
        }

        for (int d = first; d < scratch.Drafts.Count && cue.Negated && cue.Family == ActFamily.Deny; d++)
        {
            scratch.Drafts[d].Negated = true;
        }

        if (!party.IsEmpty)
        {
            SubjectKind kind = KindOfParty(document, scratch, party);
            for (int d = first; d < scratch.Drafts.Count; d++)
            {
                ref ClaimDraft draft = ref scratch.Drafts[d];
                (draft.Party, draft.PartyKind) = draft.Party.IsEmpty ? (party, kind) : (draft.Party, draft.PartyKind);
            }
        }
    }

    /// <summary>"called for the release of all prisoners, as well as to return to the talks": noun first, then a verb.</summary>
    private void SplitTrailingInfinitive(DocumentContext document, ClaimScratch scratch, int index, in ClauseReading reading, in Clause clause, int to)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        if (reading.Family is ActFamily.Appeal or ActFamily.Demand)
        {
            for (int i = reading.ContentStart + 2; i + 1 < to; i++)
            {
                if (_words.To.Contains(core[i]) && tags[i + 1] == PennTag.VB && (_words.As.Contains(core[i - 1]) || _words.Coordinators.Contains(core[i - 1])))
                {
                    int cut = i - 1;
                    while (cut > reading.ContentStart + 1 && (!tags[cut - 1].IsNoun() || _words.As.Contains(core[cut - 1])))
                    {
                        cut--;
                    }

                    AddDraft(document, scratch, index, reading, clause, reading.ContentStart, cut, -1);
                    AddDraft(document, scratch, index, reading, clause, i + 1, to, i + 1);
                    return;
                }
            }
        }

        AddDraft(document, scratch, index, reading, clause, reading.ContentStart, to, reading.ActionStart);
    }

    private SubjectKind KindOfParty(DocumentContext document, ClaimScratch scratch, TokenRange party)
    {
        if (party.Count == 1 && _words.ObjectPronouns.Contains(document.Tokens[party.First]))
        {
            return _words.Second.Contains(document.Tokens[party.First]) ? SubjectKind.Second : SubjectKind.Pronoun;
        }

        CodesIn(document, scratch, party);
        return scratch.Found.Count > 0 ? SubjectKind.Other : SubjectKind.Thing;
    }

    /// <summary>A clause that holds another's words: what is said outside them is judged, the whole is the content.</summary>
    private void BuildLayer(DocumentContext document, ClaimScratch scratch, int index, int inner, in CueReading cue)
    {
        Attribution attribution = document.Attributions[index];
        Attribution child = document.Attributions[inner];
        var clause = new Clause { Start = 0, Body = 0, End = scratch.Core.Count, Predicate = -1, Verb = -1 };
        var reading = new ClauseReading { Family = ActFamily.State, Act = "State", Rule = "act.layer", ActionStart = -1 };
        int count = scratch.Core.Count;
        int before = LastBoundary(scratch);
        if (before > 2)
        {
            // Full clauses stand before the one that holds the inner words ("talks went on, and Rome said that ...").
            scratch.Core.Resize(before);
            BuildClauses(document, scratch, index, cue, stopsInside: true);
            LayOut(document, scratch, StartOf(document, scratch, inner));
            clause.Start = Math.Min(before + 1, count);
        }

        if (before >= 0 && before == count - 1)
        {
            return;
        }

        if (IsFirstPerson(attribution))
        {
            // "Their envoys refused to sign": the inner refusal stands for itself, and the speaker charges them with it.
            LayOut(document, scratch, int.MaxValue);
            int start = Math.Min(clause.Start, Math.Max(0, scratch.Core.Count - 1));
            Clause told = ReadClause(document, scratch, start, scratch.Core.Count, SubjectKind.None);
            ClauseReading charge = Decide(document, scratch, told, cue, attribution.Form, 0);
            if (charge.Family is ActFamily.Accuse || (charge.Family is not ActFamily.State && charge.SeenEnd <= Math.Max(count, start + 1)))
            {
                AddDraft(document, scratch, index, charge, told, charge.ContentStart, told.End, -1);
            }

            return;
        }

        if (cue.Family != ActFamily.State)
        {
            (reading.Family, reading.Act, reading.Rung, reading.Rule) = (cue.Family, cue.Act, cue.Rung, "act.cue");
        }
        else if (!IsLayer(document, attribution, child))
        {
            return;
        }

        reading.ContentStart = clause.Start;
        int last = scratch.Unit[scratch.Unit.Count - 1].End;
        int first = clause.Start > 0 && clause.Start < scratch.Map.Count ? scratch.Map[clause.Start] : scratch.Unit[0].First;
        AddDraft(document, scratch, index, reading, clause, new TokenRange(first, last), -1);
    }

    /// <summary>The last coordinator or semicolon of the core behind which a new clause begins, or -1.</summary>
    private int LastBoundary(ClaimScratch scratch)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        for (int i = core.Length - 1; i > 2; i--)
        {
            if (!_words.Coordinators.Contains(core[i]) && !IsSemicolon(core[i]))
            {
                continue;
            }

            bool last = i == core.Length - 1;
            if ((last || FindPredicate(scratch, i + 1, core.Length) > i + 1) && FindPredicate(scratch, 0, i) > 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The outer saying counts only where the outer speaker is another political actor than the inner one ("Wang said
    /// Blinken told him ..."); a medium, a spokesman of the same side, or the author of a statement is no layer.
    /// </summary>
    private static bool IsLayer(DocumentContext document, in Attribution outer, in Attribution inner)
    {
        if (IsFirstPerson(outer))
        {
            return false;
        }

        if (!document.Keeps(GuardRules.Layer))
        {
            return true;
        }

        string? a = outer.Speaker?.Country;
        string? b = inner.Speaker?.Country;
        return a is not null && b is not null && a != "-" && (b == "-" || a != b) && outer.Speaker?.Name != inner.Speaker?.Name;
    }
}
