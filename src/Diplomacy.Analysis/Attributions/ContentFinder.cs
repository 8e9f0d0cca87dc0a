using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// Finds what a cue introduces: the complement behind it, the words before a cue that closes its sentence, both halves
/// around a cue inside.
/// </summary>
internal sealed partial class ContentFinder
{
    private readonly GrammarWords _words;

    public ContentFinder(GrammarWords words) => _words = words;

    /// <summary>
    /// The content of candidate <paramref name="index"/> in the stretch from <paramref name="first"/> to <paramref name="end"/>;
    /// false where it introduces nothing.
    /// </summary>
    public bool TryFind(in PhraseGrammar grammar, in QuotationMap quotations, ReadOnlySpan<CueCandidate> candidates, int index, int first, int end, out FoundContent content)
    {
        content = new FoundContent { Rule = "" };
        ref readonly CueCandidate cue = ref candidates[index];
        var span = new Stretch(grammar, quotations, candidates, index, first, end);
        switch (cue.Shape)
        {
            case CueShape.Preposition or CueShape.View:
                return TryAround(span, ref content, cue.Shape == CueShape.View ? "view" : "according-to");
            case CueShape.Noun:
                return !cue.Source.IsEmpty && TryComplement(span, cue.After, ref content) && Named(ref content, "noun");
            case CueShape.Reaped:
                content.Main = cue.Patient;
                content.Kind = ContentKind.NounPhrase;
                return !cue.Patient.IsEmpty && !cue.Source.IsEmpty && Named(ref content, "reaped");
            case CueShape.Passive:
                return TryPassive(span, ref content);
            default:
                if (cue.Inverted)
                {
                    return TryBefore(span, ref content) && Named(ref content, "inverted");
                }

                bool says = (cue.Frames & (VerbFrames.Quote | VerbFrames.That)) != 0 && cue.OwnSubject && cue.Verb is not { Class: VerbClass.Show };
                if (says && span.FollowsQuotation(cue.ClauseStart) && !StartsComplement(span, cue.After) && TryBefore(span, ref content))
                {
                    return true;
                }

                if (TryComplement(span, cue.After, ref content))
                {
                    return true;
                }

                return says && TryBefore(span, ref content) && Named(ref content, "cue-after");
        }
    }

    /// <summary>Whether a clause goes on behind the cue, so that a quotation before it is another's.</summary>
    private bool StartsComplement(in Stretch s, int at) => at < s.End
        && (_words.That.Contains(s.Grammar.Tokens[at]) || (!s.Grammar.IsPunctuation(at) && !s.Grammar.IsAdjunct(at, s.End) && s.Grammar.IsClauseAt(at, s.End)));

    private static bool Named(ref FoundContent content, string rule)
    {
        content.Rule = content.Rule.Length == 0 || rule != "noun" ? rule : content.Rule;
        return true;
    }

    /// <summary>The complement that starts at <paramref name="at"/>.</summary>
    private bool TryComplement(in Stretch s, int at, ref FoundContent content)
    {
        VerbFrames frames = s.Cue.Frames;
        if (at + 1 < s.End && s.Grammar.Keeps(GuardRules.ReportingTime) && s.Cue.Verb is { Class: VerbClass.Say or VerbClass.Tell } && s.Grammar.IsAdverb(at) && s.Grammar.Tags[at + 1] == PennTag.IN && s.Grammar.IsAdjunct(at + 1, s.End))
        {
            // "said late on Monday the road was closed": the day is the reporter's.
            at++;
        }

        for (int round = 0; round < 3 && at < s.End; round++)
        {
            if (TryClause(s, at, frames, ref content) || TryVerbal(s, at, frames, ref content) || TryObject(s, at, frames, ref content)
                || TryPreposition(s, at, frames, ref content))
            {
                return true;
            }

            // "said on Monday in an interview that": step over when and where.
            int next = s.Grammar.IsComma(at) ? AfterParenthesis(s, at) : AfterAdjunct(s, at);
            if (next == at)
            {
                // Any phrase with a preposition will do where "that" follows: "said under oath that".
                next = s.Grammar.Tags[at] == PennTag.IN ? s.Grammar.FullEnd(at + 1, s.End) : at;
                if (next <= at + 1 || next >= s.End || !_words.That.Contains(s.Grammar.Tokens[next]))
                {
                    return false;
                }
            }

            at = next;
            frames &= ~(VerbFrames.Gerund | (s.Cue.Verb is { Class: VerbClass.Say or VerbClass.Tell or VerbClass.Ask } ? VerbFrames.NounPhrase | VerbFrames.As : 0)) | (frames & VerbFrames.As);
        }

        return false;
    }

