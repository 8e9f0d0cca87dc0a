using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>Whether a stop ends its sentence.</summary>
internal ref partial struct SentenceScanner
{
    private const Verdict FirmStart = Verdict.Start | Verdict.Firm;

    /// <summary>The stop at <paramref name="stop"/>, its closing marks up to <paramref name="end"/>.</summary>
    private readonly Verdict AtStop(int stop, int end)
    {
        if (end >= _tokens.Length || _tokens[end].Is(TokenTraits.ParagraphBreakBefore))
        {
            return FirmStart;
        }

        char mark = _text[_tokens[stop].End - 1];
        if (mark >= '\u3000')
        {
            return FirmStart;
        }

        // "(d. May 1990)", "(m. 1949; div. 1964)": a small letter of a life's dates.
        if (mark == '.' && stop > 1 && _tokens[stop - 1].Length == 1 && CharClasses.Is(_text[_tokens[stop - 1].Start], CharClass.Lower) && _text[_tokens[stop - 2].Start] is '(' or ';')
        {
            return Verdict.Firm;
        }

        ref readonly Token next = ref _tokens[end];
        int word = SkipOpening(end);
        char c = _text[_tokens[word].Start];
        CharClass kind = CharClasses.Of(c);
        bool afterWord = stop > 0 && _tokens[stop - 1].End == _tokens[stop].Start && _tokens[stop - 1].Kind == TokenKind.Word;
        if (!next.Is(TokenTraits.SpaceBefore))
        {
            // "the talks.Today": a blank was lost. Needs a word before and a capital behind.
            bool lost = (kind & CharClass.Upper) != 0 && stop > 0 && _tokens[stop - 1].End == _tokens[stop].Start
                && (_tokens[stop - 1].Kind == TokenKind.Number || (afterWord && _tokens[stop - 1].Length > 1));
            return lost ? Verdict.Start : Verdict.None;
        }

        if ((kind & CharClass.Lower) != 0)
        {
            return IsBracketedLabel(end) ? FirmStart : Verdict.None;
        }

        if ((kind & CharClass.Punctuation) != 0)
        {
            // "Really? - Yes." ; a comma or a colon goes on.
            return c is '-' or '\u2013' or '\u2014' && word + 1 < _tokens.Length && _tokens[word + 1].Is(TokenTraits.InitialCapital) && end == stop + 1 ? Verdict.Start : Verdict.None;
        }

        // "“Who will pay?” Mr. Novak asked."
        if (mark is '!' or '?' && end > stop + 1 && _tokens[end - 1].Kind == TokenKind.Quote && IsReporting(end))
        {
            return Verdict.Firm;
        }

        // A stop behind an ordinary word and a capital behind it: as plain as it gets.
        bool plain = afterWord && (kind & CharClass.Upper) != 0
            && (mark == '.' ? _tokens[stop].Length == 1 && _tokens[stop - 1].Length > 3 && !_tokens[stop - 1].Is(TokenTraits.InitialCapital) : mark is '?' or '!' && end == stop + 1);
        return plain ? FirmStart : Verdict.Start;
    }

    /// <summary>"in the U.S. The" ends a sentence, "the U.S. Senate" does not.</summary>
    private readonly Verdict AtAbbreviation(int at)
    {
        int end = at + 1;
        if (end >= _tokens.Length || _tokens[end].Is(TokenTraits.ParagraphBreakBefore))
        {
            return FirmStart;
        }

        ref readonly Token token = ref _tokens[at];
        AbbreviationKind kind = _rules.KindOf(token, _text.AsSpan(token.Start, token.Length));
        if (kind is AbbreviationKind.Title or AbbreviationKind.Number)
        {
            return Verdict.Firm;
        }

        if (kind is AbbreviationKind.Inner or AbbreviationKind.Initial or AbbreviationKind.Guarded)
        {
            return Verdict.None;
        }

        bool closed = false;
        while (end < _tokens.Length && !_tokens[end].Is(TokenTraits.SpaceBefore))
        {
            if (_tokens[end].Kind != TokenKind.Quote && _text[_tokens[end].Start] is not (')' or ']'))
            {
                return Verdict.None;
            }

            closed = true;
            end++;
        }

        if (end >= _tokens.Length || _tokens[end].Is(TokenTraits.ParagraphBreakBefore))
        {
            return FirmStart;
        }

        int next = SkipOpening(end);
        if (!_tokens[next].Is(TokenTraits.InitialCapital))
        {
            return Verdict.None;
        }

        if (_rules.Clock.Contains(token))
        {
            return _rules.AfterClock.Contains(_tokens[next]) ? Verdict.Firm : Verdict.Start;
        }

        return _rules.Starters.Contains(_tokens[next]) ? FirmStart : closed || next > end || token.Lower == _rules.Etc ? Verdict.Start : Verdict.None;
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
