using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>Where contents start and end.</summary>
internal sealed partial class ContentFinder
{
    /// <summary>No content of real text is longer than this many tokens outside quotation marks.</summary>
    private const int Longest = 300;

    /// <summary>"According to X, ..." and "..., according to X": what stands beside the phrase in its sentence.</summary>
    private bool TryAround(in Stretch s, ref FoundContent content, string rule)
    {
        int start = s.Cue.Cue.First;
        int after = s.Cue.After;
        if (start <= s.First + 1)
        {
            // Fronted. The comma may be missing after a short source.
            int from = after < s.End && s.Grammar.IsComma(after) ? after + 1 : after;
            return from < s.End && Fill(s, from, Stop(s, from, ContentKind.Clause), ContentKind.Clause, rule, ref content);
        }

        // Behind a subordinate start: "while, according to X, ...".
        bool right = after + 1 < s.End && s.Grammar.IsComma(after) && !s.Grammar.IsPunctuation(after + 1) && s.Grammar.IsComma(start - 1);
        if (!TryLeft(s, start, right, ref content))
        {
            return false;
        }

        if (right && content.Main.End >= start - 1)
        {
            SetRest(s, after + 1, ref content);
        }

        content.Rule = rule;
        return true;
    }

    /// <summary>"CONTENT, X said." and "CONTENT, X said, CONTENT".</summary>
    private bool TryBefore(in Stretch s, ref FoundContent content)
    {
        int clause = s.Cue.OwnSubject && !s.Cue.Inverted && !s.Cue.Source.IsEmpty ? s.Cue.Source.First : s.Cue.Cue.First;
        int after = s.Cue.After;
        if (!content.Addressee.IsEmpty)
        {
            after = Math.Max(after, content.Addressee.End);
        }

        for (int round = 0; round < 4; round++)
        {
            int next = AfterAdjunct(s, after);
            if (next == after)
            {
                break;
            }

            after = next;
        }

        bool asClause = clause - 1 >= s.First && _words.As.Contains(s.Grammar.Tokens[clause - 1]);
        if (asClause)
        {
            clause--;
        }

        if (clause <= s.First)
        {
            // "As Wang put it, the talks ..." has its content behind; "Said Wang: ..." and "X agreed." have none before.
            if (s.OpensQuotationNear(after, out int mark))
            {
                return Fill(s, mark, Stop(s, mark, ContentKind.Clause), ContentKind.Quotation, "cue-before", ref content);
            }

            return asClause && after + 1 < s.End && s.Grammar.IsComma(after)
                && Fill(s, after + 1, Stop(s, after + 1, ContentKind.Clause), ContentKind.Clause, "as-clause", ref content);
        }

        // The cue must close a stretch: a comma, a dash or a closing mark before it.
        int before = clause - 1;
        if (!s.Grammar.IsComma(before) && !s.Grammar.IsQuote(before) && !s.Grammar.IsDash(before) && !(s.Grammar.IsStop(before) && before > s.First))
        {
            return false;
        }

        if (IsQuestionBefore(s, before))
        {
            return after + 1 < s.End && s.Grammar.IsComma(after) && Fill(s, after + 1, Stop(s, after + 1, ContentKind.Clause), ContentKind.Clause, "answer", ref content);
        }

        bool inside = after + 1 < s.End && s.Grammar.IsComma(after) && s.Grammar.IsComma(before) && !s.Grammar.IsPunctuation(after + 1) && !s.ParticipleAt(after + 1);
        if (!TryLeft(s, clause, inside, ref content))
        {
            return false;
        }

        if (after + 1 < s.End && (s.Grammar.IsComma(after) || s.Grammar.IsColon(after) || s.Grammar.IsDash(after)) && s.OpensQuotation(after + 1))
        {
            SetRest(s, after + 1, ref content);
        }
        else if (after < s.End && s.OpensQuotation(after))
        {
            SetRest(s, after, ref content);
        }
        else if (after + 1 < s.End && s.Grammar.IsComma(after) && s.Grammar.IsComma(before) && content.Kind != ContentKind.Quotation && !s.ParticipleAt(after + 1))
        {
            SetRest(s, after + 1, ref content);
        }

        return true;
    }

