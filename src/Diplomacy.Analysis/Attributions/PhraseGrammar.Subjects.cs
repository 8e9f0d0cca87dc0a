using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>Subjects: the full noun phrase to the left of a verb.</summary>
internal readonly ref partial struct PhraseGrammar
{
    /// <summary>
    /// The first token of the subject that ends with token <paramref name="last"/>: prepositional phrases, coordination
    /// and reduced relative clauses included ("officials familiar with the talks in Geneva").
    /// </summary>
    public int SubjectStart(int last, int first)
    {
        int start = BaseStart(last, first);
        int floor = Math.Max(first, last - Reach);
        bool coordinated = false;
        while (start - 1 > floor)
        {
            int before = start - 1;
            int head;
            if (Tags[before] is PennTag.IN or PennTag.TO && !Words.Complementizer.Contains(Tokens[before]))
            {
                if (IsNominal(before - 1) && Tags[before - 1] != PennTag.PRP)
                {
                    head = before - 1;
                }
                else if (before - 2 >= floor && Tags[before - 1] is PennTag.VBN or PennTag.JJ or PennTag.VBG && IsNominal(before - 2))
                {
                    head = before - 2;
                }
                else if (Words.Of.Contains(Tokens[before]) && Tags[before - 1] is PennTag.DT or PennTag.CD or PennTag.JJ or PennTag.JJS or PennTag.RB)
                {
                    head = before - 1;
                }
                else
                {
                    break;
                }
            }
            else if (Tags[before] == PennTag.CC && Words.Coordination.Contains(Tokens[before]) && !coordinated)
            {
                int left = before - 1;
                if (IsComma(left) && left > floor)
                {
                    left--;
                }

                // "condemned the raid and Wang said": the noun before "and" belongs to a verb of its own.
                if (!IsNominal(left) || HasFiniteBefore(left, floor))
                {
                    break;
                }

                head = left;
                coordinated = true;
            }
            else if (IsComma(before) && coordinated && IsNominal(before - 1) && !HasFiniteBefore(before - 1, floor))
            {
                head = before - 1;
            }
            else if (IsRelativeBefore(before, floor, out head))
            {
            }
            else if (Tags[start] == PennTag.DT && start > floor && Tokens[start].Is(Diplomacy.Analysis.Tokens.TokenTraits.InitialCapital) && Tags[start + 1].IsProper() && Tags[before] is PennTag.NN)
            {
                // "the director of the advocacy group The Open Door".
                head = before;
            }
            else
            {
                break;
            }

            start = BaseStart(head, floor);
        }

        return start;
    }

    /// <summary>Whether a finite verb stands between <paramref name="i"/> and the start of its clause to the left.</summary>
    public bool HasFiniteBefore(int i, int floor)
    {
        for (; i >= floor; i--)
        {
            if (Tags[i].IsFinite())
            {
                return true;
            }

            if (IsComma(i) || IsSemicolon(i) || IsQuote(i) || IsColon(i) || Words.That.Contains(Tokens[i]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a relative clause ends at <paramref name="at"/> ("ministers who attended [the summit]"); gives the noun before it.
    /// </summary>
    private bool IsRelativeBefore(int at, int floor, out int head)
    {
        head = -1;
        if (!Tags[at].IsVerb() && Tags[at] is not (PennTag.IN or PennTag.TO))
        {
            return false;
        }

        for (int i = at; i > floor && i > at - 12; i--)
        {
            if (IsComma(i) || IsQuote(i) || IsSemicolon(i))
            {
                return false;
            }

            if (Tags[i] is PennTag.WP or PennTag.WDT)
            {
                head = i - 1;
                return IsNominal(head);
            }
        }

        return false;
    }

    /// <summary>
    /// The subject before a comma that closes an apposition ("Wang Yi, the foreign minister, | said"); <paramref name="comma"/>
    /// is the closing comma. The range includes it, as PolNeAR has it. Empty where no apposition ends here.
    /// </summary>
    public TokenRange AppositionSubject(int comma, int first)
    {
        int floor = Math.Max(first, comma - Reach);
        int end = comma;
        for (int round = 0; round < 5; round++)
        {
            int open = end - 1;
            while (open >= floor && !IsComma(open) && !IsSemicolon(open) && !IsQuote(open))
            {
                open--;
            }

            if (open < floor || !IsComma(open) || open == end - 1 || open == first)
            {
                return default;
            }

            int head = open - 1;
            PennTag lead = Tags[open + 1];

            // "Ivan Petrov, 59, of Omsk, Russia, said": ages, places and relative clauses lead on to the next comma.
            bool modifier = lead is PennTag.CD or PennTag.IN or PennTag.VBN
                || (end - open <= 3 && Tags[open + 1] == PennTag.NNP && open - 1 >= floor && HasPrepositionBefore(open, floor));
            if (!IsNominal(head))
            {
                return default;
            }

            bool apposition = modifier || lead is PennTag.WP or PennTag.WDT or PennTag.WPS or PennTag.DT or PennTag.NN or PennTag.NNS or PennTag.NNP
                or PennTag.NNPS or PennTag.JJ or PennTag.JJS or PennTag.PRPS or PennTag.VBG or PennTag.RB or PennTag.CC;
            if (!apposition)
            {
                return default;
            }

            if (modifier && OpensSegment(open, floor))
            {
                end = open;
                continue;
            }

            int start = SubjectStart(head, first);
            bool adverbial = lead is PennTag.VBG or PennTag.RB || (lead == PennTag.IN && !Words.Of.Contains(Tokens[open + 1]) && !Words.From.Contains(Tokens[open + 1]));
            if (adverbial)
            {
                // "Novak, speaking in Oslo, said": when and where are no part of who.
                return new TokenRange(start, open);
            }

            if (start - 2 >= floor && IsComma(start - 1) && Tags[start - 2].IsProper() && lead is PennTag.WDT or PennTag.WP or PennTag.DT or PennTag.NN && !Tags[start].IsProper())
            {
                // "Novak, head of the union, which runs the port, said".
                start = SubjectStart(start - 2, first);
            }

            return new TokenRange(start, comma + 1);
        }

        return default;
    }

    private bool HasPrepositionBefore(int at, int floor)
    {
        for (int i = at - 1; i >= floor && i > at - 5; i--)
        {
            if (Tags[i] == PennTag.IN)
            {
                return true;
            }

            if (!Tags[i].IsProper())
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the stretch before the comma at <paramref name="comma"/> is itself a modifier behind a comma.</summary>
    private bool OpensSegment(int comma, int floor)
    {
        for (int i = comma - 1; i >= floor && i > comma - 8; i--)
        {
            if (IsComma(i))
            {
                return Tags[i + 1] is PennTag.CD or PennTag.IN or PennTag.VBN;
            }

            if (Tags[i].IsFinite())
            {
                return false;
            }
        }

        return false;
    }
}
