using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>Finds the skeleton of a clause by its tags: leading adverbial, subject, predicate, main verb.</summary>
internal sealed partial class ClaimBuilder
{
    // How far a predicate is looked for; keeps work linear on text without verbs.
    private const int Reach = 60;

    private Clause ReadClause(DocumentContext document, ClaimScratch scratch, int start, int end, SubjectKind inherited)
    {
        var clause = new Clause { Start = start, Body = start, End = end, Predicate = -1, Verb = -1 };
        ReadOnlySpan<Token> core = scratch.Core.Span;
        if (document.Keeps(GuardRules.Condition))
        {
            SkipLead(scratch, ref clause);
        }

        clause.SubjectStart = clause.Body;
        clause.SubjectEnd = clause.Body;
        if (scratch.Asks && clause.Body + 1 < end && _words.That.Contains(core[clause.Body]))
        {
            clause.Body++;
            clause.SubjectStart = clause.Body;
        }

        int predicate = FindPredicate(scratch, clause.Body, end);
        if (scratch.Asks && FindSubjunctive(scratch, clause.Body, predicate < 0 ? end : predicate + 1) is var asked and >= 0)
        {
            predicate = asked;
        }

        if (predicate != start && inherited != SubjectKind.None && scratch.Tags[start] == PennTag.VBN)
        {
            predicate = start;
            clause.Body = start;
            (clause.SubjectStart, clause.SubjectEnd) = (start, start);
        }

        if (predicate < 0)
        {
            return clause;
        }

        clause.Predicate = predicate;
        clause.SubjectEnd = predicate;
        if (scratch.Asks && predicate > clause.SubjectStart && _words.Negators.Contains(core[predicate - 1]))
        {
            clause.SubjectEnd--;
            clause.Negated = true;
        }

        ReadPredicate(scratch, ref clause);
        clause.Subject = clause.SubjectEnd > clause.SubjectStart ? SubjectOf(document, scratch, clause.SubjectStart, clause.SubjectEnd) : inherited;
        if (clause.Verb >= 0 && core[clause.Verb].Sentence < 0)
        {
            clause.Verb = -1;
        }

        return clause;
    }

    /// <summary>Passes over what stands before the subject: "If talks fail, ...", "With respect to trade, ...", "Once again ...".</summary>
    private void SkipLead(ClaimScratch scratch, ref Clause clause)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int start = clause.Start;
        if (start >= clause.End)
        {
            return;
        }

        PennTag tag = tags[start];
        bool condition = _words.ConditionLead.Contains(core[start]) && (tag is PennTag.IN or PennTag.MD or PennTag.VBD or PennTag.VBN or PennTag.VBG or PennTag.None);
        bool subordinate = condition || _words.Subordinators.Contains(core[start]);
        if (!subordinate && tag is not (PennTag.IN or PennTag.TO or PennTag.VBG or PennTag.VBN or PennTag.RB or PennTag.WRB or PennTag.JJ or PennTag.UH or PennTag.CC))
        {
            return;
        }

        if (tag == PennTag.CC)
        {
            // "Yet I call on them": no adverbial, whatever commas follow.
            clause.Body = start + 1 < clause.End ? start + 1 : start;
            return;
        }

        bool finite = !subordinate || tag == PennTag.MD;
        int relatives = 0;
        for (int i = start + 1; i < clause.End && i < start + Reach; i++)
        {
            relatives += tags[i] is PennTag.WDT or PennTag.WP or PennTag.WRB || (_words.That.Contains(core[i]) && tags[i] == PennTag.IN) ? 1 : 0;
            if (!subordinate && tags[i].IsFinite() && relatives-- <= 0)
            {
                // "In this regard we welcome the offer of a loan, ...": the clause has begun.
                if (tags[i - 1] == PennTag.PRP && _words.FirstPerson.Contains(core[i - 1]))
                {
                    clause.Body = i - 1;
                }

                return;
            }

            finite |= tags[i].IsFinite() || (condition && i > start + 1 && tags[i] == PennTag.VB);
            if (finite && _words.Comma.Contains(core[i]) && FindPredicate(scratch, i + 1, clause.End) > i + 1)
            {
                // "In parts of the north, east and west, losses ...": a list goes on until the subject's verb is near.
                if (!subordinate && NextCommaBeforePredicate(scratch, i + 1, clause.End))
                {
                    continue;
                }

                clause.Body = i + 1;
                if (condition)
                {
                    (clause.ConditionStart, clause.ConditionEnd) = (start, i);
                }

                return;
            }
        }

