using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>From core tokens back to the document; negation, condition, hedge; runs of plain assertions joined.</summary>
internal sealed partial class ClaimBuilder
{
    private void AddDraft(DocumentContext document, ClaimScratch scratch, int index, in ClauseReading reading, in Clause clause, int from, int to, int action)
    {
        while (to > from && (_words.Comma.Contains(scratch.Core[to - 1]) || _words.Coordinators.Contains(scratch.Core[to - 1])))
        {
            to--;
        }

        if (to <= from)
        {
            return;
        }

        // Adverbs are no core tokens; those in front of the first one belong to the content, but not those of the clause before.
        int first = from == 0 ? scratch.Unit[0].First : scratch.Map[from];
        if (from > 0 && !scratch.Tags[from - 1].IsVerb())
        {
            first = scratch.Map[from - 1] + 1;
        }

        int last = to == scratch.Core.Count && !scratch.StopsInside ? scratch.Unit[scratch.Unit.Count - 1].End : scratch.Map[to - 1] + 1;
        AddDraft(document, scratch, index, reading, clause, new TokenRange(first, last), action, from, to);
    }

    private void AddDraft(DocumentContext document, ClaimScratch scratch, int index, in ClauseReading reading, in Clause clause, TokenRange whole, int action) =>
        AddDraft(document, scratch, index, reading, clause, whole, action, clause.Start, clause.End);

    private void AddDraft(DocumentContext document, ClaimScratch scratch, int index, in ClauseReading reading, in Clause clause, TokenRange whole, int action, int from, int to)
    {
        ref Attribution attribution = ref document.Attributions[index];
        int firstRange = scratch.ContentRanges.Count;
        for (int u = 0; u < scratch.Unit.Count; u++)
        {
            var piece = new TokenRange(Math.Max(whole.First, scratch.Unit[u].First), Math.Min(whole.End, scratch.Unit[u].End));
            piece = TrimEdges(document, piece);
            if (!piece.IsEmpty)
            {
                scratch.ContentRanges.Add(piece);
            }
        }

        if (scratch.ContentRanges.Count == firstRange)
        {
            return;
        }

        TokenRange condition = ConditionOf(scratch, clause, from, to, reading);
        if (condition.IsEmpty && reading.Family is ActFamily.Threaten or ActFamily.Warn)
        {
            for (int i = whole.End; i < document.Tokens.Length && i < whole.End + 3; i++)
            {
                if (_words.Otherwise.Contains(document.Tokens[i]))
                {
                    condition = new TokenRange(i, i + 1);
                }
            }
        }

        var draft = new ClaimDraft
        {
            Attribution = index,
            Content = new TokenRange(firstRange, scratch.ContentRanges.Count),
            Cue = DocRange(scratch, reading.CueStart, reading.CueEnd),
            Family = reading.Family,
            Act = reading.Act,
            Rung = reading.Rung,
            Party = DocRange(scratch, reading.PartyStart, reading.PartyEnd),
            PartyKind = reading.Party,
            Action = action >= 0 && reading.Family is ActFamily.Appeal or ActFamily.Demand or ActFamily.Commit or ActFamily.Threaten ? DocRange(scratch, Math.Max(action, from), to) : default,
            ActionHead = DocRange(scratch, reading.HeadStart, reading.HeadEnd),
            Condition = condition,
            Conditional = !condition.IsEmpty,
            Negated = IsNegated(document, scratch, clause, from, to),
            Hedged = IsHedged(scratch, from, to),
            OwnDeed = clause.Subject is SubjectKind.FirstPerson or SubjectKind.Own,
            Stance = reading.Stance,
            StancePhrase = DocRange(scratch, reading.SeenStart, reading.SeenEnd),
            Rule = reading.Rule ?? "act.state",
            Seen = DocRange(scratch, reading.SeenStart, reading.SeenEnd),
            Subject = DocRange(scratch, clause.SubjectStart, clause.SubjectEnd),
            SubjectKind = clause.Subject,
            Verb = clause.End > clause.Start && (uint)clause.Verb < (uint)scratch.Map.Count ? scratch.Map[clause.Verb] : -1,
            Modality = clause.Modality,
            Passive = clause.Passive,
            Past = clause.Past,
            Copula = clause.Copula,
        };
        _ = attribution;
        scratch.Drafts.Add(draft);
    }

    private TokenRange TrimEdges(DocumentContext document, TokenRange range)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        (int first, int end) = (range.First, range.End);
        while (end > first && IsEdge(tokens[end - 1]) && tokens[end - 1].Kind != TokenKind.Quote)
        {
            end--;
        }

        while (first < end && IsEdge(tokens[first]) && tokens[first].Kind != TokenKind.Quote)
        {
            first++;
        }

        int marks = 0;
        for (int i = first; i < end; i++)
        {
            marks += tokens[i].Kind == TokenKind.Quote ? 1 : 0;
        }