    /// <summary>"Asked about the talks, Wang said, China hopes ...": what was asked is none of his words.</summary>
    private bool IsQuestionBefore(in Stretch s, int comma)
    {
        int start = s.LeftBorder();
        int asked = start + (start < comma && _words.Opening.Contains(s.Grammar.Tokens[start]) ? 1 : 0);
        return s.Grammar.Keeps(GuardRules.AskedBefore) && asked < comma && _words.Asked.Contains(s.Grammar.Tokens[asked]);
    }

    private void SetRest(in Stretch s, int from, ref FoundContent content)
    {
        int stop = Trim(s, from, Stop(s, from, ContentKind.Clause));
        content.Rest = stop > from ? new TokenRange(from, stop) : default;
    }

    /// <summary>The stretch that ends before <paramref name="clause"/>; where the cue stands <paramref name="inside"/> its content, any words will do.</summary>
    private static bool TryLeft(in Stretch s, int clause, bool inside, ref FoundContent content)
    {
        int stop = clause;
        int mark = clause - 1;
        if (s.Grammar.IsComma(mark) || s.Grammar.IsDash(mark))
        {
            stop = mark;
            mark--;
        }

        int start = s.LeftBorder();
        int quotation = mark >= 0 ? s.Quotations.ClosingAt(mark) : -1;
        if (quotation >= 0)
        {
            ref readonly Quotation q = ref s.Quotations.Quotations[quotation];
            if (q.Tokens.First <= start || q.Kind == QuotationKind.Speech)
            {
                content.Main = q.Tokens;
                content.Kind = ContentKind.Quotation;
                content.Rule = "cue-after";
                return true;
            }

            stop = q.Tokens.End;
        }

        if (stop <= start)
        {
            return false;
        }

        // "In an interview on Sunday, Novak said ...": a phrase without a verb is the circumstance, not the content.
        bool clauseOrQuote = quotation >= 0 || inside;
        for (int i = start; i < stop && !clauseOrQuote; i++)
        {
            clauseOrQuote = s.Grammar.Tags[i].IsFinite() || s.Grammar.IsQuote(i) || s.Grammar.Tags[i] == PennTag.VB;
        }

        bool pronoun = !s.Cue.Source.IsEmpty && s.Grammar.Tags[s.Cue.Source.End - 1] == PennTag.PRP;
        if (!clauseOrQuote && s.Grammar.Keeps(GuardRules.Circumstance) && (!pronoun || s.Grammar.Tags[start] is PennTag.IN or PennTag.VBG or PennTag.TO or PennTag.VBN or PennTag.RB))
        {
            // "The party's councillor, Amina Sesay said": an apposition; only behind a pronoun is a bare phrase said ("No deal, she said").
            return false;
        }

        content.Main = new TokenRange(start, Trim(s, start, stop));
        content.Kind = ContentKind.Clause;
        content.Rule = "cue-after";
        // "That, she said, would help": one word before the cue will do where the clause goes on behind it.
        return content.Main.Count > 1 || (inside && content.Main.Count == 1);
    }

    /// <summary>Just behind the statement of time, place or occasion, or the adverb or hearer, that starts at <paramref name="at"/>.</summary>
    private int AfterAdjunct(in Stretch s, int at)
    {
        if (at >= s.End)
        {
            return at;
        }

        if (s.Grammar.IsAdverb(at) || _words.Day.Contains(s.Grammar.Tokens[at]))
        {
            return at + 1;
        }

        if (s.Grammar.IsAdjunct(at, s.End))
        {
            int stop = s.Grammar.FullEnd(at + 1, s.End);
            while (stop < s.End && s.Grammar.Tags[stop] == PennTag.IN && !_words.That.Contains(s.Grammar.Tokens[stop]) && !s.Grammar.IsAdjunct(stop, s.End) && stop < at + 15)
            {
                int more = s.Grammar.FullEnd(stop + 1, s.End);
                if (more == stop + 1)
                {
                    break;
                }

                stop = more;
            }

            return Math.Max(stop, at + 1);
        }

        if (s.Grammar.Tags[at] is PennTag.TO or PennTag.IN && _words.HearerPreposition.Contains(s.Grammar.Tokens[at]))
        {
            int stop = s.Grammar.FullEnd(at + 1, s.End);
            return stop > at + 1 ? stop : at;
        }

        return at;
    }

