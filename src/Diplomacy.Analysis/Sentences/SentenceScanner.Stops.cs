using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>Whether a stop ends its sentence.</summary>
internal ref partial struct SentenceScanner
{
    /// <summary>The stop at <paramref name="stop"/>, its closing marks up to <paramref name="end"/>.</summary>
    private readonly bool EndsAtStop(int stop, int end)
    {
        if (end >= _tokens.Length || _tokens[end].Is(TokenTraits.ParagraphBreakBefore))
        {
            return true;
        }

        char mark = _text[_tokens[stop].End - 1];
        if (mark >= '\u3000')
        {
            return true;
        }

        // "(d. May 1990)", "(m. 1949; div. 1964)": a small letter of a life's dates.
        if (mark == '.' && stop > 1 && _tokens[stop - 1].Length == 1 && CharClasses.Is(_text[_tokens[stop - 1].Start], CharClass.Lower) && _text[_tokens[stop - 2].Start] is '(' or ';')
        {
            return false;
        }

        ref readonly Token next = ref _tokens[end];
        int word = SkipOpening(end);
        char c = _text[_tokens[word].Start];
        CharClass kind = CharClasses.Of(c);
        if (!next.Is(TokenTraits.SpaceBefore))
        {
            // "the talks.Today": a blank was lost. Needs a word before and a capital behind.
            return (kind & CharClass.Upper) != 0 && stop > 0 && _tokens[stop - 1].End == _tokens[stop].Start
                && (_tokens[stop - 1].Kind == TokenKind.Number || (_tokens[stop - 1].Kind == TokenKind.Word && _tokens[stop - 1].Length > 1));
        }

        if ((kind & CharClass.Lower) != 0)
        {
            return IsBracketedLabel(end);
        }

        if ((kind & CharClass.Punctuation) != 0)
        {
            // "Really? - Yes." ; a comma or a colon goes on.
            return c is '-' or '\u2013' or '\u2014' && word + 1 < _tokens.Length && _tokens[word + 1].Is(TokenTraits.InitialCapital) && end == stop + 1;
        }

        // "“Who will pay?” Mr. Novak asked."
        if (mark is '!' or '?' && end > stop + 1 && _tokens[end - 1].Kind == TokenKind.Quote && IsReporting(end))
        {
            return false;
        }

        return true;
    }

    /// <summary>"in the U.S. The" ends a sentence, "the U.S. Senate" does not.</summary>
    private readonly bool EndsAtAbbreviation(int at)
    {
        int end = at + 1;
        if (end >= _tokens.Length || _tokens[end].Is(TokenTraits.ParagraphBreakBefore))
        {
            return true;
        }

        ref readonly Token token = ref _tokens[at];
        AbbreviationKind kind = _rules.KindOf(token, _text.AsSpan(token.Start, token.Length));
        if (kind is AbbreviationKind.Title or AbbreviationKind.Number or AbbreviationKind.Inner or AbbreviationKind.Initial or AbbreviationKind.Guarded)
        {
            return false;
        }

        bool closed = false;
        while (end < _tokens.Length && !_tokens[end].Is(TokenTraits.SpaceBefore))
        {
            if (_tokens[end].Kind != TokenKind.Quote && _text[_tokens[end].Start] is not (')' or ']'))
            {
                return false;
            }

            closed = true;
            end++;
        }

        if (end >= _tokens.Length || _tokens[end].Is(TokenTraits.ParagraphBreakBefore))
        {
            return true;
        }

        int next = SkipOpening(end);
        if (!_tokens[next].Is(TokenTraits.InitialCapital))
        {
            return false;
        }

        if (_rules.Clock.Contains(token))
        {
            return !_rules.AfterClock.Contains(_tokens[next]);
        }

        return closed || next > end || token.Lower == _rules.Etc || _rules.Starters.Contains(_tokens[next]);
    }

    /// <summary>Moves over opening quotation marks and brackets.</summary>
    private readonly int SkipOpening(int at)
    {
        int limit = Math.Min(at + 4, _tokens.Length - 1);
        while (at < limit && (_tokens[at].Kind == TokenKind.Quote || _text[_tokens[at].Start] is '(' or '[' or '\u00BF' or '\u00A1' or '_' or '*'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Capitalised words (a name, with or without title), then a verb of saying.</summary>
    private readonly bool IsReporting(int at)
    {
        if (_rules.Starters.Contains(_tokens[at]))
        {
            return false;
        }

        for (int i = at; i < _tokens.Length && i < at + 6; i++)
        {
            if (_rules.Reporting.Contains(_tokens[i]))
            {
                return i > at;
            }

            if (!_tokens[i].Is(TokenTraits.InitialCapital))
            {
                return false;
            }
        }

        return false;
    }
}
