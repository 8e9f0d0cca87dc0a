namespace Diplomacy.Analysis.Tokens;

/// <summary>Tokens that start with a letter.</summary>
internal ref partial struct TokenScanner
{
    /// <summary>
    /// A word with what belongs to it: inner apostrophes (O'Connor), the hyphen behind a prefix (pro-European), the
    /// ampersand of R&amp;D, the period of an abbreviation; clitics come off (do|n't, he|'s).
    /// </summary>
    private void Word(int start)
    {
        if (_nextAtSign >= 0 && Email(start))
        {
            return;
        }

        if (IsAt(start, CharClass.Ideograph))
        {
            int last = start + 1;
            while (IsAt(last, CharClass.Ideograph | CharClass.Mark))
            {
                last++;
            }

            Emit(start, last, TokenKind.Word, TokenTraits.None);
            return;
        }

        int end = start;
        while (true)
        {
            end = RunEnd(end);
            char c = Peek(end);
            CharClass kind = _classes[c];
            if ((kind & CharClass.Space) != 0 || c == ',')
            {
                break;
            }

            if (c == '.')
            {
                if (Period(start, end))
                {
                    return;
                }

                break;
            }

            if ((kind & CharClass.Hyphen) != 0)
            {
                if (!IsPrefix(start, end))
                {
                    break;
                }

                end++;
                continue;
            }

            if ((kind & CharClass.Quote) != 0 && CharClasses.IsApostrophe(c) && IsAt(end + 1, CharClass.AnyLetter))
            {
                int head = Clitic(end, out int cliticEnd);
                if (head > start)
                {
                    Emit(start, head, TokenKind.Word, TokenTraits.None);
                    Emit(head, cliticEnd, TokenKind.Word, TokenTraits.Clitic);
                    return;
                }

                if (head == start)
                {
                    break;
                }

                if (_text[start] is 'y' or 'Y' && end == start + 1 && cliticEnd - end == 4 && FindLower(end + 1, cliticEnd) == _rules.All)
                {
                    Emit(start, end + 1, TokenKind.Word, TokenTraits.None);
                    Emit(end + 1, cliticEnd, TokenKind.Word, TokenTraits.Clitic);
                    return;
                }

                end++;
                continue;
            }

            if (c == '&' && end - start <= 4 && IsAt(end - 1, CharClass.Upper) && IsAt(end + 1, CharClass.Upper))
            {
                end++;
                continue;
            }

            if (c == '_' && IsWordAt(end + 1))
            {
                end++;
                continue;
            }

            if (c == '$' && end - start <= 3 && IsAt(end - 1, CharClass.Upper) && IsAt(end + 1, CharClass.Digit))
            {
                // "US$ 5bn", "HK$100"
                Emit(start, end + 1, TokenKind.Symbol, TokenTraits.None);
                return;
            }

            if (c == ':' && Peek(end + 1) == '/' && Peek(end + 2) == '/' && end - start is >= 2 and <= 10)
            {
                WebAddress(start);
                return;
            }

            break;
        }

        Emit(start, Math.Max(end, start + 1), TokenKind.Word, TokenTraits.None);
    }

    /// <summary>Behind the letters, digits and marks that start at <paramref name="at"/>; ideographs end a run.</summary>
    private readonly int RunEnd(int at)
    {
        ReadOnlySpan<char> text = _text;
        while (at < text.Length)
        {
            CharClass kind = _classes[text[at]];
            if ((kind & CharClass.Word) != 0)
            {
                if ((kind & CharClass.Ideograph) != 0)
                {
                    break;
                }

                at++;
            }
            else if ((kind & CharClass.Surrogate) != 0 && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(Peek(at + 1))
                && (CharClasses.OfPair(text[at], text[at + 1]) & CharClass.Word) != 0)
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>
    /// Where a clitic starts whose apostrophe stands at <paramref name="mark"/>: 's, 'm, 'd, 'll, 're, 've at the mark,
    /// n't one letter before it; -1 where what follows belongs to the word (O'Connor, Xi'an). Gives the clitic's end,
    /// or, with -1, the end of the letters behind the mark (looked at up to a bound).
    /// </summary>
    private readonly int Clitic(int mark, out int end)
    {
        int first = mark + 1;
        end = first;
        while (end < first + 5 && IsWordAt(end))
        {
            end++;
        }

        char a = (char)(_text[first] | 0x20);
        char b = end - first > 1 ? (char)(_text[first + 1] | 0x20) : '\0';
        switch (end - first)
        {
            case 1 when a is 's' or 'm' or 'd':
            case 2 when (a, b) is ('l', 'l') or ('r', 'e') or ('v', 'e'):
                return mark;
            case 1 when a == 't' && (Peek(mark - 1) | 0x20) == 'n':
                return mark - 1;
            default:
                return -1;
        }
    }

    private readonly bool IsPrefix(int start, int end)
    {
        if (end - start > 7 || !IsAt(end + 1, CharClass.AnyLetter | CharClass.Digit))
        {
            return false;
        }

        int id = FindLower(start, end);

        // "mid-1980s" is one token; "post-9/11" is not.
        return IsAt(end + 1, CharClass.Digit) ? id == _rules.Mid : _rules.Prefixes.Contains(id);
    }

    /// <summary>A period right behind the word <c>[start, end)</c>. Emits and returns true where it belongs to the token.</summary>
    private bool Period(int start, int end)
    {
        bool glued = IsWordAt(end + 1);
        if (glued)
        {
            int letters = Initialism(start, end);
            if (letters > 0)
            {
                Emit(start, letters, TokenKind.Word, TokenTraits.None);
                return true;
            }

            if (end - start == 3 && FindLower(start, end) == _rules.Www)
            {
                WebAddress(start);
                return true;
            }

            if (end >= _noDomainBefore && Domain(start, end))
            {
                return true;
            }
        }

        if (!TakesPeriod(start, end, glued))
        {
            return false;
        }

        Emit(start, end + 1, TokenKind.Word, TokenTraits.None);
        return true;
    }

    /// <summary>
    /// The end of letters with periods ("U.S.", "a.m.", "Ph.D.", "U.S" without the last one), or 0. All parts are single
    /// letters but for one of two ("M.Sc."), so a failure looks only a few characters ahead.
    /// </summary>
    private readonly int Initialism(int start, int end)
    {
        int parts = 1;
        int pairs = end - start == 2 ? 1 : 0;
        if (end - start > 2 || !IsAt(start, CharClass.AnyLetter) || !IsAt(end - 1, CharClass.AnyLetter))
        {
            return 0;
        }

        int period = end;
        while (true)
        {
            int first = period + 1;
            int last = first;
            while (last < first + 3 && IsAt(last, CharClass.AnyLetter))
            {
                last++;
            }

            int length = last - first;
            if (length is 0 or > 2 || IsAt(last, CharClass.Digit) || (length == 2 && (pairs > 0 || Peek(last) != '.')))
            {
                return parts > 1 ? period + 1 : 0;
            }

            if (Peek(last) != '.')
            {
                // "U.S" at the end, but not "U.S.A'"; a lower-case pair ("e.g") is one as well.
                return pairs == 0 && !IsWordAt(last) && !CharClasses.IsApostrophe(Peek(last)) && parts > 0 ? last : parts > 1 ? period + 1 : 0;
            }

            pairs += length - 1;
            parts++;
            period = last;
        }
    }

    /// <summary>Whether the period at <paramref name="period"/> belongs to the abbreviation before it.</summary>
    private readonly bool TakesPeriod(int start, int period, bool glued)
    {
        int next = period + 1;
        while (next < period + 8 && IsAt(next, CharClass.Space) && !IsAt(next, CharClass.LineEnd))
        {
            next++;
        }

        bool lineEnd = next >= _text.Length || IsAt(next, CharClass.LineEnd);
        if (Peek(period + 1) == '.' && Peek(period + 2) == '.')
        {
            return false;
        }

        if (period - start == 1 && IsAt(start, CharClass.Upper))
        {
            return TakesInitialPeriod(start, next, lineEnd);
        }

        if (period - start > 10)
        {
            return false;
        }

        switch (_rules.AbbreviationOf(Find(start, period)))
        {
            case AbbreviationKind.Title:
            case AbbreviationKind.Inner:
            case AbbreviationKind.Final:
            case AbbreviationKind.Month:
                return true;
            case AbbreviationKind.Number:
                return IsAt(next, CharClass.Digit) || Peek(next) == '\u00A7' || IsRoman(next);
            case AbbreviationKind.Guarded:
                return !glued && (Peek(period + 1) is ',' or ';' or ')' || (!lineEnd && IsAt(next, CharClass.Lower | CharClass.Digit)));
            case AbbreviationKind.Place:
                return !glued && _tokens.Count > 0 && _text[_tokens[_tokens.Count - 1].Start] == ',';
            default:
                return false;
        }
    }

    /// <summary>
    /// "Albert I. Jones" and "J. Smith" hold an initial, "Plan B. It failed" and "you and I. Did you" the end of a sentence.
    /// </summary>
    private readonly bool TakesInitialPeriod(int start, int next, bool lineEnd)
    {
        if (lineEnd)
        {
            return false;
        }

        bool afterName = _tokens.Count > 0 && _tokens[_tokens.Count - 1].Is(TokenTraits.InitialCapital) && (_gap & TokenTraits.LineBreakBefore) == 0;
        if (IsAt(next, CharClass.Upper))
        {
            if (_text[start] == 'I' && !afterName)
            {
                return false;
            }

            int end = next;
            while (end < next + 14 && IsAt(end, CharClass.AnyLetter))
            {
                end++;
            }

            return !_rules.Starters.Contains(FindLower(next, end));
        }

        return IsAt(next, CharClass.Lower) ? afterName && _text[start] != 'I' : Peek(next) is ',' or '-' or '\'' or '\u2019' or '\u2010' or '\u2011';
    }

    private readonly bool IsRoman(int at)
    {
        int end = at;
        while (end < at + 6 && IsAt(end, CharClass.Upper))
        {
            end++;
        }

        return end > at && !IsWordAt(end) && _rules.Roman.Contains(FindLower(at, end));
    }
}