    private static bool Fill(in Stretch s, int start, int stop, ContentKind kind, string rule, ref FoundContent content)
    {
        stop = Trim(s, start, stop);
        if (stop <= start)
        {
            return false;
        }

        content.Main = new TokenRange(start, stop);
        content.Kind = kind;
        content.Rule = rule;
        return true;
    }

    /// <summary>Takes final points, commas and marks of the enclosing text off the stretch.</summary>
    private static int Trim(in Stretch s, int start, int stop)
    {
        while (stop > start)
        {
            int last = stop - 1;
            if (s.Grammar.IsQuote(last))
            {
                int q = s.Quotations.ClosingAt(last);
                if (q >= 0 && s.Quotations.Quotations[q].Tokens.First >= start)
                {
                    break;
                }
            }
            else if (!(s.Grammar.IsComma(last) || s.Grammar.IsSemicolon(last) || s.Grammar.IsColon(last) || s.Grammar.IsDash(last) || s.Grammar.IsOpen(last)
                || (s.Grammar.IsStop(last) && s.Grammar.Text[s.Grammar.Tokens[last].Start] == '.') || s.Grammar.Tags[last] == PennTag.CC))
            {
                break;
            }

            stop--;
        }

        return stop;
    }

    /// <summary>Just behind the content that starts at <paramref name="start"/>.</summary>
    private int Stop(in Stretch s, int start, ContentKind kind)
    {
        int limit = Math.Min(s.End, start + Longest);
        int depth = 0;
        bool finite = false;
        bool relative = false;
        bool opener = start < s.End && _words.Subordinator.Contains(s.Grammar.Tokens[start]) | _words.If.Contains(s.Grammar.Tokens[start]);
        int next = s.Index + 1;
        for (int i = start; i < limit; i++)
        {
            int opening = s.Grammar.IsQuote(i) ? s.Quotations.OpeningAt(i) : -1;
            if (opening >= 0)
            {
                TokenRange q = s.Quotations.Quotations[opening].Tokens;
                if (q.End >= s.End)
                {
                    return q.End;
                }

                finite = true;
                i = q.End - 1;
                if (i - 1 > start && s.Grammar.IsComma(i - 1) && CommaStops(s, i, limit, kind, true, next))
                {
                    // 'said he was “glad to serve,” adding that ...': the comma stands inside the mark.
                    return q.End;
                }

                continue;
            }

            finite |= s.Grammar.Tags[i].IsFinite();
            relative |= s.Grammar.Tags[i] is PennTag.WP or PennTag.WDT;
            if (s.Grammar.IsOpen(i))
            {
                depth++;
            }
            else if (s.Grammar.IsClose(i))
            {
                if (depth == 0)
                {
                    return i;
                }

                depth--;
            }

            if (depth > 0 || i == start)
            {
                continue;
            }

            while (next < s.Candidates.Length && s.Candidates[next].ClauseStart <= i)
            {
                next++;
            }

            if (kind == ContentKind.Infinitive && (s.Grammar.IsSemicolon(i) || s.Grammar.IsComma(i)) && (AsksFurther(s, i + 1, limit) || IsGerundList(s, start, i, limit)))
            {
                continue;
            }

            if (s.Grammar.IsSemicolon(i))
            {
                return i;
            }

            if (s.Grammar.IsComma(i))
            {
                if (CommaStops(s, i, limit, kind, finite && !opener, next))
                {
                    return i;
                }

                opener &= !finite;
            }
            else if (s.Grammar.Tags[i] == PennTag.CC)
            {
                if (CoordinationStops(s, i, limit, kind, next))
                {
                    return i;
                }
            }
            else if (s.Cue.Shape == CueShape.Noun && kind is not (ContentKind.Clause or ContentKind.Quotation) && s.Grammar.Tags[i].IsFinite() && !relative)
            {
                // "Riyadh's rejection of the plan | drew criticism".
                return i;
            }
            else if (kind is not (ContentKind.Clause or ContentKind.Quotation) && PhraseStops(s, i, start, limit, kind))
            {
                return i;
            }
            else if (next < s.Candidates.Length && s.Candidates[next].Shape == CueShape.Preposition && s.Candidates[next].Cue.First == i + 1 && kind != ContentKind.NounPhrase)
            {
                return i + 1;
            }
        }

        return limit;
    }

