using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Regions;

/// <summary>Tests of whole paragraphs.</summary>
internal readonly ref partial struct ParagraphRegions
{
    /// <summary>"17:15, Monday, 22 February, 2021", "April 25, 2022", "Updated 3 May 2023 10:30 GMT".</summary>
    private bool IsDateLine(TokenRange paragraph, out TokenRange date)
    {
        date = default;
        bool digits = false;
        bool month = false;
        bool clock = false;
        bool weekday = false;
        int first = -1;
        int end = -1;
        for (int i = paragraph.First; i < paragraph.End; i++)
        {
            ref readonly Token token = ref _tokens[i];
            bool here = false;
            if (token.Is(TokenTraits.HasDigit))
            {
                if (token.Kind != TokenKind.Number && token.Length > 8)
                {
                    return false;
                }

                ReadOnlySpan<char> form = _document.TokenText(i);
                bool full = form.IndexOfAny('/', '-') > 0 || form.Count('.') == 2;
                digits = true;
                month |= full && form.Length >= 6;
                clock |= form.Contains(':');
                here = !form.Contains(':');
            }
            else if (_rules.Months.Contains(token))
            {
                month = true;
                here = true;
            }
            else if (_rules.Weekdays.Contains(token))
            {
                weekday = true;
            }
            else if (!_rules.DateWords.Contains(token))
            {
                return false;
            }

            if (here)
            {
                first = first < 0 ? i : first;
                end = i + 1;
            }
        }

        if (month && first >= 0)
        {
            date = new TokenRange(first, end);
        }

        return digits && (month || clock || weekday);
    }

    /// <summary>No words at all, or next to none: "4391 | 0", "| | |", "***", "Page 3 of 10", "END".</summary>
    private bool IsCounter(TokenRange paragraph)
    {
        bool words = false;
        for (int i = paragraph.First; i < paragraph.End; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (token.Kind == TokenKind.Word && !token.Is(TokenTraits.HasDigit))
            {
                // "END 2:11 P.M. EDT" closes a transcript.
                if (!(i == paragraph.First && _rules.EndMarks.Contains(token)) && !(words && _rules.DateWords.Contains(token)))
                {
                    return IsPageNumber(paragraph);
                }

                words = true;
            }
            else if (token.Kind is TokenKind.Address || token.Is(TokenTraits.NonLatin))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Page 3 of 10", "3/10 views", "12 comments".</summary>
    private bool IsPageNumber(TokenRange paragraph)
    {
        if (paragraph.Count > 5)
        {
            return false;
        }

        int words = 0;
        bool digits = false;
        for (int i = paragraph.First; i < paragraph.End; i++)
        {
            digits |= _tokens[i].Is(TokenTraits.HasDigit);
            words += _tokens[i].Kind == TokenKind.Word && !_rules.Counted.Contains(_tokens[i]) ? 1 : 0;
        }

        return digits && words == 0;
    }

    private bool IsBoilerplate(TokenRange paragraph, ref bool block)
    {
        int match = _rules.Phrases.Match(_tokens, paragraph.First, paragraph.End, out int length);
        bool whole = match >= 0 && IsTail(paragraph.First + length, paragraph.End);
        if (match >= 0)
        {
            if (((match & (RegionRules.Line | RegionRules.Block)) != 0 && whole) || ((match & RegionRules.Start) != 0 && paragraph.Count <= 60))
            {
                block = (match & RegionRules.Block) != 0;
                return true;
            }
        }

        if (block && paragraph.Count <= 12 && !EndsStopped(paragraph))
        {
            return true;
        }

        block = false;
        return false;
    }

    private bool IsTail(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (_tokens[i].Kind is TokenKind.Word or TokenKind.Address)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The metadata's title, or the headline met before, letter for letter (blanks, case and marks apart); one may be cut short.</summary>
    private bool IsTitle(TokenRange paragraph, TokenRange headline)
    {
        ReadOnlySpan<char> line = _document.SpanOf(paragraph).Slice(_text);
        return (_document.Article.Title is { } title && SameLetters(line, title)) || (!headline.IsEmpty && SameLetters(line, _document.SpanOf(headline).Slice(_text)));
    }

    private static bool SameLetters(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0;
        int j = 0;
        int same = 0;
        while (true)
        {
            while (i < a.Length && !CharClasses.Is(a[i], CharClass.Word))
            {
                i++;
            }

            while (j < b.Length && !CharClasses.Is(b[j], CharClass.Word))
            {
                j++;
            }

            if (i == a.Length || j == b.Length)
            {
                // "... Title - Name of the Site": the rest may be missing on one side.
                return same > 0 && (i == a.Length ? j == b.Length || same >= 20 : same >= 20);
            }

            if (char.ToLowerInvariant(a[i]) != char.ToLowerInvariant(b[j]))
            {
                return false;
            }

            same++;
            i++;
            j++;
        }
    }

    /// <summary>"By Kari Lie and Ola Berg", "Reporting by ...; editing by ...": a first word, then names only.</summary>
    private bool IsByline(TokenRange paragraph)
    {
        int at = paragraph.First;
        if (!_rules.ByWords.Contains(_tokens[at]) || !_tokens[at].Is(TokenTraits.InitialCapital))
        {
            return false;
        }

        int names = 0;
        for (int i = at + 1; i < paragraph.End; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (token.Kind == TokenKind.Word && token.Is(TokenTraits.InitialCapital) && !_rules.ByWords.Contains(token))
            {
                names++;
            }
            else if (!_rules.ByWords.Contains(token) && !_rules.NameGlue.Contains(token) && token.Kind is not (TokenKind.Address or TokenKind.Punctuation or TokenKind.Symbol))
            {
                return false;
            }
        }

        return names > 0;
    }

    /// <summary>A short line without a stop, set in capitals word by word: a subheading, a menu's item, a name with its office.</summary>
    private bool IsHeading(TokenRange paragraph)
    {
        int words = 0;
        int capitals = 0;
        for (int i = paragraph.First; i < paragraph.End; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (token.Kind == TokenKind.Word && !token.Is(TokenTraits.Clitic))
            {
                if (token.Length <= 3 && !token.Is(TokenTraits.InitialCapital) && words > 0)
                {
                    continue;
                }

                words++;
                capitals += token.Is(TokenTraits.InitialCapital) ? 1 : 0;
            }
        }

        char last = _text[_tokens[paragraph.End - 1].Start];
        return words > 0 && last is not (',' or ';' or '-' or '\u2014') && capitals == words && _tokens[paragraph.First].Is(TokenTraits.InitialCapital);
    }

    /// <summary>"(Laughter.)", "[inaudible]": sentences of a transcript that nobody says.</summary>
    private void AsidesOf(TokenRange paragraph)
    {
        ReadOnlySpan<Sentence> sentences = _document.Sentences;
        int last = _tokens[paragraph.End - 1].Sentence;
        for (int s = _tokens[paragraph.First].Sentence; s <= last; s++)
        {
            Sentence sentence = sentences[s];
            Aside(sentence.FirstToken, sentence.EndToken);

            // "SECRETARY LIE: (Laughter.) We do." : the label is not cut off yet.
            for (int i = sentence.FirstToken + 1; i < sentence.EndToken && i < sentence.FirstToken + 10; i++)
            {
                if (_text[_tokens[i - 1].Start] == ':')
                {
                    Aside(i, sentence.EndToken);
                    break;
                }
            }
        }
    }

    private void Aside(int first, int end)
    {
        if (end - first is < 3 or > 8 || _text[_tokens[first].Start] is not ('(' or '['))
        {
            return;
        }

        int match = _rules.Phrases.Match(_tokens, first + 1, end, out int length);
        if (match >= 0 && (match & RegionRules.Aside) != 0 && IsTail(first + 1 + length, end))
        {
            _regions.Marks.Add(new RegionMark(new TokenRange(first, end), RegionKind.Boilerplate));
        }
    }

    /// <summary>An agency's name in brackets behind the last stop: "... on Monday. (KUNA)".</summary>
    private void SignatureOf(TokenRange paragraph, bool last)
    {
        int end = paragraph.End;
        if (paragraph.Count < 6 || _text[_tokens[end - 1].Start] != ')' || (!last && paragraph.Count < 12))
        {
            return;
        }

        for (int i = end - 2; i >= end - 6; i--)
        {
            if (_text[_tokens[i].Start] == '(')
            {
                bool stop = _text[_tokens[i - 1].End - 1] is '.' or '!' or '?' or '"' or '\u201D';
                if (stop && i < end - 2 && _regions.Marks is var marks && (marks.Count == 0 || marks[marks.Count - 1].Tokens.End <= i))
                {
                    marks.Add(new RegionMark(new TokenRange(i, end), RegionKind.Byline));
                }

                return;
            }

            if (!_tokens[i].Is(TokenTraits.AllCapitals) && !_rules.Agencies.Contains(_tokens[i]) && _text[_tokens[i].Start] is not ('/' or '-' or ','))
            {
                return;
            }
        }
    }
}
