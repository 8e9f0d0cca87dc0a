namespace Diplomacy.Analysis.Tokens;

/// <summary>Tokens that start with a digit (or with a sign or period before one).</summary>
internal ref partial struct TokenScanner
{
    /// <summary>
    /// A number with its separators: 1,000.50, 12:30, 9/11, 2021-02-22, 713-555-0100, 21st, 1990s. A single hyphen between
    /// numbers is a token (2003-04 is 2003 - 04), as are units behind money ($5bn) and the clock's am and pm.
    /// </summary>
    private void Number(int start, int digits = -1)
    {
        int end = digits < 0 ? start : digits;
        bool hyphened = false;
        while (true)
        {
            int group = end;
            while (IsAt(end, CharClass.Digit))
            {
                end++;
            }

            char c = Peek(end);
            if (!IsAt(end + 1, CharClass.Digit))
            {
                break;
            }

            if (c is '.' or ':' or '/' or '\u2044' || (c == ',' && IsThousands(end)))
            {
                end++;
                continue;
            }

            if ((_classes[c] & CharClass.Hyphen) != 0 && (hyphened || IsHyphenedNumber(group, end)))
            {
                hyphened = true;
                end++;
                continue;
            }

            break;
        }

        int number = end;
        if (IsAt(end, CharClass.AnyLetter))
        {
            end = RunEnd(end);
            int suffix = FindLower(number, end);
            bool money = _tokens.Count > 0 && _tokens[_tokens.Count - 1].Kind == TokenKind.Symbol && (_gap & TokenTraits.LineBreakBefore) == 0;
            if (_rules.ClockMarks.Contains(suffix) || (money && _rules.MoneyMarks.Contains(suffix)))
            {
                end = number;
            }
            else if (end - number == 1 && (Peek(number) | 0x20) is 'a' or 'p' && Peek(end) == '.' && (Peek(end + 1) | 0x20) == 'm')
            {
                // "10p.m."
                end = number;
            }
            else
            {
                TokenKind kind = _rules.Ordinals.Contains(suffix) ? TokenKind.Number : TokenKind.Word;
                Emit(start, end, kind, TokenTraits.None);
                return;
            }
        }

        // The label of a list's line: "1. Withdraw the troops".
        if (Peek(end) == '.' && end - start <= 4 && ((_gap & TokenTraits.LineBreakBefore) != 0 || _tokens.Count == 0) && IsGapAt(end + 1) && !hyphened)
        {
            int next = end + 1;
            while (next < end + 8 && IsAt(next, CharClass.Space) && !IsAt(next, CharClass.LineEnd))
            {
                next++;
            }

            if (IsAt(next, CharClass.AnyLetter | CharClass.Quote))
            {
                end++;
            }
        }

        Emit(start, end, TokenKind.Number, TokenTraits.None);
    }

    /// <summary>Three digits behind the comma, or two before such a group ("1,00,000"); "[3,4]" is two numbers.</summary>
    private readonly bool IsThousands(int comma)
    {
        int end = comma + 1;
        while (end < comma + 5 && IsAt(end, CharClass.Digit))
        {
            end++;
        }

        return end - comma == 4 || (end - comma == 3 && Peek(end) == ',' && IsAt(end + 1, CharClass.Digit) && IsAt(end + 2, CharClass.Digit) && IsAt(end + 3, CharClass.Digit) && !IsAt(end + 4, CharClass.Digit));
    }

    /// <summary>Telephone numbers (three and four digits) and what has two hyphens, such as dates.</summary>
    private readonly bool IsHyphenedNumber(int group, int hyphen)
    {
        int end = hyphen + 1;
        while (end < hyphen + 6 && IsAt(end, CharClass.Digit))
        {
            end++;
        }

        return (IsAt(end, CharClass.Hyphen) && IsAt(end + 1, CharClass.Digit)) || (hyphen - group == 3 && end - hyphen == 5 && !IsWordAt(end));
    }
}