    /// <summary>"(urged Rome to lift the ban;) and to free the crew", "(called on Rome to lift the ban,) on Oslo to free the crew": what is asked goes on.</summary>
    private bool AsksFurther(in Stretch s, int at, int limit)
    {
        at += at < limit && s.Grammar.Tags[at] == PennTag.CC ? 1 : 0;
        while (at < limit && s.Grammar.IsAdverb(at))
        {
            at++;
        }

        if (at + 1 < limit && (_words.On.Contains(s.Grammar.Tokens[at]) || _words.For.Contains(s.Grammar.Tokens[at])))
        {
            at = s.Grammar.FullEnd(at + 1, limit);
        }

        return at + 1 < limit && s.Grammar.Tags[at] == PennTag.TO && s.Grammar.Tags[at + 1] == PennTag.VB;
    }

    /// <summary>"(urged Rome to refrain from boarding ships,) seizing cargo and arresting crews": gerunds behind a preposition, the last behind "and".</summary>
    private static bool IsGerundList(in Stretch s, int start, int comma, int limit)
    {
        if (comma + 1 >= limit || s.Grammar.Tags[comma + 1] != PennTag.VBG)
        {
            return false;
        }

        bool opened = false;
        for (int i = start; i + 1 < comma && !opened; i++)
        {
            opened = s.Grammar.Tags[i] == PennTag.IN && s.Grammar.Tags[i + 1] == PennTag.VBG;
        }

        for (int i = comma + 2; opened && i + 1 < limit && i < comma + 24 && !s.Grammar.Tags[i].IsFinite(); i++)
        {
            if (s.Grammar.Tags[i] == PennTag.CC && s.Grammar.Tags[i + 1] == PennTag.VBG)
            {
                return true;
            }
        }

        return false;
    }

    private bool CommaStops(in Stretch s, int comma, int limit, ContentKind kind, bool complete, int next)
    {
        int at = comma + 1;
        if (at >= limit)
        {
            return true;
        }

        if (s.Cue.Shape == CueShape.Participle && s.Cue.Source.First == at)
        {
            // "Warning that the dam would burst, the mayor said": the main clause with its subject.
            return true;
        }

        bool joined = s.Grammar.Tags[at] == PennTag.CC || _words.ClauseCut.Contains(s.Grammar.Tokens[at]);
        int lead = joined ? at + 1 : at;
        while (next < s.Candidates.Length && s.Candidates[next].ClauseStart < at)
        {
            next++;
        }

        if (next < s.Candidates.Length)
        {
            ref readonly CueCandidate other = ref s.Candidates[next];
            int start = other.ClauseStart;
            if (start >= at && start <= lead + 1 && !s.IsInsideQuotation(other.Head))
            {
                switch (other.Shape)
                {
                    case CueShape.Participle:
                    case CueShape.Preposition:
                    case CueShape.View:
                        return true;
                    case CueShape.Finite or CueShape.LightVerb or CueShape.Quoted when complete || kind is not (ContentKind.Clause or ContentKind.Quotation):
                        return true;
                    default:
                        break;
                }
            }
        }

        PennTag tag = s.Grammar.Tags[at];
        switch (kind)
        {
            case ContentKind.Clause when complete && tag.IsFinite() && IsRelative(s):
                // "a man who said he was rich, | was blamed": the relative clause is over.
                return true;
            case ContentKind.Clause:
            case ContentKind.Quotation:
                return complete && (_words.ClauseCut.Contains(s.Grammar.Tokens[at]) || (_words.But.Contains(s.Grammar.Tokens[at]) && kind == ContentKind.Clause && !_words.That.Contains(s.Grammar.Tokens[at + 1]))) && s.Grammar.IsClauseAt(at + 1, limit);
            case ContentKind.Infinitive:
            case ContentKind.Gerund:
                if (tag is PennTag.VB or PennTag.TO || (tag == PennTag.VBG && kind == ContentKind.Gerund) || (tag == PennTag.CC && at + 1 < limit && s.Grammar.Tags[at + 1] is PennTag.VB or PennTag.TO or PennTag.VBG or PennTag.RB))
                {
                    return false;
                }

                return !IsList(s, at, limit);
            default:
                // "backed the plan, which lowers tariffs", "a resolution, adopted in May": said of the same thing.
                return tag is not (PennTag.WDT or PennTag.WP or PennTag.WPS) && !(tag == PennTag.VBN && s.Grammar.Tags[comma - 1].IsNoun()) && !IsList(s, at, limit);
        }
    }

