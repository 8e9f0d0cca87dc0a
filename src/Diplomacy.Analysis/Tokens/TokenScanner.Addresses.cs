namespace Diplomacy.Analysis.Tokens;

/// <summary>Web and e-mail addresses, handles, hashtags.</summary>
internal ref partial struct TokenScanner
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;

    /// <summary>An address to the end of its stretch, without the sentence's punctuation behind it.</summary>
    private void WebAddress(int start)
    {
        int end = start;
        int open = 0;
        while (end < _text.Length)
        {
            char c = _text[end];
            CharClass kind = _classes[c];
            if ((kind & (CharClass.Space | CharClass.Ideograph)) != 0 || kind == CharClass.None || c is '<' or '>' or '"' or '|' || ((kind & CharClass.Quote) != 0 && c != '\''))
            {
                break;
            }

            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            end++;
        }

        while (end > start + 1)
        {
            char c = _text[end - 1];
            if (c is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '}' or '*' or '\u2026' || (c == ')' && open < 0))
            {
                open += c == ')' ? 1 : 0;
                end--;
            }
            else
            {
                break;
            }
        }

        Emit(start, end, TokenKind.Address, TokenTraits.None);
    }

    /// <summary>An e-mail address whose local part starts here. Looks at no more than the longest local part.</summary>
    private bool Email(int start)
    {
        if (_nextAtSign < start)
        {
            int next = _text[start..].IndexOf('@');
            _nextAtSign = next < 0 ? -1 : start + next;
        }

        int sign = _nextAtSign;
        if (sign < 0 || sign - start > LongestLocalPart || !IsWordAt(sign + 1))
        {
            return false;
        }

        for (int i = start; i < sign; i++)
        {
            if (!IsWordAt(i) && _text[i] is not ('.' or '_' or '-' or '+' or '%'))
            {
                return false;
            }
        }

        int end = sign + 1;
        while (IsWordAt(end) || (Peek(end) is '.' or '-' && IsWordAt(end + 1)))
        {
            end++;
        }

        Emit(start, end, TokenKind.Address, TokenTraits.None);
        return true;
    }

    /// <summary>
    /// A host name without scheme ("example.org/path"): its last label must be a known domain or file ending. Where it is
    /// not, the stretch is remembered, so that "a1.a2.a3..." is looked at once.
    /// </summary>
    private bool Domain(int start, int period)
    {
        int label = period + 1;
        int end = label;
        while (end < start + LongestDomain)
        {
            if (IsAt(end, CharClass.Word) || (Peek(end) == '-' && IsWordAt(end + 1)))
            {
                end++;
            }
            else if (Peek(end) == '.' && IsWordAt(end + 1))
            {
                label = ++end;
            }
            else
            {
                break;
            }
        }

        // "the plan.In March": a capital or a sentence's first word behind the period is no domain.
        if (end - label is < 2 or > 5 || !IsDomain(Find(label, end), end) || (Peek(end) == '\'' && IsWordAt(end + 1)))
        {
            _noDomainBefore = end;
            return false;
        }

        if (Peek(end) == '/' && IsWordAt(end + 1))
        {
            WebAddress(start);
        }
        else
        {
            Emit(start, end, TokenKind.Address, TokenTraits.None);
        }

        return true;
    }

    /// <summary>
    /// Whether the label ends a host name; one that is an English word too ("in", "is") needs a path or "www." beside it,
    /// for "the plan.in March" is a typing error.
    /// </summary>
    private readonly bool IsDomain(int lexeme, int end) =>
        _rules.Domains.Contains(lexeme) && (!_rules.WordDomains.Contains(lexeme) || (Peek(end) == '/' && IsWordAt(end + 1)));

    /// <summary>A handle or hashtag.</summary>
    private void Handle(int start)
    {
        int end = start + 1;
        while (IsWordAt(end) || Peek(end) == '_')
        {
            end++;
        }

        Emit(start, end, TokenKind.Address, TokenTraits.None);
    }
}
