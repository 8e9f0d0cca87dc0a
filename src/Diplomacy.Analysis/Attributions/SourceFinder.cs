using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>Finds the source of a cue: its subject, its possessor, the agent of its passive, or the source it shares.</summary>
internal sealed class SourceFinder
{
    private readonly GrammarWords _words;

    public SourceFinder(GrammarWords words) => _words = words;

    /// <summary>
    /// Fills source, inversion and <see cref="CueCandidate.After"/> of <paramref name="candidate"/>;
    /// <paramref name="earlier"/> are the candidates before it in the stretch from <paramref name="first"/> to <paramref name="end"/>.
    /// </summary>
    public void Find(in PhraseGrammar grammar, ref CueCandidate candidate, ReadOnlySpan<CueCandidate> earlier, int first, int end)
    {
        switch (candidate.Shape)
        {
            case CueShape.Finite or CueShape.LightVerb or CueShape.Quoted:
                FindSubject(grammar, ref candidate, earlier, first, end);
                break;
            case CueShape.Participle:
                FindForParticiple(grammar, ref candidate, earlier, first, end);
                break;
            case CueShape.Infinitive:
                candidate.Source = Shared(grammar, candidate.Cue.First, earlier, first);
                break;
            case CueShape.Passive:
                candidate.Patient = SubjectBefore(grammar, candidate.Cue.First, first);
                candidate.OwnSubject = !candidate.Patient.IsEmpty;
                FindAgent(grammar, ref candidate, end);
                break;
            case CueShape.Noun:
                FindPossessor(grammar, ref candidate, first, end);
                break;
            case CueShape.Preposition:
                int last = Postmodified(grammar, candidate.After, end);
                candidate.Source = new TokenRange(candidate.After, last);
                candidate.After = last;
                break;
            case CueShape.Reaped:
                int reaper = candidate.Patient.First;
                candidate.Patient = SubjectBefore(grammar, grammar.GroupStart(reaper, first), first);
                candidate.Source = new TokenRange(candidate.After, Math.Max(candidate.After, grammar.BaseEnd(candidate.After, end)));
                candidate.After = candidate.Source.End;
                break;
            default:
                break;
        }
    }

    /// <summary>The subject of the verb group that starts at <paramref name="group"/>; empty where it has none of its own.</summary>
    public TokenRange SubjectBefore(in PhraseGrammar grammar, int group, int first)
    {
        int before = group - 1;

        // "The ministry on Monday said", "the union this month announced": when stands between subject and verb.
        if (before > first && (_words.Day.Contains(grammar.Tokens[before]) || (_words.Period.Contains(grammar.Tokens[before]) && _words.Lapse.Contains(grammar.Tokens[before - 1]))))
        {
            before -= before > first + 1 && _words.Lapse.Contains(grammar.Tokens[before - 1]) ? 2 : 1;
            if (before > first && _words.On.Contains(grammar.Tokens[before]))
            {
                before--;
            }
        }

        if (before < first)
        {
            return default;
        }

        if (grammar.IsComma(before))
        {
            return BehindParenthesis(grammar, before, first);
        }

        if (grammar.IsDash(before))
        {
            // "Novak - on a radio panel - said".
            int dash = before - 1;
            while (dash > first && dash > before - 25 && !grammar.IsDash(dash) && !grammar.IsQuote(dash))
            {
                dash--;
            }

            return dash > first && grammar.IsDash(dash) && grammar.IsNominal(dash - 1) ? new TokenRange(grammar.SubjectStart(dash - 1, first), dash) : default;
        }

        PennTag tag = grammar.Tags[before];
        if (tag is PennTag.WP or PennTag.WDT)
        {
            int start = before;
            if (before - 2 >= first && _words.Of.Contains(grammar.Tokens[before - 1]))
            {
                start = grammar.BaseStart(before - 2, first);
            }

            return new TokenRange(start, before + 1);
        }

        if (tag == PennTag.POS && before > first)
        {
            return new TokenRange(grammar.SubjectStart(before - 1, first), before);
        }

        if (!grammar.IsNominal(before) && tag is not (PennTag.DT or PennTag.JJ or PennTag.JJS or PennTag.PDT))
        {
            return default;
        }

        return new TokenRange(grammar.SubjectStart(before, first), before + 1);
    }