    /// <summary>"added, at a later briefing, that": behind a parenthesis that ends before "that".</summary>
    private int AfterParenthesis(in Stretch s, int comma)
    {
        int limit = Math.Min(s.End - 1, comma + 14);
        for (int i = comma + 1; i < limit; i++)
        {
            if (s.Grammar.IsComma(i))
            {
                return _words.That.Contains(s.Grammar.Tokens[i + 1]) ? i + 1 : comma;
            }
        }

        return comma;
    }

    /// <summary>Clauses and quotations: "that ...", "whether ...", ": ...", ", “...", or a clause without "that".</summary>
    private bool TryClause(in Stretch s, int at, VerbFrames frames, ref FoundContent content)
    {
        bool says = (frames & (VerbFrames.That | VerbFrames.Quote)) != 0;
        if (at >= s.End)
        {
            return false;
        }

        if (says || (frames & (VerbFrames.ObjectThat | VerbFrames.ToThat)) != 0)
        {
            if (s.Grammar.IsColon(at))
            {
                return at + 1 < s.End && Fill(s, at + 1, Stop(s, at + 1, ContentKind.Quotation), s.OpensQuotation(at + 1) ? ContentKind.Quotation : ContentKind.Clause, "colon", ref content);
            }

            if (s.Grammar.IsComma(at) && at + 1 < s.End)
            {
                int mark = at + 1;
                if (s.OpensQuotation(mark))
                {
                    return Fill(s, mark, Stop(s, mark, ContentKind.Quotation), ContentKind.Quotation, "cue-before", ref content);
                }

                // "He said, the road is closed", but not "had told them, the envoy said".
                if (s.Index + 1 < s.Candidates.Length && s.Candidates[s.Index + 1] is { OwnSubject: true, Verb.Class: VerbClass.Say or VerbClass.Tell } && s.Candidates[s.Index + 1].ClauseStart == mark)
                {
                    return false;
                }

                return s.Cue.Source.First == s.First && (frames & VerbFrames.Quote) != 0 && (s.Grammar.IsClauseAt(mark, s.End) || _words.Opener.Contains(s.Grammar.Tokens[mark]))
                    && Fill(s, mark, Stop(s, mark, ContentKind.Clause), ContentKind.Clause, "cue-before", ref content);
            }

            if (s.OpensQuotation(at) && (says || (frames & VerbFrames.NounPhrase) == 0))
            {
                return Fill(s, at, Stop(s, at, ContentKind.Clause), ContentKind.Quotation, "cue-before", ref content);
            }
        }

        bool that = _words.That.Contains(s.Grammar.Tokens[at]) && (s.Grammar.Tags[at] == PennTag.IN || (s.Grammar.Tags[at] is PennTag.DT or PennTag.WDT && s.Grammar.IsClauseAt(at + 1, s.End)));
        if (that && (frames & (VerbFrames.That | VerbFrames.ObjectThat | VerbFrames.ToThat)) != 0)
        {
            return Fill(s, at, Stop(s, at + 1, ContentKind.Clause), ContentKind.Clause, "that", ref content);
        }

        if (_words.WhWord.Contains(s.Grammar.Tokens[at]) && !_words.Relative.Contains(s.Grammar.Tokens[at]) | s.Grammar.Tags[at] == PennTag.WP
            && (frames & (VerbFrames.That | VerbFrames.Wh | VerbFrames.NounPhrase | VerbFrames.ObjectThat)) != 0
            && s.Grammar.Tags[at] is PennTag.WP or PennTag.WRB or PennTag.IN or PennTag.WDT
            && s.Cue.Shape != CueShape.Noun
            && !(_words.Subordinator.Contains(s.Grammar.Tokens[at]) && (frames & VerbFrames.Wh) == 0 && !s.Cue.Negated))
        {
            return Fill(s, at, Stop(s, at + 1, ContentKind.Clause), ContentKind.Clause, "wh", ref content);
        }

        // Without "that": "said the talks had failed". After a noun that would be its own clause.
        bool bare = (frames & VerbFrames.That) != 0 && s.Cue.Shape is not CueShape.Noun;
        if (bare && StartsBareClause(s, at, frames))
        {
            return Fill(s, at, Stop(s, at, ContentKind.Clause), ContentKind.Clause, "bare-clause", ref content);
        }

        return false;
    }