        // "If we stay silent they will strike": no comma.
        if (condition)
        {
            clause.ConditionStart = start;
            clause.ConditionEnd = start;
        }
    }

    private bool NextCommaBeforePredicate(ClaimScratch scratch, int from, int end)
    {
        int predicate = FindPredicate(scratch, from, end);
        for (int i = from; i < predicate && i < from + 8; i++)
        {
            if (_words.Comma.Contains(scratch.Core[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first finite verb that is not inside a relative or other subordinate clause, or -1.</summary>
    private int FindPredicate(ClaimScratch scratch, int from, int end)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int open = 0;
        bool nominal = false;
        for (int i = from; i < end && i < from + Reach; i++)
        {
            PennTag tag = tags[i];
            if (tag.IsFinite() || (i > from && _words.FirstPerson.Contains(core[i - 1]) && (_verbs.FormsOf(core[i].Lower) & (VerbForms.Base | VerbForms.Past)) != 0))
            {
                if (open == 0)
                {
                    return i;
                }

                open--;
                while (i + 1 < end && (tags[i + 1].IsVerb() || _words.Negators.Contains(core[i + 1]) || tags[i + 1] is PennTag.MD))
                {
                    i++;
                }

                continue;
            }

            if (i > from && nominal && (tag is PennTag.WDT or PennTag.WP or PennTag.WPS or PennTag.WRB
                || (_words.Relatives.Contains(core[i]) && (tag is PennTag.IN or PennTag.DT) && i + 1 < end && !tags[i + 1].IsNoun())))
            {
                open++;
            }
            else if (i > from && _words.Subordinators.Contains(core[i]) && tag is PennTag.IN or PennTag.WRB && HasTwoFinites(tags, i + 1, Math.Min(end, i + 30)))
            {
                // "the fall since the end of the war must go on": with one finite verb left, it is the main one.
                open++;
            }
            else if (tag == PennTag.PRP && nominal && i > from + 1 && tags[from] is not (PennTag.IN or PennTag.TO or PennTag.RB) && (_words.FirstPerson.Contains(core[i]) || _words.Third.Contains(core[i])) && (tags[i - 1].IsNoun() || tags[i - 1].IsVerb()))
            {
                // "the agreement we signed": a relative clause without its pronoun.
                open++;
            }

            nominal |= tag.IsNoun() || tag is PennTag.PRP or PennTag.DT or PennTag.CD or PennTag.VBG or PennTag.JJ;
        }

        return -1;
    }

    /// <summary>"(demanded that) Rome lift the ban", "Oslo not sell the ship": the bare verb right behind its subject, or -1.</summary>
    private int FindSubjunctive(ClaimScratch scratch, int from, int end)
    {
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        for (int i = from; i < end && i < from + Reach; i++)
        {
            bool bare = i > from && IsBareVerb(scratch.Core.Span, tags, i, end);
            if (_words.Comma.Contains(scratch.Core[i]) || tags[i] == PennTag.TO || (tags[i].IsFinite() && !bare))
            {
                return -1;
            }

            if (bare)
            {
                bool negated = _words.Negators.Contains(scratch.Core[i - 1]);
                int before = negated ? i - 2 : i - 1;
                return before >= from && (tags[before].IsNoun() || tags[before] is PennTag.PRP or PennTag.DT) ? i : -1;
            }
        }

        return -1;
    }

    private static bool HasTwoFinites(ReadOnlySpan<PennTag> tags, int from, int end)
    {
        int count = 0;
        for (int i = from; i < end; i++)
        {
            count += tags[i].IsFinite() && (i == from || !tags[i - 1].IsFinite()) ? 1 : 0;
        }

        return count >= 2;
    }

    private static bool HasFinite(ReadOnlySpan<PennTag> tags, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (tags[i].IsFinite())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From the first auxiliary to the main verb: "has not been able", "will never be lifted".</summary>
    private void ReadPredicate(ClaimScratch scratch, ref Clause clause)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int verb = clause.Predicate;
        clause.Past = tags[verb] == PennTag.VBD;
        bool be = false;
        for (int i = clause.Predicate; i < clause.End && i < clause.Predicate + 9; i++)
        {
            ref readonly Token token = ref core[i];
            if (_words.Negators.Contains(token))
            {
                clause.Negated = true;
                if (tags[i] is not (PennTag.RB or PennTag.MD or PennTag.None))
                {
                    break;
                }

                continue;
            }

            Modality modality = ModalityOf(token, tags[i]);
            if (modality != Modality.None)
            {
                clause.Modality = modality;
                verb = i;
                be = false;
            }
            else if (_words.Be.Contains(token) && tags[i].IsVerb())
            {
                verb = i;
                be = true;
            }
            else if (_words.Have.Contains(token) && tags[i].IsVerb())
            {
                verb = i;
                be = false;
                if (i + 1 < clause.End && _words.To.Contains(core[i + 1]))
                {
                    // An adverb left out in between: "has yet to decide" obliges nobody.
                    bool yet = scratch.Map[i + 1] > scratch.Map[i] + 1;
                    clause.Negated |= yet;
                    clause.Modality = yet ? clause.Modality : Modality.Must;
                    i++;
                }
            }
            else if (_words.Need.Contains(token) && tags[i] is PennTag.VBZ or PennTag.VBP or PennTag.MD && i + 1 < clause.End && _words.To.Contains(core[i + 1]))
            {
                clause.Modality = Modality.Should;
                verb = i;
                i++;
            }
            else if (_words.Do.Contains(token) && tags[i].IsVerb())
            {
                verb = i;
                be = false;
            }
            else if (_words.To.Contains(token) && clause.Modality == Modality.Should)
            {
                continue;
            }
            else if (tags[i].IsVerb())
            {
                clause.Passive = be && tags[i] is PennTag.VBN or PennTag.VBD;
                verb = i;
                be = false;
                break;
            }
            else
            {
                // "We welcome": a verb that the tagger took for something else.
                verb = i == clause.Predicate ? i : verb;
                break;
            }
        }

        clause.Copula = be;
        clause.Verb = verb;
    }

    private Modality ModalityOf(in Token token, PennTag tag)
    {
        if (tag is not PennTag.MD)
        {
            return Modality.None;
        }

        return _words.Will.Contains(token) ? Modality.Will
            : _words.Would.Contains(token) ? Modality.Would
            : _words.Must.Contains(token) ? Modality.Must
            : _words.Should.Contains(token) ? Modality.Should
            : _words.Can.Contains(token) ? Modality.Can
            : _words.May.Contains(token) ? Modality.May : Modality.None;
    }

    private SubjectKind SubjectOf(DocumentContext document, ClaimScratch scratch, int start, int end)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        bool both = false;
        bool joint = false;
        for (int i = start; i < end; i++)
        {
            joint |= _words.Coordinators.Contains(core[i]);
            if (_words.FirstPerson.Contains(core[i]) && (i == start || !tags[i - 1].IsNoun() || (i == start + 1 && _words.Today.Contains(core[start]))))
            {
                // Not in "the results we achieve will help".
                return SubjectKind.FirstPerson;
            }

            both |= i < start + 2 && _words.Both.Contains(core[i]);
            if (both && _words.Sides.Contains(core[i]))
            {
                return SubjectKind.Both;
            }
        }

        if (_words.FirstPossessive.Contains(core[start]))
        {
            return SubjectKind.FirstPerson;
        }

        if (end - start <= 2 && _words.Second.Contains(core[start]))
        {
            return SubjectKind.Second;
        }

        CodesIn(document, scratch, DocRange(scratch, start, end));
        bool foreign = false;
        bool own = false;
        foreach (string code in scratch.Found)
        {
            bool mine = scratch.Own.Contains(code);
            own |= mine;
            foreign |= !mine;
        }

        if (joint && (own || _words.Third.Contains(core[start])))
        {
            // "He and his host agreed": a joint deed is one's own too.
            return SubjectKind.Own;
        }

        if (own && !foreign)
        {
            return SubjectKind.Own;
        }

        if (foreign)
        {
            return SubjectKind.Other;
        }

        return tags[start] == PennTag.PRP && _words.Third.Contains(core[start]) ? SubjectKind.Pronoun : SubjectKind.Thing;
    }

    /// <summary>The document's tokens from core token <paramref name="start"/> to <paramref name="end"/> (exclusive).</summary>
    private static TokenRange DocRange(ClaimScratch scratch, int start, int end) => end <= start || start >= scratch.Map.Count
        ? default
        : new TokenRange(scratch.Map[start], scratch.Map[Math.Min(end, scratch.Map.Count) - 1] + 1);
}