    private void FindSubject(in PhraseGrammar grammar, ref CueCandidate candidate, ReadOnlySpan<CueCandidate> earlier, int first, int end)
    {
        int group = candidate.Cue.First;
        int before = group - 1;
        int lead = group;
        while (lead < candidate.Head && grammar.IsAdverb(lead))
        {
            lead++;
        }

        bool bare = candidate.Shape == CueShape.Finite && lead == candidate.Head && (candidate.Frames & (VerbFrames.Quote | VerbFrames.That)) != 0;
        if (bare && (before < first || grammar.IsComma(before) || grammar.IsQuote(before) || _words.As.Contains(grammar.Tokens[before]) || grammar.IsDash(before))
            && TryInverted(grammar, ref candidate, end))
        {
            return;
        }

        TokenRange subject = SubjectBefore(grammar, group, first);
        if (!subject.IsEmpty)
        {
            candidate.Source = subject;
            candidate.OwnSubject = true;
            return;
        }

        candidate.Source = Shared(grammar, group, earlier, first);
    }

    /// <summary>"Novak, the minister, said" and "who, in May, said".</summary>
    private static TokenRange BehindParenthesis(in PhraseGrammar grammar, int comma, int first)
    {
        int open = comma - 1;
        while (open > first && open > comma - 12 && !grammar.IsComma(open) && !grammar.IsQuote(open))
        {
            open--;
        }

        return open > first && grammar.IsComma(open) && grammar.Tags[open - 1] is PennTag.WP or PennTag.WDT
            ? new TokenRange(open - 1, open)
            : grammar.AppositionSubject(comma, first);
    }

    /// <summary>"..., said Wang Yi, the foreign minister."</summary>
    private bool TryInverted(in PhraseGrammar grammar, ref CueCandidate candidate, int end)
    {
        int start = candidate.After;
        if (start >= end || grammar.IsAdjunct(start, end) || _words.ObjectPronoun.Contains(grammar.Tokens[start]))
        {
            return false;
        }

        int stop = grammar.FullEnd(start, end);
        if (stop == start)
        {
            return false;
        }

        // "he cited problems in the region": a bare common noun is an object.
        int before = candidate.Cue.First - 1;
        bool quoted = before >= 0 && (grammar.IsQuote(before) || (before > 0 && grammar.IsQuote(before - 1)));
        if (grammar.Tags[start] is PennTag.NN or PennTag.NNS or PennTag.VBG or PennTag.DT or PennTag.PRPS or PennTag.JJ && (candidate.Frames & VerbFrames.NounPhrase) != 0 && !grammar.Tags[stop - 1].IsProper() && !quoted)
        {
            return false;
        }

        if (candidate.Verb is { Class: VerbClass.Tell } && (stop < end - 1 || grammar.Tokens[candidate.Head].Length == 4))
        {
            // "Novak, head of the union, told a rally ...": who is told is not who tells.
            return false;
        }

        stop = WithApposition(grammar, stop, end);
        if (grammar.IsFiniteAt(stop, end))
        {
            return false;
        }

        bool closed = stop >= end || grammar.IsPunctuation(stop) || grammar.IsAdjunct(stop, end) || grammar.Tags[stop] is PennTag.IN or PennTag.WP or PennTag.RB or PennTag.VBG;
        if (!closed || (stop < end && grammar.Tags[stop] == PennTag.IN && _words.That.Contains(grammar.Tokens[stop])))
        {
            return false;
        }

        candidate.Source = new TokenRange(start, stop);
        candidate.Inverted = true;
        candidate.OwnSubject = true;
        candidate.After = stop;
        return true;
    }

