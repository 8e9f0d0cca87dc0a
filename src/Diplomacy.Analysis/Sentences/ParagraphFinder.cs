using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>
/// Decides which line breaks end a paragraph and marks the token behind each. Blank lines do; a single break does unless
/// the lines are wrapped. Wrapped text gives itself away: many of its lines break before a small letter with no stop.
/// </summary>
internal readonly ref struct ParagraphFinder
{
    private readonly string _text;
    private readonly Span<Token> _tokens;
    private readonly SentenceRules _rules;

    public ParagraphFinder(string text, Span<Token> tokens, SentenceRules rules)
    {
        _text = text;
        _tokens = tokens;
        _rules = rules;
    }

    public void Run()
    {
        int breaks = 0;
        int running = 0;
        int widest = 0;
        int lineStart = 0;
        for (int i = 1; i < _tokens.Length; i++)
        {
            if (!_tokens[i].Is(TokenTraits.LineBreakBefore))
            {
                continue;
            }

            int width = _tokens[i - 1].End - _tokens[lineStart].Start;
            if (!_tokens[i].Is(TokenTraits.ParagraphBreakBefore))
            {
                breaks++;
                widest = Math.Max(widest, Math.Min(width, 160));
                running += width >= 30 && StartsSmall(i) && !EndsStopped(i - 1) ? 1 : 0;
            }

            lineStart = i;
        }

        // One break in five before a small letter: prose that is not wrapped has next to none.
        bool wrapped = breaks >= 2 && running * 5 >= breaks;
        lineStart = 0;
        for (int i = 1; i < _tokens.Length; i++)
        {
            ref Token token = ref _tokens[i];
            if (!token.Is(TokenTraits.LineBreakBefore))
            {
                continue;
            }

            if (token.Is(TokenTraits.ParagraphBreakBefore))
            {
                // A page break inside a sentence: "... between the two \n\n governments agreed".
                if (i - lineStart >= 8 && StartsSmall(i) && token.Length > 1 && !EndsStopped(i - 1) && _tokens[i - 1].Kind == TokenKind.Word && i + 4 < _tokens.Length)
                {
                    token.Traits &= ~TokenTraits.ParagraphBreakBefore;
                }
            }
            else if (wrapped ? EndsWrappedParagraph(lineStart, i, widest) : EndsPlainParagraph(lineStart, i))
            {
                token.Traits |= TokenTraits.ParagraphBreakBefore;
            }

            lineStart = i;
        }
    }

    /// <summary>Lines that are paragraphs, but for a stray break: "This plan was \n put off."</summary>
    private bool EndsPlainParagraph(int lineStart, int next)
    {
        if (next - lineStart < 4 || EndsStopped(next - 1))
        {
            return true;
        }

        return !(StartsSmall(next) || _rules.Unfinished.Contains(_tokens[next - 1])) || IsItem(next);
    }

    /// <summary>Between wrapped lines: a short line with a stop, an indented line, an item of a list, a heading.</summary>
    private bool EndsWrappedParagraph(int lineStart, int next, int widest)
    {
        if (StartsSmall(next) && !IsItem(next))
        {
            return false;
        }

        int width = _tokens[next - 1].End - _tokens[lineStart].Start;
        if (IsItem(next) || Indent(next) >= 2)
        {
            return true;
        }

        bool stopped = EndsStopped(next - 1);

        // The next word would have fitted on the line, so the writer broke it.
        bool early = width + 1 + _tokens[next].Length < widest - 12;
        return early && (stopped ? width < widest * 3 / 4 : width < widest / 2 && !_rules.Unfinished.Contains(_tokens[next - 1]));
    }

    private bool StartsSmall(int token) => CharClasses.Is(_text[_tokens[token].Start], CharClass.Lower);

    /// <summary>Whether a stop (or a colon or semicolon) stands at the end, closing marks left aside.</summary>
    private bool EndsStopped(int token)
    {
        for (int i = token; i >= 0 && i > token - 4; i--)
        {
            char last = _text[_tokens[i].End - 1];
            if (last is '.' or '!' or '?' or ':' or ';' or '\u2026' or '\u3002')
            {
                return true;
            }

            if (_tokens[i].Kind != TokenKind.Quote && last is not (')' or ']'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A bullet, a dash, a number or letter with a period or bracket.</summary>
    private bool IsItem(int token)
    {
        char c = _text[_tokens[token].Start];
        if (c is '\u2022' or '\u2043' or '\u25AA' or '\u25CF' or '\u25E6' or '\u00B7' or '*')
        {
            return true;
        }

        if (c == '(')
        {
            token++;
        }

        if (token + 1 >= _tokens.Length || _tokens[token].Length > 4)
        {
            return false;
        }

        char mark = _text[_tokens[token + 1].Start];
        return (_tokens[token].Kind == TokenKind.Number && (mark is '.' or ')' || _text[_tokens[token].End - 1] == '.'))
            || (_tokens[token].Length == 1 && mark == ')' && !_tokens[token + 1].Is(TokenTraits.SpaceBefore));
    }

    /// <summary>Blanks between the line's start and its first token; a tab counts for four.</summary>
    private int Indent(int token)
    {
        int indent = 0;
        for (int i = _tokens[token].Start - 1; i >= 0 && indent < 8 && !CharClasses.Is(_text[i], CharClass.LineEnd); i--)
        {
            indent += _text[i] == '\t' ? 4 : 1;
        }

        return indent;
    }
}
