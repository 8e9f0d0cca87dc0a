using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>Finds where sentences end inside paragraphs. Forward only; each decision looks a bounded number of tokens ahead.</summary>
internal ref partial struct SentenceScanner
{
    private readonly string _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly SentenceRules _rules;
    private readonly Span<Verdict> _verdicts;
    private bool _open;

    public SentenceScanner(string text, ReadOnlySpan<Token> tokens, SentenceRules rules, Span<Verdict> verdicts)
    {
        _verdicts = verdicts;
        _text = text;
        _tokens = tokens;
        _rules = rules;
    }

    /// <summary>
    /// The end (exclusive) of the sentence that starts at token <paramref name="first"/>; notes the verdict on that gap and
    /// on those inside that are firm.
    /// </summary>
    public int End(int first)
    {
        if (_tokens[first].Is(TokenTraits.ParagraphBreakBefore))
        {
            _open = false;
        }

        ListLabel label = LabelAt(first);
        for (int k = first + 1; k <= label.End && k < _tokens.Length; k++)
        {
            _verdicts[k] = Verdict.Firm;
        }

        for (int i = first; i < _tokens.Length; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (i > first && (token.Is(TokenTraits.ParagraphBreakBefore) || IsBullet(i) || label.IsFollowedBy(LabelAtIf(label, i))))
            {
                _verdicts[i] = Verdict.Start | Verdict.Firm;
                return i;
            }

            int end;
            Verdict verdict;
            if (token.Kind == TokenKind.Word)
            {
                if (!token.Is(TokenTraits.EndsWithPeriod))
                {
                    continue;
                }

                verdict = AtAbbreviation(i);
                end = (verdict & Verdict.Start) != 0 ? Close(i + 1) : i + 1;
            }
            else if (token.Kind == TokenKind.Quote)
            {
                Turn(i);
                continue;
            }
            else if (token.Kind == TokenKind.Punctuation && IsStop(_text[token.End - 1]) && label.End <= i)
            {
                end = Close(i + 1);
                verdict = IsHeadLabel(first, i) || IsElision(i) ? Verdict.Firm : AtStop(i, end);
            }
            else
            {
                continue;
            }

            if (end < _tokens.Length)
            {
                _verdicts[end] |= verdict;
            }

            if ((verdict & Verdict.Start) != 0)
            {
                return end;
            }

            i = end - 1;
        }

        return _tokens.Length;
    }

    /// <summary>"Figure 2. Exports by year": the stop behind the number does not end the caption.</summary>
    private readonly bool IsHeadLabel(int first, int stop) =>
        stop == first + 2 && _tokens[first + 1].Is(TokenTraits.HasDigit) && _rules.Captions.Contains(_tokens[first]) && _tokens[first].Is(TokenTraits.InitialCapital);

    /// <summary>"[...]" marks words left out, not an end.</summary>
    private readonly bool IsElision(int stop) =>
        stop > 0 && stop + 1 < _tokens.Length && _text[_tokens[stop - 1].Start] is '[' or '(' && _text[_tokens[stop + 1].Start] is ']' or ')';

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F' or '\uFF0E' or '\u061F' or '\u06D4' or '\u0964' or '\u0589' or '\u203C' or '\u2047' or '\u2048' or '\u2049';

    /// <summary>Keeps count of straight double quotation marks; the other styles tell themselves whether they open.</summary>
    private void Turn(int i)
    {
        if (_text[_tokens[i].Start] == '"')
        {
            bool before = _tokens[i].Is(TokenTraits.SpaceBefore);
            bool after = i + 1 >= _tokens.Length || _tokens[i + 1].Is(TokenTraits.SpaceBefore);
            _open = before == after ? !_open : before;
        }
    }

    /// <summary>Moves over closing marks and footnote numbers behind a stop.</summary>
    private int Close(int at)
    {
        while (at < _tokens.Length && !_tokens[at].Is(TokenTraits.ParagraphBreakBefore))
        {
            ref readonly Token token = ref _tokens[at];
            char c = _text[token.Start];
            bool space = token.Is(TokenTraits.SpaceBefore);
            if (token.Kind == TokenKind.Quote)
            {
                if (!Closes(at, c, space))
                {
                    break;
                }

                Turn(at);
            }
            else if (c is ')' or ']' or '}')
            {
                // " . )" in tokenised text closes as well.
                if (space && !(at + 1 >= _tokens.Length || _tokens[at + 1].Is(TokenTraits.SpaceBefore)))
                {
                    break;
                }
            }
            else if (c == '[' && at + 2 < _tokens.Length && _tokens[at + 1].Kind == TokenKind.Number && _tokens[at + 1].Length <= 3 && _text[_tokens[at + 2].Start] == ']')
            {
                // "... in London. [17] He" : the note belongs to what it stands behind.
                at += 2;
            }
            else if (!space && token.Kind == TokenKind.Number && token.Length == 1 && _text[token.Start] > '\u00B0')
            {
                // Superscript note.
            }
            else
            {
                break;
            }

            at++;
        }

        return at;
    }

    private readonly bool Closes(int at, char c, bool space)
    {
        bool gapAfter = at + 1 >= _tokens.Length || _tokens[at + 1].Is(TokenTraits.SpaceBefore);
        return c switch
        {
            '\u201D' or '\u203A' or '\u300D' or '\u300F' or '\uFE42' or '\uFE44' or '\uFF63' => true,
            '\u00BB' or '\u00AB' => !space,
            '"' => space ? _open && gapAfter : _open || gapAfter,
            '\u2019' => !space || gapAfter,
            '\'' or '\u201C' or '\u2018' or '`' => !space && (gapAfter || _tokens[at].Length == 2 || _tokens[at + 1].Kind == TokenKind.Quote),
            _ => false,
        };
    }
}
