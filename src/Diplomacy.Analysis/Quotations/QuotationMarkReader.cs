using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Quotations;

/// <summary>Lists the marks of one family with the price of each reading.</summary>
internal readonly ref struct QuotationMarkReader
{
    private readonly string _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly QuotationFamily _family;

    public QuotationMarkReader(string text, ReadOnlySpan<Token> tokens, QuotationFamily family)
    {
        _text = text;
        _tokens = tokens;
        _family = family;
    }

    /// <summary>How the blanks around a mark look.</summary>
    private enum Stance
    {
        /// <summary>Blanks on both sides: they tell nothing.</summary>
        Open,
        Opening,
        Closing,

        /// <summary>Blanks on no side.</summary>
        Unclear,
    }

    /// <summary>The family that the token's first character belongs to.</summary>
    public static QuotationFamily FamilyOf(char c, int length) => c switch
    {
        '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\uFF02' or '\u2E42' or '\u301D' or '\u301E' or '\u301F' => QuotationFamily.Double,
        '\u00AB' or '\u00BB' or '\u2039' or '\u203A' => QuotationFamily.Guillemet,
        '\u300C' or '\u300D' or '\u300E' or '\u300F' or '\uFE41' or '\uFE42' or '\uFE43' or '\uFE44' or '\uFF62' or '\uFF63' => QuotationFamily.Corner,
        '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '`' or '\u00B4' or '\u02BC' or '\uFF07' => length == 2 ? QuotationFamily.Double : QuotationFamily.Single,
        _ => QuotationFamily.None,
    };

    /// <summary>Fills <paramref name="marks"/> and gives their number.</summary>
    public int Read(Span<QuotationMark> marks)
    {
        int count = 0;
        int paragraph = 0;
        int breaks = 0;
        bool low = false;
        for (int i = 0; i < _tokens.Length; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (i > 0 && token.Is(TokenTraits.ParagraphBreakBefore))
            {
                paragraph = i;
                breaks++;
                low = false;
            }

            if (token.Kind != TokenKind.Quote && !(token.Length == 1 && token.Is(TokenTraits.Clitic)))
            {
                continue;
            }

            char c = _text[token.Start];
            if (FamilyOf(c, token.Length) != _family)
            {
                continue;
            }

            ref QuotationMark mark = ref marks[count++];
            mark = new QuotationMark
            {
                Token = i,
                Breaks = breaks,
                ParagraphStart = paragraph,
                LeadsParagraph = i == paragraph || (i == paragraph + 1 && _tokens[paragraph].Kind is TokenKind.Punctuation or TokenKind.Quote),
            };
            breaks = 0;
            Stance stance = StanceOf(i);
            switch (_family)
            {
                case QuotationFamily.Single:
                    PriceSingle(ref mark, c, stance);
                    break;
                case QuotationFamily.Double:
                    PriceDouble(ref mark, c, stance, low);
                    low |= c == '\u201E';
                    break;
                case QuotationFamily.Guillemet:
                    // French writes «so» with blanks inside, Danish »so«: the shape counts, then the blanks.
                    bool left = c is '\u00AB' or '\u2039';
                    Price(ref mark, open: left ? (stance == Stance.Closing ? 8 : 0) : stance == Stance.Opening ? 4 : 12, close: left ? (stance == Stance.Closing ? 4 : 12) : stance == Stance.Opening ? 8 : 0, skip: 25, nest: 3);
                    break;
                default:
                    bool opens = c is '\u300C' or '\u300E' or '\uFE41' or '\uFE43' or '\uFF62';
                    Price(ref mark, open: opens ? 0 : 40, close: opens ? 40 : 0, skip: 30, nest: 0);
                    break;
            }
        }

        return count;
    }

    private static void Price(ref QuotationMark mark, int open, int close, int skip, int nest)
    {
        mark.Open = (byte)open;
        mark.Close = (byte)close;
        mark.Skip = (byte)skip;
        mark.Nest = (byte)nest;
    }

    private void PriceDouble(ref QuotationMark mark, char c, Stance stance, bool low)
    {
        switch (c)
        {
            case '\u201C' when low:
                // German: „so“
                Price(ref mark, open: 8, close: 0, skip: 20, nest: 3);
                break;
            case '\u201C' or '`' or '\u2018':
                Price(ref mark, open: stance == Stance.Closing ? 8 : 0, close: stance == Stance.Closing ? 6 : stance == Stance.Opening ? 25 : 15, skip: 20, nest: 4);
                break;
            case '\u201E' or '\u201F' or '\u301D' or '\u2E42':
                Price(ref mark, open: 0, close: 40, skip: 20, nest: 4);
                break;
            case '\u201D' or '\u2019' or '\u301E' or '\u301F':
                Price(ref mark, open: stance == Stance.Opening ? 6 : stance == Stance.Closing ? 25 : 15, close: stance == Stance.Opening ? 8 : 0, skip: 20, nest: 4);
                break;
            default:
                bool number = mark.Token > 0 && _tokens[mark.Token - 1].Kind == TokenKind.Number && !_tokens[mark.Token].Is(TokenTraits.SpaceBefore);
                bool feet = number && mark.Token > 2 && _tokens[mark.Token - 2].Length == 1 && FamilyOf(_text[_tokens[mark.Token - 2].Start], 1) == QuotationFamily.Single
                    && _tokens[mark.Token - 3].Kind == TokenKind.Number;
                Price(
                    ref mark,
                    open: stance == Stance.Closing ? 15 : stance == Stance.Unclear ? 2 : 0,
                    close: feet ? 6 : stance == Stance.Opening ? 15 : stance == Stance.Unclear ? 2 : 0,
                    skip: feet ? 0 : number && stance != Stance.Opening ? 3 : stance == Stance.Open ? 9 : 20,
                    nest: 7);
                break;
        }
    }

    /// <summary>A single mark is far more often an apostrophe, so reading it as one is cheap wherever it can be one.</summary>
    private void PriceSingle(ref QuotationMark mark, char c, Stance stance)
    {
        int i = mark.Token;
        bool gap = _tokens[i].Is(TokenTraits.SpaceBefore);
        bool afterS = i > 0 && _tokens[i - 1].Kind == TokenKind.Word && (_text[_tokens[i - 1].End - 1] | 0x20) is 's' or 'x' or 'z';
        // In tokenised text "is ' dead '" must not look like "workers ' plan".
        bool possessive = afterS && (stance != Stance.Open || _tokens[i - 1].Length > 4) && i + 1 < _tokens.Length && _tokens[i + 1].Kind == TokenKind.Word && stance is Stance.Closing or Stance.Open;
        bool clipped = stance == Stance.Closing && i > 0 && _tokens[i - 1].Length > 4 && _text[_tokens[i - 1].End - 1] == 'n';
        bool minutes = !gap && i > 0 && _tokens[i - 1].Kind == TokenKind.Number && i + 1 < _tokens.Length && _tokens[i + 1].Kind is TokenKind.Number or TokenKind.Quote;
        int skip = minutes || possessive ? 0 : stance switch
        {
            Stance.Closing => afterS ? 3 : clipped ? 4 : 10,
            Stance.Opening => 8,
            Stance.Open => 7,
            _ => 0,
        };
        switch (c)
        {
            case '\u2018' or '\u201B' or '`':
                Price(ref mark, open: stance == Stance.Closing ? 10 : 0, close: 25, skip: stance == Stance.Closing || c == '`' ? 6 : 12, nest: 8);
                break;
            case '\u201A':
                Price(ref mark, open: 0, close: 40, skip: 6, nest: 8);
                break;
            case '\u2019' or '\u00B4' or '\u02BC':
                Price(ref mark, open: stance == Stance.Opening ? 6 : 25, close: stance == Stance.Opening ? 12 : possessive ? 4 : stance == Stance.Unclear ? 8 : 0, skip: stance == Stance.Opening ? 1 : skip, nest: 8);
                break;
            default:
                Price(
                    ref mark,
                    open: stance == Stance.Opening ? 2 : stance == Stance.Open ? (possessive ? 12 : 6) : 30,
                    close: stance == Stance.Closing ? (possessive ? 4 : 0) : stance == Stance.Open ? (possessive ? 8 : 6) : 30,
                    skip,
                    nest: 8);
                break;
        }
    }

    /// <summary>
    /// Blanks outside and none inside tell which way a mark looks; brackets, dashes, stops and other marks count for blanks
    /// on the side where they can stand.
    /// </summary>
    private Stance StanceOf(int i)
    {
        bool before = _tokens[i].Is(TokenTraits.SpaceBefore);
        bool after = i + 1 >= _tokens.Length || _tokens[i + 1].Is(TokenTraits.SpaceBefore);
        if (before != after)
        {
            return before ? Stance.Opening : Stance.Closing;
        }

        if (before)
        {
            return i == 0 || _tokens[i].Is(TokenTraits.ParagraphBreakBefore) ? Stance.Opening : i + 1 >= _tokens.Length || _tokens[i + 1].Is(TokenTraits.ParagraphBreakBefore) ? Stance.Closing : Stance.Open;
        }

        char left = _text[_tokens[i].Start - 1];
        char right = _text[_tokens[i].End];
        bool opens = left is '(' or '[' or '\u2014' or '\u2013' or '-' or '/' or '\u00A1' or '\u00BF';
        bool closes = right is ')' or ']' or '.' or ',' or ';' or ':' or '!' or '?' or '\u2014' or '\u2013' or '-' or '/' or '\u2026';
        if (opens != closes)
        {
            return opens ? Stance.Opening : Stance.Closing;
        }

        // Marks side by side look the same way as the pair: "‘so’".
        bool leftQuote = CharClasses.Is(left, CharClass.Quote);
        bool rightQuote = CharClasses.Is(right, CharClass.Quote);
        if (leftQuote != rightQuote)
        {
            bool word = leftQuote ? CharClasses.Is(right, CharClass.Word) : CharClasses.Is(left, CharClass.Word | CharClass.Punctuation);
            return leftQuote ? (word ? Stance.Opening : Stance.Closing) : word ? Stance.Closing : Stance.Opening;
        }

        if (left is ',' or '.' or '!' or '?' or ';' && CharClasses.Is(right, CharClass.Word))
        {
            // "we hope,"he said  or  he said,"we hope": the blank was lost, either way.
            return Stance.Open;
        }

        return Stance.Unclear;
    }
}
