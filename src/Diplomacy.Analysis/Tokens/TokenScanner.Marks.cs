namespace Diplomacy.Analysis.Tokens;

/// <summary>Punctuation, symbols and quotation marks.</summary>
internal ref partial struct TokenScanner
{
    private void Mark(char c, CharClass kind)
    {
        int start = _at;
        TokenKind token = (kind & CharClass.Symbol) != 0 ? TokenKind.Symbol : TokenKind.Punctuation;
        int end = start + 1;
        bool gap = (_gap & TokenTraits.SpaceBefore) != 0;
        switch (c)
        {
            case '.' or '\u2026':
                while (Peek(end) is '.' or '\u2026')
                {
                    end++;
                }

                if (end == start + 1 && c == '.' && IsAt(end, CharClass.Digit) && (gap || _tokens.Count == 0 || _tokens[_tokens.Count - 1].Kind >= TokenKind.Symbol))
                {
                    Number(start, end);
                    return;
                }

                break;
            case '!' or '?':
                while (Peek(end) is '!' or '?')
                {
                    end++;
                }

                break;
            case ':' or ';' or '=' when gap && Emoticon(start) is > 0 and int face:
                Emit(start, face, TokenKind.Symbol, TokenTraits.None);
                return;
            case '+' when gap && IsAt(end, CharClass.Digit):
                Number(start, end);
                return;
            case '-' or '=' or '+' or '*' or '_' or '~' or '#' or '<' or '>' or '|' or '\u2014' or '\u2500':
                while (Peek(end) == c)
                {
                    end++;
                }

                if (c == '#' && end == start + 1 && gap && IsAt(end, CharClass.AnyLetter))
                {
                    Handle(start);
                    return;
                }

                break;
            case '@' when (gap || !IsWordAt(start - 1)) && (IsWordAt(end) || Peek(end) == '_'):
                Handle(start);
                return;
        }

        Emit(start, end, token, TokenTraits.None);
    }

    /// <summary>End of a face such as <c>:-)</c> that stands alone, or 0.</summary>
    private readonly int Emoticon(int start)
    {
        int mouth = start + 1;
        if (Peek(mouth) is '-' or 'o' or '^' && Peek(mouth + 1) is ')' or '(' or 'D' or 'P' or '/' or '|')
        {
            mouth++;
        }

        return Peek(mouth) is ')' or '(' or 'D' or 'P' && !IsWordAt(mouth + 1) && IsGapAt(mouth + 1) ? mouth + 1 : 0;
    }

    private void Quote(char c)
    {
        int start = _at;
        bool gap = (_gap & TokenTraits.SpaceBefore) != 0;
        if (!CharClasses.IsApostrophe(c))
        {
            Emit(start, start + 1, TokenKind.Quote, TokenTraits.None);
            return;
        }

        // Double marks typed as two single ones: ``so''.
        if (c is '\'' or '`' or '\u2018' or '\u2019' && Peek(start + 1) == c)
        {
            Emit(start, start + 2, TokenKind.Quote, TokenTraits.None);
            return;
        }

        if (!gap && _tokens.Count > 0)
        {
            ref Token before = ref _tokens[_tokens.Count - 1];
            bool word = before.Kind is TokenKind.Word or TokenKind.Number;
            if (word && IsAt(start + 1, CharClass.AnyLetter) && Clitic(start, out int cliticEnd) == start)
            {
                // Behind what is no plain run of letters: "U.S.'s", "1990's", "would|n't|'ve".
                Emit(start, cliticEnd, TokenKind.Word, TokenTraits.Clitic);
                return;
            }

            if (word && c == '\u2019' && !_openSingle && SpacedClitic(start + 1) is > 0 and var spacedEnd)
            {
                // "Kenya’ s ministry": a blank behind the apostrophe is a fault of the export, not of the word.
                Span<char> form = stackalloc char[spacedEnd - start - 1];
                _text[(start + 2)..spacedEnd].CopyTo(form[1..]);
                form[0] = c;
                Emit(start, spacedEnd, TokenKind.Word, TokenTraits.Clitic, form);
                return;
            }

            if (word && c is '\'' or '\u2019' && !_openSingle && (_text[start - 1] | 0x20) is 's' or 'x' or 'z' && !IsWordAt(start + 1))
            {
                // "the workers' demands"; inside open single quotes the mark closes them.
                Emit(start, start + 1, TokenKind.Word, TokenTraits.Clitic);
                return;
            }

            if (word || before.Kind == TokenKind.Punctuation)
            {
                _openSingle &= !IsGapAt(start + 1) && !IsAt(start + 1, CharClass.Punctuation);
            }
        }

        int elision = Elision(start);
        if (elision > 0)
        {
            Emit(start, elision, IsAt(start + 1, CharClass.Digit) ? TokenKind.Number : TokenKind.Word, TokenTraits.None);
            return;
        }

        if (IsWordAt(start + 1) && (gap || !IsWordAt(start - 1)))
        {
            _openSingle = true;
        }

        Emit(start, start + 1, TokenKind.Quote, TokenTraits.None);
    }

    /// <summary>End of a clitic of one or two letters that stands alone behind one blank at <paramref name="at"/> ("’ s", "’ re"), or 0.</summary>
    private readonly int SpacedClitic(int at)
    {
        if (Peek(at) != ' ')
        {
            return 0;
        }

        bool one = Peek(at + 1) is 's' or 'm';
        bool two = (Peek(at + 1), Peek(at + 2)) is ('r', 'e') or ('v', 'e') or ('l', 'l');
        int end = at + (two ? 3 : 2);
        return (one || two) && !IsWordAt(end) && !CharClasses.IsApostrophe(Peek(end)) && Peek(end) != '.' ? end : 0;
    }

    /// <summary>
    /// End of a form whose head the apostrophe at <paramref name="mark"/> stands for, or 0: "'90s", "in '68", "'em".
    /// </summary>
    private readonly int Elision(int mark)
    {
        if (IsWordAt(mark - 1) || Peek(mark) == '`')
        {
            return 0;
        }

        if (IsAt(mark + 1, CharClass.Digit) && IsAt(mark + 2, CharClass.Digit))
        {
            int end = mark + 3;
            if (Peek(end) == 's' && !IsWordAt(end + 1))
            {
                return end + 1;
            }

            return !IsWordAt(end) && _tokens.Count > 0 && _rules.BeforeShortYear.Contains(_tokens[_tokens.Count - 1].Lower) ? end : 0;
        }

        int last = mark + 1;
        while (last < mark + 11 && IsAt(last, CharClass.Lower))
        {
            last++;
        }

        return last > mark + 1 && !IsWordAt(last) && _rules.Elisions.Contains(Find(mark + 1, last)) ? last : 0;
    }
}