    private void FindForParticiple(in PhraseGrammar grammar, ref CueCandidate candidate, ReadOnlySpan<CueCandidate> earlier, int first, int end)
    {
        int before = candidate.Cue.First - 1;
        if (before < first)
        {
            // "Speaking ..., calling the raid reckless, the envoy said": the subject follows the comma.
            candidate.Source = FollowingSubject(grammar, candidate.After, end);
            return;
        }

        // "camped in the square until late last night demanding justice": when is nobody.
        bool lapse = before > first && _words.Period.Contains(grammar.Tokens[before]) && _words.Lapse.Contains(grammar.Tokens[before - 1]);
        if (grammar.IsNominal(before) && !lapse && grammar.Tags[before] is not (PennTag.PRP or PennTag.CD) && !_words.Day.Contains(grammar.Tokens[before]) && !_words.Month.Contains(grammar.Tokens[before]))
        {
            int start = grammar.BaseStart(before, first);
            int carrier = start - 1;
            bool occasion = _words.Occasion.Contains(grammar.Tokens[before]);
            if (occasion && carrier >= first && _words.LightVerb.Contains(grammar.Tokens[carrier]) && grammar.Tags[carrier].IsVerb())
            {
                // "issued a statement saying": one cue, and the subject of "issued" speaks.
                int group = grammar.GroupStart(carrier, first);
                candidate.Cue = new TokenRange(group, candidate.Cue.End);
                candidate.Shape = CueShape.LightVerb;
                FindSubject(grammar, ref candidate, earlier, first, end);
                return;
            }

            candidate.Source = new TokenRange(grammar.SubjectStart(before, first), before + 1);
            candidate.OwnSubject = true;
            return;
        }

        candidate.Source = Shared(grammar, candidate.Cue.First, earlier, first);
    }

    private static TokenRange FollowingSubject(in PhraseGrammar grammar, int at, int end)
    {
        int limit = Math.Min(end, at + 40);
        for (int i = at; i + 1 < limit; i++)
        {
            if (grammar.IsComma(i) && grammar.IsClauseAt(i + 1, limit))
            {
                return new TokenRange(i + 1, grammar.FullEnd(i + 1, limit));
            }
        }

        return default;
    }

    /// <summary>"was condemned by Oslo": the agent is the source and "by" belongs to the cue.</summary>
    private void FindAgent(in PhraseGrammar grammar, ref CueCandidate candidate, int end)
    {
        int by = candidate.After;
        if (by + 1 < end && _words.By.Contains(grammar.Tokens[by]) && grammar.Tags[by + 1] != PennTag.VBG)
        {
            int stop = grammar.FullEnd(by + 1, end);
            int plain = grammar.BaseEnd(by + 1, end);
            while (plain < stop && _words.Of.Contains(grammar.Tokens[plain]))
            {
                plain = grammar.BaseEnd(plain + 1, end);
            }

            // "accused by Rome of stalling": a preposition of the verb's own frame ends the agent.
            stop = (candidate.Frames & VerbFrames.ObjectOf) != 0 ? grammar.BaseEnd(by + 1, end) : Math.Max(plain, grammar.BaseEnd(by + 1, end));
            candidate.Source = new TokenRange(by + 1, stop);
            candidate.Cue = new TokenRange(candidate.Cue.First, by + 1);
            candidate.After = stop;
        }
    }

    private void FindPossessor(in PhraseGrammar grammar, ref CueCandidate candidate, int first, int end)
    {
        int before = candidate.Cue.First - 1;
        if (before >= first && grammar.Tags[before] == PennTag.PRPS)
        {
            candidate.Source = new TokenRange(before, before + 1);
        }
        else if (before > first && grammar.Tags[before] == PennTag.POS)
        {
            candidate.Source = new TokenRange(grammar.BaseStart(before - 1, first), before + 1);
        }
        else if (candidate.After + 1 < end && grammar.Tags[candidate.After] == PennTag.IN && _words.By.Contains(grammar.Tokens[candidate.After]))
        {
            int stop = grammar.BaseEnd(candidate.After + 1, end);
            candidate.Source = new TokenRange(candidate.After + 1, stop);
            candidate.After = stop;
        }
    }

