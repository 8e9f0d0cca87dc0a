using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// Phrases and clauses by tags alone, without a parse: noun phrases to the left and right of a token, groups of
/// auxiliaries. A view for one document; every walk is bounded, so that hostile text costs linear time.
/// </summary>
internal readonly ref partial struct PhraseGrammar
{
    /// <summary>No phrase of real text is longer; what is, is cut here.</summary>
    private const int Reach = 60;

    public readonly ReadOnlySpan<Token> Tokens;
    public readonly ReadOnlySpan<PennTag> Tags;
    public readonly ReadOnlySpan<char> Text;
    public readonly GrammarWords Words;
    private readonly GuardRules _guards;

    public PhraseGrammar(DocumentContext document, GrammarWords words)
    {
        Tokens = document.Tokens;
        Tags = document.Tags;
        Text = document.Text;
        Words = words;
        _guards = document.Guards;
    }

    /// <summary>Whether a rule is on.</summary>
    public bool Keeps(GuardRules rule) => (_guards & rule) != 0;

    public bool IsComma(int i) => Tokens[i].Length == 1 && Text[Tokens[i].Start] == ',';

    public bool IsQuote(int i) => Tokens[i].Kind == TokenKind.Quote;

    public bool IsColon(int i) => Tokens[i].Length == 1 && Text[Tokens[i].Start] == ':';

    /// <summary>A dash between clauses; a hyphen inside a word ("last-minute") is none.</summary>
    public bool IsDash(int i) => Tokens[i].Kind == TokenKind.Punctuation && Text[Tokens[i].Start] is '-' or '–' or '—' && Tokens[i].Length <= 3
        && (Tokens[i].Length > 1 || Text[Tokens[i].Start] == '—' || Tokens[i].Is(TokenTraits.SpaceBefore));

    public bool IsStop(int i) => Tokens[i].Kind == TokenKind.Punctuation && Text[Tokens[i].Start] is '.' or '!' or '?' or '…';

    public bool IsOpen(int i) => Tokens[i].Length == 1 && Text[Tokens[i].Start] is '(' or '[';

    public bool IsClose(int i) => Tokens[i].Length == 1 && Text[Tokens[i].Start] is ')' or ']';

    public bool IsSemicolon(int i) => Tokens[i].Length == 1 && Text[Tokens[i].Start] == ';';

    public bool IsPunctuation(int i) => Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Quote;

    /// <summary>Whether token <paramref name="i"/> can end a noun phrase.</summary>
    public bool IsNominal(int i) => Tags[i] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.CD or PennTag.PRP || IsClose(i);

    public bool IsAdverb(int i) => Tags[i].IsAdverb();

    /// <summary>Auxiliaries; "May" and "Will" with a capital inside a sentence are names.</summary>
    public bool IsAuxiliary(int i) => ((Tags[i] == PennTag.MD || Words.Modal.Contains(Tokens[i])) && !(Tokens[i].Is(TokenTraits.InitialCapital) && i > 0 && Tags[i - 1].IsProper()))
        || ((Words.Be.Contains(Tokens[i]) || Words.Have.Contains(Tokens[i]) || Words.Do.Contains(Tokens[i])) && Tags[i] != PennTag.POS);

    /// <summary>
    /// Whether a finite verb stands at <paramref name="i"/>, adverbs before it allowed: "then also warned".
    /// </summary>
    public bool IsFiniteAt(int i, int end)
    {
        int verb = i;
        while (verb < end && IsAdverb(verb))
        {
            verb++;
        }

        // "smokers now exceed a billion": a plural present that the tagger takes for a bare form.
        return verb < end && (Tags[verb].IsFinite() || (Tags[verb] == PennTag.VB && i > 0 && Tags[i - 1] is PennTag.NNS or PennTag.PRP));
    }

    /// <summary>The first token of the group of auxiliaries, negations and adverbs before the verb at <paramref name="head"/>.</summary>
    public int GroupStart(int head, int first)
    {
        int start = head;
        int limit = Math.Max(first, head - 8);
        for (int i = head - 1; i >= limit; i--)
        {
            if (IsAuxiliary(i) || Words.Negation.Contains(Tokens[i]) && Tags[i] != PennTag.DT)
            {
                start = i;
            }
            else if (!IsAdverb(i))
            {
                break;
            }
            else if (Tags[i] == PennTag.RB)
            {
                start = i;
            }
        }

        return start;
    }

    /// <summary>The first token of the plain noun phrase that ends with token <paramref name="last"/>: "China 's top diplomat Wang Yi".</summary>
    public int BaseStart(int last, int first)
    {
        if (IsClose(last))
        {
            int open = last;
            int floor = Math.Max(first, last - 10);
            while (open > floor && !IsOpen(open))
            {
                open--;
            }

            return IsOpen(open) && open > first && IsNominal(open - 1) && !IsClose(open - 1) ? BaseStart(open - 1, first) : last;
        }

        if (Tags[last] is PennTag.PRP or PennTag.EX or PennTag.WP)
        {
            return last;
        }

        int start = last;
        int limit = Math.Max(first, last - Reach);
        for (int i = last - 1; i >= limit; i--)
        {
            PennTag tag = Tags[i];
            PennTag next = Tags[i + 1];
            bool opened = next is PennTag.DT or PennTag.PRPS or PennTag.PDT or PennTag.WPS;
            if (opened)
            {
                if (tag == PennTag.PDT)
                {
                    start = i;
                    continue;
                }

                break;
            }

            if (next == PennTag.POS)
            {
                if (!tag.IsNoun())
                {
                    break;
                }

                start = i;
                continue;
            }

            bool takes = tag switch
            {
                PennTag.NNS => next is not (PennTag.NNP or PennTag.DT),
                PennTag.NN or PennTag.NNP or PennTag.NNPS => !Words.Day.Contains(Tokens[i]),
                PennTag.JJ or PennTag.JJR or PennTag.JJS or PennTag.CD or PennTag.POS or PennTag.DT or PennTag.PDT or PennTag.PRPS
                    or PennTag.WPS or PennTag.Dollar or PennTag.HYPH or PennTag.AFX => true,
                // "a newly signed pact", but "they also raised concerns".
                PennTag.VBN or PennTag.VBG => i > limit && (Tags[i - 1] is PennTag.DT or PennTag.JJ or PennTag.PRPS or PennTag.POS || (Tags[i - 1] == PennTag.RB && i - 1 > limit && Tags[i - 2] is PennTag.DT or PennTag.PRPS or PennTag.POS)),
                PennTag.RB or PennTag.RBS or PennTag.RBR => next.IsAdjective() && i > limit && Tags[i - 1] is PennTag.DT or PennTag.PRPS or PennTag.POS,
                PennTag.CC => next.IsAdjective() && i > limit && Tags[i - 1].IsAdjective(),
                _ => false,
            };
            if (!takes)
            {
                break;
            }

            start = i;
        }

        return start;
    }

    /// <summary>Just behind the plain noun phrase that starts at <paramref name="start"/>; <paramref name="start"/> where there is none.</summary>
    public int BaseEnd(int start, int end)
    {
        int limit = Math.Min(end, start + Reach);
        int last = start;
        int i = start;
        bool quoted = false;
        if (i < limit && IsQuote(i))
        {
            i++;
        }

        if (i < limit && Tags[i] is PennTag.PRP or PennTag.EX)
        {
            return i + 1;
        }

        for (; i < limit; i++)
        {
            PennTag tag = Tags[i];
            if (tag.IsNoun() || tag == PennTag.CD)
            {
                last = i + 1;
            }
            else if (tag is PennTag.DT or PennTag.PDT or PennTag.PRPS or PennTag.WPS)
            {
                if (last > start || (i > start && Tags[i - 1] is not (PennTag.PDT or PennTag.DT or PennTag.OpenQuote) && !IsQuote(i - 1)))
                {
                    break;
                }
            }
            else if (tag == PennTag.POS)
            {
                if (last != i)
                {
                    break;
                }
            }
            else if (tag.IsAdjective() || tag is PennTag.HYPH or PennTag.Dollar or PennTag.AFX)
            {
                continue;
            }
            else if (tag is PennTag.VBN or PennTag.VBG)
            {
                if (i + 1 >= limit || !(Tags[i + 1].IsNoun() || Tags[i + 1].IsAdjective()) || (last == i && (i > start || tag == PennTag.VBG)))
                {
                    break;
                }
            }
            else if (tag == PennTag.CC)
            {
                bool adjectives = i > start && i + 1 < limit && Tags[i - 1].IsAdjective() && Tags[i + 1].IsAdjective();
                if (!adjectives)
                {
                    break;
                }
            }
            else if (tag is PennTag.RB or PennTag.RBR or PennTag.RBS)
            {
                bool comparative = (tag == PennTag.RBR || Words.Further.Contains(Tokens[i])) && i + 1 < limit && Tags[i + 1].IsNoun();
                if (i + 1 >= limit || !(comparative || Tags[i + 1].IsAdjective() || Tags[i + 1] is PennTag.CD or PennTag.VBN) || (last == i && i > start))
                {
                    break;
                }
            }
            else if (IsOpen(i) && last == i)
            {
                int close = i + 1;
                while (close < limit && close < i + 8 && !IsClose(close))
                {
                    close++;
                }

                if (close >= limit || !IsClose(close))
                {
                    break;
                }

                last = close + 1;
                i = close;
            }
            else if (IsQuote(i) && (quoted || last != i) && i + 1 < limit && (Tags[i + 1].IsNoun() || Tags[i + 1].IsAdjective()))
            {
                // A scare quote inside the phrase: the "observer" mission. Behind a noun it is something said of it.
                quoted = true;
                continue;
            }
            else
            {
                // "accused its “security apparatus” of": the mark that closes belongs to the phrase.
                last += quoted && last == i && IsQuote(i) ? 1 : 0;
                break;
            }
        }

        // "this", "all", "the former" stand alone.
        if (last == start && i > start && !IsQuote(i - 1))
        {
            return i;
        }

        return last;
    }

    /// <summary>Just behind the noun phrase with its prepositional phrases and coordinated nouns; <paramref name="start"/> where there is none.</summary>
    public int FullEnd(int start, int end)
    {
        int last = BaseEnd(start, end);
        int limit = Math.Min(end, start + Reach);
        while (last > start && last + 1 < limit)
        {
            int next;
            if (Tags[last] is PennTag.IN or PennTag.TO && !Words.Complementizer.Contains(Tokens[last]) && !IsAdjunct(last, limit))
            {
                next = BaseEnd(last + 1, limit);
                if (next == last + 1)
                {
                    break;
                }
            }
            else if (Tags[last] == PennTag.CC && !Words.Negation.Contains(Tokens[last]))
            {
                next = BaseEnd(last + 1, limit);
                if (next == last + 1 || IsFiniteAt(next, limit) && Tags[last + 1] == PennTag.PRP)
                {
                    break;
                }
            }
            else if (Tags[last] == PennTag.POS)
            {
                next = BaseEnd(last + 1, limit);
                if (next == last + 1)
                {
                    break;
                }
            }
            else
            {
                break;
            }

            last = next;
        }

        return last;
    }

    /// <summary>
    /// The "to" of the infinitive behind the object that starts at <paramref name="start"/>, appositions and relative clauses between
    /// allowed ("citizens in the capital, Lima, | to stay", "the banks that lend to them | to act"); -1 where there is none.
    /// </summary>
    public int InfinitiveBehind(int start, int end)
    {
        int limit = Math.Min(end - 1, start + 30);
        int relatives = 0;
        int commas = 0;
        for (int i = start; i < limit; i++)
        {
            if (Words.To.Contains(Tokens[i]) && (Tags[i + 1] == PennTag.VB || Words.Negation.Contains(Tokens[i + 1])) && !(i > start && Words.Have.Contains(Tokens[i - 1])))
            {
                return (commas & 1) == 0 && i > start ? i : -1;
            }

            if (IsComma(i))
            {
                commas++;
            }
            else if (Tags[i] is PennTag.WDT or PennTag.WP)
            {
                relatives++;
            }
            else if (Tags[i].IsFinite() ? relatives-- <= 0 : (IsStop(i) && Tokens[i].Length == 1) || IsSemicolon(i) || IsColon(i) || IsQuote(i) || (Words.That.Contains(Tokens[i]) && Tags[i] == PennTag.IN))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether when, where or how a thing was said starts at <paramref name="i"/>: "on Monday", "in a statement",
    /// "Tuesday", "at a news conference".
    /// </summary>
    public bool IsAdjunct(int i, int end)
    {
        if (Words.Day.Contains(Tokens[i]))
        {
            return true;
        }

        if (i + 1 < end && Words.Lapse.Contains(Tokens[i]) && (Words.Period.Contains(Tokens[i + 1]) || Words.Day.Contains(Tokens[i + 1])))
        {
            return i + 2 >= end || Tags[i + 2] != PennTag.POS;
        }

        if (Tags[i] != PennTag.IN || Words.Of.Contains(Tokens[i]))
        {
            // "the theme of this year's session": a part of the phrase.
            return false;
        }

        int limit = Math.Min(end, i + 5);
        for (int k = i + 1; k < limit; k++)
        {
            if (Words.Day.Contains(Tokens[k]) || (k > i + 1 && Words.Period.Contains(Tokens[k])) || Words.Month.Contains(Tokens[k]) && Tokens[k].Is(TokenTraits.InitialCapital))
            {
                return true;
            }

            if (Words.Occasion.Contains(Tokens[k]))
            {
                return Tags[i + 1] is not (PennTag.PRPS or PennTag.NNP) || Words.In.Contains(Tokens[i]);
            }

            if (Tags[k] is not (PennTag.DT or PennTag.JJ or PennTag.JJS or PennTag.JJR or PennTag.NN or PennTag.NNP or PennTag.PRPS or PennTag.POS or PennTag.VBN or PennTag.CD))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a clause with a subject of its own starts at <paramref name="i"/>: noun phrase, then finite verb.</summary>
    public bool IsClauseAt(int i, int end)
    {
        while (i < end && (IsQuote(i) || IsAdverb(i) || Tags[i] == PennTag.CC))
        {
            i++;
        }

        if (i >= end)
        {
            return false;
        }

        if (Tags[i] is PennTag.EX)
        {
            return true;
        }

        int subject = FullEnd(i, end);
        return subject > i && (IsFiniteAt(subject, end) || FiniteBehindAside(subject, end));
    }

    /// <summary>"the council, which is to keep the peace, | has failed": a finite verb behind what stands between two commas.</summary>
    private bool FiniteBehindAside(int comma, int end)
    {
        if (comma + 2 >= end || !IsComma(comma) || Tags[comma + 1] is not (PennTag.WDT or PennTag.WP or PennTag.WPS or PennTag.VBN or PennTag.VBG or PennTag.DT or PennTag.NNP))
        {
            return false;
        }

        int limit = Math.Min(end - 1, comma + 20);
        for (int i = comma + 2; i < limit; i++)
        {
            if (IsComma(i))
            {
                return IsFiniteAt(i + 1, end);
            }

            if (IsStop(i) || IsSemicolon(i) || IsQuote(i) || IsColon(i))
            {
                return false;
            }
        }

        return false;
    }
}