        // A piece of a list in quotation marks ("lift the ban", "free the crew") keeps no mark whose fellow stands outside, nor a pair around it.
        bool opens = first < end && tokens[first].Kind == TokenKind.Quote;
        bool closes = end - 1 > first && tokens[end - 1].Kind == TokenKind.Quote;
        return (marks == 2 && opens && closes) || (marks == 1 && (opens || closes)) ? new TokenRange(first + (opens ? 1 : 0), end - (closes ? 1 : 0)) : new TokenRange(first, end);
    }

    /// <summary>
    /// A negation of the claim's own predicate or object counts ("no right to", "not to launch"); one inside a clause that
    /// hangs on it does not ("respect those who do not vote").
    /// </summary>
    private bool IsNegated(DocumentContext document, ClaimScratch scratch, in Clause clause, int from, int to)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        int start = Math.Max(0, clause.ConditionEnd > clause.ConditionStart ? Math.Max(from, clause.ConditionEnd) : from);
        for (int i = start; i < to; i++)
        {
            if (_words.Negators.Contains(core[i]))
            {
                return true;
            }

            if (i > start && document.Keeps(GuardRules.DeepNegation) && (tags[i] is PennTag.WDT or PennTag.WP or PennTag.WRB || (_words.Relatives.Contains(core[i]) && tags[i] == PennTag.IN)
                || (_words.Subordinators.Contains(core[i]) && tags[i] == PennTag.IN && HasFinite(tags, i + 1, Math.Min(to, i + 10)))))
            {
                return false;
            }
        }

        return false;
    }

    private TokenRange ConditionOf(ClaimScratch scratch, in Clause clause, int from, int to, in ClauseReading reading)
    {
        if (clause.ConditionEnd > clause.ConditionStart)
        {
            return DocRange(scratch, clause.ConditionStart, clause.ConditionEnd);
        }

        ReadOnlySpan<Token> core = scratch.Core.Span;
        ReadOnlySpan<PennTag> tags = scratch.Tags.Span;
        bool open = reading.Family.HasAddressee() || clause.Modality != Modality.None;
        for (int i = open ? from + 1 : to; i < to; i++)
        {
            if (_words.Condition.Contains(core[i]) && tags[i] is PennTag.IN or PennTag.VBN or PennTag.VBG && HasFinite(tags, i + 1, Math.Min(to, i + 14)))
            {
                return DocRange(scratch, i, to);
            }
        }

        return default;
    }

    private bool IsHedged(ClaimScratch scratch, int from, int to)
    {
        for (int i = from; i < to && i < from + 20; i++)
        {
            if (_words.Hedges.Contains(scratch.Core[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Joins neighbouring plain assertions of one attribution into one claim, from first to last, unless they lean
    /// opposite ways or speak of different states.
    /// </summary>
    private void MergeStates(DocumentContext document, ClaimScratch scratch, int first)
    {
        int kept = first;
        for (int d = first; d < scratch.Drafts.Count; d++)
        {
            ClaimDraft draft = scratch.Drafts[d];
            if (!draft.Scored)
            {
                Weigh(document, scratch, ref draft);
                draft.Scored = true;
            }

            if (kept > first && document.Keeps(GuardRules.JoinedAssertions))
            {
                ref ClaimDraft before = ref scratch.Drafts[kept - 1];
                if (before.Family == ActFamily.State && draft.Family == ActFamily.State && before.Act == draft.Act && before.Rule != "act.layer" && draft.Rule != "act.layer"
                    && before.Cue.IsEmpty && draft.Cue.IsEmpty && Math.Sign(before.Stance) * Math.Sign(draft.Stance) >= 0 && SameTopic(document, scratch, before, draft)
                    && Adjacent(scratch, before, draft))
                {
                    Join(scratch, ref before, draft);
                    continue;
                }
            }

            scratch.Drafts[kept++] = draft;
        }

        scratch.Drafts.Resize(kept);
    }

    private static bool Adjacent(ClaimScratch scratch, in ClaimDraft a, in ClaimDraft b) => scratch.ContentRanges[b.Content.First].First - scratch.ContentRanges[a.Content.End - 1].End <= 40;

    private static void Join(ClaimScratch scratch, ref ClaimDraft a, in ClaimDraft b)
    {
        int last = a.Content.End - 1;
        int gap = scratch.ContentRanges[b.Content.First].First - scratch.ContentRanges[last].End;
        int start = scratch.ContentRanges.Count;
        for (int r = a.Content.First; r < a.Content.End; r++)
        {
            scratch.ContentRanges.Add(scratch.ContentRanges[r]);
        }

        for (int r = b.Content.First; r < b.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            if (r == b.Content.First && gap <= 4)
            {
                ref TokenRange tail = ref scratch.ContentRanges[scratch.ContentRanges.Count - 1];
                tail = new TokenRange(tail.First, range.End);
            }
            else
            {
                scratch.ContentRanges.Add(range);
            }
        }

        a.Content = new TokenRange(start, scratch.ContentRanges.Count);
        a.Negated |= b.Negated;
        a.Hedged |= b.Hedged;
        if (a.Stance == 0)
        {
            (a.Stance, a.StancePhrase) = (b.Stance, b.StancePhrase);
        }

        if (!b.Condition.IsEmpty && a.Condition.IsEmpty)
        {
            (a.Condition, a.Conditional) = (b.Condition, true);
        }
    }
}