    /// <summary>Whether the cue is the verb of a relative clause.</summary>
    private static bool IsRelative(in Stretch s) => s.Cue.Cue.First > 0 && s.Grammar.Tags[s.Cue.Cue.First - 1] is PennTag.WP or PennTag.WDT;

    /// <summary>Whether the comma before <paramref name="at"/> separates members of a list or opens an apposition.</summary>
    private static bool IsList(in Stretch s, int at, int limit)
    {
        if (s.Grammar.Tags[at] == PennTag.CC && at + 1 < limit)
        {
            at++;
        }

        int phrase = s.Grammar.FullEnd(at, limit);
        if (phrase == at || s.Grammar.IsFiniteAt(phrase, limit) || s.Grammar.IsAdjunct(at, limit))
        {
            return false;
        }

        return true;
    }

    private bool CoordinationStops(in Stretch s, int at, int limit, ContentKind kind, int next)
    {
        if (at + 1 >= limit)
        {
            return true;
        }

        while (next < s.Candidates.Length && s.Candidates[next].ClauseStart <= at)
        {
            next++;
        }

        if (next < s.Candidates.Length)
        {
            ref readonly CueCandidate other = ref s.Candidates[next];
            if (other.Cue.First == at + 1 && !other.OwnSubject && !s.IsInsideQuotation(other.Head))
            {
                // "said the raid was wrong and urged a halt": the second verb has the tense of the first.
                bool sameTense = s.Grammar.Tags[other.Cue.First] == s.Grammar.Tags[s.Cue.Cue.First] || s.Grammar.Tags[other.Head] == s.Grammar.Tags[s.Cue.Head];
                if (kind is not ContentKind.Clause || sameTense)
                {
                    return other.Shape is CueShape.Finite or CueShape.LightVerb or CueShape.Quoted or CueShape.Participle;
                }
            }
        }

        if (kind is ContentKind.Clause or ContentKind.Quotation)
        {
            return false;
        }

        int verb = at + 1;
        while (verb + 1 < limit && s.Grammar.IsAdverb(verb))
        {
            verb++;
        }

        PennTag tag = s.Grammar.Tags[verb];
        if (kind == ContentKind.Infinitive && tag is PennTag.VB or PennTag.VBP)
        {
            // "to lay down their arms and return": a bare form that the tagger may take for a present.
            return false;
        }

        // A present behind a past cue is a noun that the tagger missed: "called for a halt and return to talks".
        bool present = tag == PennTag.VBP && s.Grammar.Tags[s.Cue.Cue.First] == PennTag.VBD;
        if (tag is PennTag.VBD or PennTag.VBZ or PennTag.MD || (tag == PennTag.VBP && !present))
        {
            return true;
        }

        return s.Grammar.IsClauseAt(at + 1, limit) && !_words.Relative.Contains(s.Grammar.Tokens[at + 1]);
    }

    private bool PhraseStops(in Stretch s, int at, int start, int limit, ContentKind kind)
    {
        if (s.Grammar.IsDash(at) || s.Grammar.IsColon(at))
        {
            return true;
        }

        if (kind == ContentKind.NounPhrase && at > start && s.Grammar.Keeps(GuardRules.ReportingTime) && (s.Grammar.IsAdjunct(at, limit) && !_words.Of.Contains(s.Grammar.Tokens[at]) || _words.During.Contains(s.Grammar.Tokens[at])))
        {
            return true;
        }

        return s.Grammar.Tags[at] is PennTag.IN or PennTag.WRB && _words.Subordinator.Contains(s.Grammar.Tokens[at]) && at + 1 < limit
            && !_words.As.Contains(s.Grammar.Tokens[at])
            && (s.Grammar.Tags[at + 1] == PennTag.VBG || s.Grammar.IsClauseAt(at + 1, limit)) && kind == ContentKind.NounPhrase;
    }
}