    /// <summary>The source of the cue this one is coordinated with or hangs on, else the subject of the clause before it.</summary>
    private TokenRange Shared(in PhraseGrammar grammar, int at, ReadOnlySpan<CueCandidate> earlier, int first)
    {
        for (int i = earlier.Length - 1; i >= 0 && i >= earlier.Length - 12; i--)
        {
            if (!earlier[i].Source.IsEmpty && earlier[i].Shape is CueShape.Finite or CueShape.LightVerb or CueShape.Quoted && earlier[i].Cue.First >= first
                && !IsInsideComplement(grammar, earlier, i))
            {
                return earlier[i].Source;
            }
        }

        int floor = Math.Max(first, at - 60);
        for (int i = at - 1; i > floor; i--)
        {
            if (!grammar.Tags[i].IsFinite())
            {
                continue;
            }

            int group = grammar.GroupStart(i, floor);
            TokenRange subject = SubjectBefore(grammar, group, floor);
            if (!subject.IsEmpty && grammar.Tags[subject.First] is not (PennTag.WP or PennTag.WDT) && !(subject.First > floor && _words.That.Contains(grammar.Tokens[subject.First - 1])))
            {
                // "Novak came close to an admission that soldiers had crossed, saying ...": not the soldiers.
                return subject;
            }

            i = group;
        }

        return default;
    }

    /// <summary>Whether the clause of candidate <paramref name="index"/> is what the candidate before it says: "said Oslo had [agreed]".</summary>
    private static bool IsInsideComplement(in PhraseGrammar grammar, ReadOnlySpan<CueCandidate> earlier, int index)
    {
        if (index == 0 || !earlier[index].OwnSubject || (earlier[index - 1].Frames & (VerbFrames.That | VerbFrames.ObjectThat)) == 0)
        {
            return false;
        }

        int stop = earlier[index].ClauseStart;
        for (int i = earlier[index - 1].After; i < stop; i++)
        {
            if (grammar.IsComma(i) || grammar.IsSemicolon(i))
            {
                return false;
            }
        }

        return earlier[index - 1].Cue.First < stop;
    }

    /// <summary>Extends a noun phrase that ends at <paramref name="stop"/> over the apposition behind it.</summary>
    private int WithApposition(in PhraseGrammar grammar, int stop, int end)
    {
        for (int round = 0; round < 3 && stop + 2 < end && grammar.IsComma(stop); round++)
        {
            PennTag lead = grammar.Tags[stop + 1];
            if (lead is not (PennTag.DT or PennTag.NN or PennTag.NNP or PennTag.JJ or PennTag.CD or PennTag.WP or PennTag.WDT or PennTag.PRPS or PennTag.NNS or PennTag.RB)
                && !_words.Of.Contains(grammar.Tokens[stop + 1]) && !_words.From.Contains(grammar.Tokens[stop + 1]))
            {
                break;
            }

            int i = stop + 1;
            bool relative = lead is PennTag.WP or PennTag.WDT;
            int limit = Math.Min(end, stop + 30);
            while (i < limit && !grammar.IsComma(i) && !grammar.IsStop(i) && !grammar.IsQuote(i) && !grammar.IsSemicolon(i) && !grammar.IsDash(i)
                && (relative || !grammar.Tags[i].IsFinite() && grammar.Tags[i] is not (PennTag.WP or PennTag.WDT) || (relative = grammar.Tags[i] is PennTag.WP or PennTag.WDT)))
            {
                i++;
            }

            if (i < end && !grammar.IsComma(i) && !grammar.IsStop(i))
            {
                break;
            }

            if (grammar.IsAdjunct(stop + 1, end))
            {
                break;
            }

            stop = i;
        }

        return stop;
    }

    private static int Postmodified(in PhraseGrammar grammar, int start, int end)
    {
        int stop = grammar.FullEnd(start, end);
        if (stop < end && grammar.Tags[stop] is PennTag.VBN or PennTag.VBG)
        {
            // "according to figures released by the bank".
            while (stop < end && !grammar.IsPunctuation(stop) && !grammar.Tags[stop].IsFinite())
            {
                stop++;
            }
        }

        return stop;
    }
}