    private bool StartsBareClause(in Stretch s, int at, VerbFrames frames)
    {
        if (s.Grammar.IsPunctuation(at) && !s.Grammar.IsQuote(at))
        {
            return false;
        }

        if (s.Grammar.IsClauseAt(at, s.End))
        {
            return true;
        }

        // "figures show Spain exported two tonnes": a past tense taken for a participle.
        int subject = s.Grammar.FullEnd(at, s.End);
        if (subject > at && subject + 1 < s.End && s.Grammar.Tags[subject] == PennTag.VBN
            && s.Grammar.Tags[subject + 1] is PennTag.DT or PennTag.CD or PennTag.PRPS or PennTag.PRP or PennTag.NNP or PennTag.NNS)
        {
            return true;
        }

        if (s.Grammar.IsAdjunct(at, s.End))
        {
            return false;
        }

        // "if the talks fail, the border will close", "in May the talks would resume".
        PennTag tag = s.Grammar.Tags[at];
        bool opener = tag is PennTag.IN or PennTag.WRB && _words.Opener.Contains(s.Grammar.Tokens[at]);
        bool phrase = s.Grammar.BaseEnd(at, s.End) > at || tag is PennTag.VBG or PennTag.IN or PennTag.RB or PennTag.RBR or PennTag.JJR;
        if (tag == PennTag.IN && !opener)
        {
            int stop = s.Grammar.FullEnd(at + 1, s.End);
            stop += stop < s.End && s.Grammar.IsComma(stop) ? 1 : 0;
            return stop > at + 1 && s.Grammar.IsClauseAt(stop, s.End);
        }

        if (!opener && (!phrase || (frames & VerbFrames.NounPhrase) != 0 && s.Grammar.Tags[at] != PennTag.PRP))
        {
            return false;
        }

        // A subject that the tags do not show whole ("officials familiar with the file had"): any finite verb close by will do.
        int limit = Math.Min(s.End, at + 25);
        for (int i = at + 1; i < limit && !s.Grammar.IsSemicolon(i) && (opener || !s.Grammar.IsComma(i)); i++)
        {
            if (s.Grammar.Tags[i].IsFinite())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Infinitives and gerunds whose subject is the source: "pledged to help", "denied taking part".</summary>
    private bool TryVerbal(in Stretch s, int at, VerbFrames frames, ref FoundContent content)
    {
        int verb = at;
        while (verb < s.End && (s.Grammar.IsAdverb(verb) || _words.Negation.Contains(s.Grammar.Tokens[verb])))
        {
            verb++;
        }

        if (verb + 1 < s.End && (frames & VerbFrames.Infinitive) != 0 && _words.To.Contains(s.Grammar.Tokens[verb]) && StartsInfinitive(s, verb + 1))
        {
            return Fill(s, at, Stop(s, verb + 1, ContentKind.Infinitive), ContentKind.Infinitive, "infinitive", ref content);
        }

        return verb < s.End && (frames & VerbFrames.Gerund) != 0 && s.Grammar.Tags[verb] == PennTag.VBG
            && Fill(s, at, Stop(s, verb, ContentKind.Gerund), ContentKind.Gerund, "gerund", ref content);
    }

    private static bool StartsInfinitive(in Stretch s, int at)
    {
        while (at < s.End && (s.Grammar.IsAdverb(at) || s.Grammar.IsQuote(at)))
        {
            at++;
        }

        // A bare form with an object behind it may be tagged as a noun: "to resume the talks".
        return at < s.End && (s.Grammar.Tags[at] is PennTag.VB or PennTag.VBP
            || (s.Grammar.Tags[at] == PennTag.NN && at + 1 < s.End && s.Grammar.Tags[at + 1] is PennTag.DT or PennTag.PRP or PennTag.PRPS));
    }

    /// <summary>Complements that open with a noun phrase: hearer, victim or content.</summary>
    private bool TryObject(in Stretch s, int at, VerbFrames frames, ref FoundContent content)
    {
        int phrase = s.Grammar.BaseEnd(at, s.End);
        if (phrase == at || s.Grammar.IsAdjunct(at, s.End))
        {
            return false;
        }

        int full = s.Grammar.FullEnd(at, s.End);
        const VerbFrames Hearer = VerbFrames.ObjectThat | VerbFrames.ObjectInfinitive;
        if ((frames & Hearer) != 0)
        {
            for (int pass = 0; pass < 2; pass++)
            {
                int stop = pass == 0 ? full : phrase;
                int next = (frames & VerbFrames.ObjectThat) != 0 ? AfterAdjunct(s, stop) : stop;
                if ((frames & VerbFrames.ObjectThat) != 0 && ThatBehind(s, next) is > 0 and var that)
                {
                    next = that;
                }

                if ((frames & VerbFrames.ObjectInfinitive) != 0 && TryObjectInfinitive(s, at, stop, ref content))
                {
                    return true;
                }

                if ((frames & VerbFrames.ObjectThat) != 0 && next < s.End && !(s.Grammar.Tags[next] is PennTag.WP or PennTag.WDT or PennTag.WPS && _words.Relative.Contains(s.Grammar.Tokens[next])) && TryClause(s, next, VerbFrames.That | VerbFrames.Quote | VerbFrames.Wh, ref content))
                {
                    content.Addressee = new TokenRange(at, stop);
                    return true;
                }
            }

            if ((frames & VerbFrames.ObjectInfinitive) != 0 && s.Grammar.InfinitiveBehind(at, s.End) is > 0 and var to && TryObjectInfinitive(s, at, to, ref content))
            {
                return true;
            }

            if ((frames & VerbFrames.ObjectThat) != 0)
            {
                // "told reporters.": the words stand before the cue.
                content.Addressee = new TokenRange(at, phrase);
            }
        }

        if ((frames & (VerbFrames.ObjectOf | VerbFrames.ObjectFor)) != 0 && phrase < s.End && TryVictim(s, at, phrase, frames, ref content))
        {
            return true;
        }

        if ((frames & VerbFrames.Against) != 0 && phrase + 1 < s.End && s.Grammar.Tags[phrase] == PennTag.IN && (IsAgainst(s, phrase) || IsAbout(s, phrase)))
        {
            content.Addressee = new TokenRange(at, phrase);
            return Fill(s, at, Stop(s, phrase + 1, ContentKind.NounPhrase), ContentKind.NounPhrase, "np-against", ref content);
        }

        if ((frames & VerbFrames.As) != 0 && (s.Cue.Verb is { Class: VerbClass.Say } || (frames & VerbFrames.NounPhrase) == 0) && !TakesPredicate(s, phrase, full))
        {
            // "called the meeting for Monday", "attacked the convoy": no name is given to the object, so nothing is said of it.
            return false;
        }

        if ((frames & (VerbFrames.NounPhrase | VerbFrames.As)) == 0)
        {
            return false;
        }

        if (full + 1 < s.End && s.Cue.After == at && _words.To.Contains(s.Grammar.Tokens[at - 1]) && _words.That.Contains(s.Grammar.Tokens[full]) && s.Grammar.IsClauseAt(full + 1, s.End))
        {
            // "admitted to the committee that ships were late": whoever heard it.
            content.Addressee = new TokenRange(at, full);
            return Fill(s, full, Stop(s, full + 1, ContentKind.Clause), ContentKind.Clause, "that", ref content);
        }

        return Fill(s, at, Stop(s, at, ContentKind.NounPhrase), ContentKind.NounPhrase, "object", ref content);
    }

    /// <summary>The "that" behind phrases with prepositions: "told reporters beside his host after the talks | that"; -1 where there is none.</summary>
    private int ThatBehind(in Stretch s, int at)
    {
        for (int round = 0; round < 4 && at < s.End && s.Grammar.Tags[at] == PennTag.IN; round++)
        {
            if (_words.That.Contains(s.Grammar.Tokens[at]))
            {
                return at;
            }

            int next = s.Grammar.FullEnd(at + 1, s.End);
            if (next <= at + 1)
            {
                return -1;
            }

            at = next;
        }

        return -1;
    }

    private bool TryObjectInfinitive(in Stretch s, int at, int stop, ref FoundContent content)
    {
        int verb = stop;
        while (verb < s.End && verb < stop + 3 && (s.Grammar.IsAdverb(verb) || _words.Negation.Contains(s.Grammar.Tokens[verb]) || s.Grammar.IsAdjunct(verb, s.End) && _words.Day.Contains(s.Grammar.Tokens[verb])))
        {
            verb++;
        }

        if (verb + 1 >= s.End || !_words.To.Contains(s.Grammar.Tokens[verb]) || !StartsInfinitive(s, verb + 1))
        {
            return false;
        }

        content.Addressee = new TokenRange(at, stop);
        return Fill(s, at, Stop(s, verb + 1, ContentKind.Infinitive), ContentKind.Infinitive, "object-infinitive", ref content);
    }

    private bool TryVictim(in Stretch s, int at, int phrase, VerbFrames frames, ref FoundContent content)
    {
        int prefix = phrase;
        int full = s.Grammar.FullEnd(at, s.End);
        while (full + 1 < s.End && full < at + 25 && (s.Grammar.IsComma(full) || s.Grammar.Tags[full] == PennTag.CC) && s.Grammar.Tags[full + 1].IsProper() | s.Grammar.Tags[full + 1] == PennTag.CC)
        {
            // "accused Perez, Pinto and Maldo of ..."
            full = Math.Max(full + 1, s.Grammar.FullEnd(full + 1, s.End));
        }

        for (int i = phrase; i < s.End && i <= full; i++)
        {
            bool of = (frames & VerbFrames.ObjectOf) != 0 && _words.Of.Contains(s.Grammar.Tokens[i]);
            bool of2 = (frames & VerbFrames.ObjectFor) != 0 && _words.For.Contains(s.Grammar.Tokens[i]);
            if (of || of2)
            {
                prefix = i;
                content.Addressee = new TokenRange(at, prefix);
                return Fill(s, at, Stop(s, prefix + 1, ContentKind.NounPhrase), prefix + 1 < s.End && s.Grammar.Tags[prefix + 1] == PennTag.VBG ? ContentKind.Gerund : ContentKind.NounPhrase, "victim", ref content);
            }
        }

        return false;
    }

    /// <summary>"warned us about the floods".</summary>
    private static bool IsAbout(in Stretch s, int at) => s.Grammar.Tokens[at].Length == 5 && s.Grammar.Text.Slice(s.Grammar.Tokens[at].Start, 5).Equals("about", StringComparison.OrdinalIgnoreCase);

    private bool IsAgainst(in Stretch s, int at) => s.Grammar.Tokens[at].Length == 7 && s.Grammar.Text.Slice(s.Grammar.Tokens[at].Start, 7).Equals("against", StringComparison.OrdinalIgnoreCase) || _words.Of.Contains(s.Grammar.Tokens[at]);

    /// <summary>Whether a name or description for the object follows it: "the offer a trap", "it “hasty”", "him as weak".</summary>
    private bool TakesPredicate(in Stretch s, int phrase, int full)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            int at = pass == 0 ? phrase : full;
            if (at >= s.End)
            {
                continue;
            }

            if (_words.As.Contains(s.Grammar.Tokens[at]) || s.Grammar.IsQuote(at)
                || s.Grammar.Tags[at] is PennTag.DT or PennTag.JJ or PennTag.JJR or PennTag.JJS or PennTag.PDT or PennTag.VBN or PennTag.PRPS
                || (s.Grammar.IsAdverb(at) && at + 1 < s.End && s.Grammar.Tags[at + 1].IsAdjective()))
            {
                return true;
            }
        }

        // "called it genocide": after a pronoun any noun is a name for it.
        return phrase < s.End && s.Grammar.Tags[phrase - 1] == PennTag.PRP && s.Grammar.Tags[phrase].IsNoun() && !_words.Day.Contains(s.Grammar.Tokens[phrase]);
    }

    /// <summary>Complements behind a preposition that belongs to the cue: "spoke about", "asked for", "warned against".</summary>
    private bool TryPreposition(in Stretch s, int at, VerbFrames frames, ref FoundContent content)
    {
        if (at + 1 >= s.End || s.Grammar.Tags[at] is not (PennTag.IN or PennTag.TO or PennTag.RP) || s.Grammar.IsAdjunct(at, s.End))
        {
            return false;
        }

        ReadOnlySpan<char> word = s.Grammar.Text.Slice(s.Grammar.Tokens[at].Start, s.Grammar.Tokens[at].Length);
        VerbFrames needed = word switch
        {
            "about" or "of" or "on" => VerbFrames.About,
            "for" => VerbFrames.For | VerbFrames.ForInfinitive,
            "against" => VerbFrames.Against,
            "to" => VerbFrames.Preposition | VerbFrames.ToThat,
            "with" => VerbFrames.Preposition,
            _ => VerbFrames.None,
        };
        if ((frames & needed) == 0)
        {
            return false;
        }

        int next = at + 1;
        if (word is "to" && (frames & VerbFrames.ToThat) != 0)
        {
            int hearer = s.Grammar.BaseEnd(next, s.End);
            if (hearer == next || !TryClause(s, hearer, VerbFrames.That | VerbFrames.Quote, ref content))
            {
                return false;
            }

            content.Addressee = new TokenRange(next, hearer);
            return true;
        }

        bool gerund = s.Grammar.Tags[next] == PennTag.VBG;
        bool infinitive = word is "to" && StartsInfinitive(s, next);
        if (!gerund && !infinitive && s.Grammar.BaseEnd(next, s.End) == next && s.Grammar.Tags[next] is not (PennTag.WP or PennTag.WRB))
        {
            return false;
        }

        ContentKind kind = infinitive ? ContentKind.Infinitive : gerund ? ContentKind.Gerund : ContentKind.NounPhrase;
        if (!Fill(s, infinitive ? at : next, Stop(s, next, kind), kind, "preposition", ref content))
        {
            return false;
        }

        content.CueEnd = infinitive ? 0 : next;
        return true;
    }

    /// <summary>Passives: the subject is asked, blamed or described, and the source is "by ..." or nobody.</summary>
    private bool TryPassive(in Stretch s, ref FoundContent content)
    {
        int at = s.Cue.After;
        VerbFrames frames = s.Cue.Frames;
        TokenRange patient = s.Patient;
        bool impersonal = patient.IsEmpty || (patient.Count == 1 && _words.Impersonal.Contains(s.Grammar.Tokens[patient.First]));
        bool found = false;
        if ((frames & (VerbFrames.That | VerbFrames.ObjectThat)) != 0 && at < s.End && _words.That.Contains(s.Grammar.Tokens[at]))
        {
            found = TryClause(s, at, VerbFrames.That, ref content);
            if (found && (frames & VerbFrames.ObjectThat) != 0 && !impersonal)
            {
                content.Addressee = patient;
            }

            content.Rule = "passive";
            return found && (impersonal || !s.Cue.Source.IsEmpty || (frames & VerbFrames.ObjectThat) != 0);
        }

        if (impersonal)
        {
            return false;
        }

        if ((frames & (VerbFrames.ObjectInfinitive | VerbFrames.Infinitive)) != 0)
        {
            int verb = at;
            while (verb < s.End && (s.Grammar.IsAdverb(verb) || _words.Negation.Contains(s.Grammar.Tokens[verb])))
            {
                verb++;
            }

            found = verb + 1 < s.End && _words.To.Contains(s.Grammar.Tokens[verb]) && StartsInfinitive(s, verb + 1)
                && Fill(s, at, Stop(s, verb + 1, ContentKind.Infinitive), ContentKind.Infinitive, "passive", ref content);
        }

        if (!found && at + 1 < s.End && s.Grammar.Tags[at] is PennTag.IN or PennTag.TO && !s.Grammar.IsAdjunct(at, s.End))
        {
            ReadOnlySpan<char> word = s.Grammar.Text.Slice(s.Grammar.Tokens[at].Start, s.Grammar.Tokens[at].Length);
            found = word is "of" or "for" or "as" or "over" or "against" or "about"
                && (frames & (VerbFrames.ObjectOf | VerbFrames.ObjectFor | VerbFrames.As | VerbFrames.Against | VerbFrames.NounPhrase | VerbFrames.Preposition)) != 0
                && Fill(s, at, Stop(s, at + 1, ContentKind.NounPhrase), s.Grammar.Tags[at + 1] == PennTag.VBG ? ContentKind.Gerund : ContentKind.NounPhrase, "passive", ref content);
        }

        if (found)
        {
            content.Addressee = patient;
            content.Rest = content.Main;
            content.Main = patient;
            return true;
        }

        // "The plan was rejected by Oslo": only with the agent; without one it is the reporter's narrative.
        if ((!s.Cue.Source.IsEmpty || !s.Grammar.Keeps(GuardRules.Agentless)) && (frames & VerbFrames.NounPhrase) != 0)
        {
            content.Main = patient;
            content.Kind = ContentKind.NounPhrase;
            content.Rule = "passive";
            return true;
        }

        return false;
    }
}
