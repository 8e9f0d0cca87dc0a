using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>
/// What the boundary model sees of the gap before a token: the words on both sides with their shapes, what the rules say,
/// how far the sentence has come, and what sort of paragraph it is.
/// </summary>
internal readonly ref struct BoundaryFeatures
{
    /// <summary>Number of features of a gap.</summary>
    public const int Count = 33;

    private readonly string _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<Verdict> _rule;
    private readonly SentenceRules _rules;

    public BoundaryFeatures(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Verdict> rule, SentenceRules rules)
    {
        _text = text;
        _tokens = tokens;
        _rule = rule;
        _rules = rules;
    }

    /// <summary>Whether a sentence could start at <paramref name="i"/> at all. The model learns from every such gap and is asked about those that the rules leave open.</summary>
    public bool IsCandidate(int i)
    {
        ref readonly Token next = ref _tokens[i];
        if ((_rule[i] & Verdict.Start) != 0)
        {
            return true;
        }

        if (!next.Is(TokenTraits.SpaceBefore))
        {
            return false;
        }

        char c = _text[next.Start];
        char last = _text[_tokens[i - 1].End - 1];
        if (c is ')' or ']' or '}' or ',' or '.' or ';' or ':' or '!' or '?' or '\u201D' or '\u2019' or '%')
        {
            return false;
        }

        return next.Is(TokenTraits.InitialCapital) || next.Kind != TokenKind.Word
            || last is '.' or '!' or '?' or ':' or ';' or '\u2026' or ')' or '"' or '\u201D' or '-' or '\u2014' or '\u2013' || _tokens[i - 1].Kind is TokenKind.Symbol or TokenKind.Address;
    }

    /// <summary>Fills <paramref name="features"/> for the gap before <paramref name="i"/>.</summary>
    /// <param name="i">The token that may start a sentence; not the first of its paragraph.</param>
    /// <param name="first">First token of the sentence so far.</param>
    /// <param name="paragraph">First token of the paragraph.</param>
    /// <param name="end">Just behind the paragraph's last token.</param>
    /// <param name="style">What sort of paragraph it is, by <see cref="StyleOf"/>.</param>
    /// <param name="features">Room for <see cref="Count"/>.</param>
    public void Extract(int i, int first, int paragraph, int end, uint style, Span<uint> features)
    {
        uint l1 = Word(i - 1, paragraph, end), l2 = Word(i - 2, paragraph, end), r1 = Word(i, paragraph, end), r2 = Word(i + 1, paragraph, end);
        uint s1 = Shape(i - 1, paragraph, end), s2 = Shape(i - 2, paragraph, end), s3 = Shape(i - 3, paragraph, end);
        uint t1 = Shape(i, paragraph, end), t2 = Shape(i + 1, paragraph, end), t3 = Shape(i + 2, paragraph, end);
        uint rule = (uint)(_rule[i] & Verdict.Start);
        uint stop = LastStop(i, paragraph);
        uint length = Bucket(i - first);
        uint ahead = Bucket(NextStop(i, end));
        uint starter = _rules.Starters.Contains(_tokens[i]) ? 1u : 0;
        int n = 0;
        features[n++] = Of(1, rule, 0);
        features[n++] = Of(2, rule, stop);
        features[n++] = Of(3, l1, 0);
        features[n++] = Of(4, r1, 0);
        features[n++] = Of(5, l1, r1);
        features[n++] = Of(6, l2, l1);
        features[n++] = Of(7, r1, r2);
        features[n++] = Of(8, s1, t1);
        features[n++] = Of(9, (s2 << 8) | s1, (t1 << 8) | t2);
        features[n++] = Of(10, (s3 << 16) | (s2 << 8) | s1, t1);
        features[n++] = Of(11, s1, (t1 << 16) | (t2 << 8) | t3);
        features[n++] = Of(12, l1, t1);
        features[n++] = Of(13, r1, s1);
        features[n++] = Of(14, r1, stop);
        features[n++] = Of(15, (length << 8) | stop, t1);
        features[n++] = Of(16, (ahead << 8) | stop, t1);
        features[n++] = Of(17, (style << 8) | stop, (t1 << 1) | rule);
        features[n++] = Of(18, (style << 8) | s1, (t1 << 8) | t2);
        features[n++] = Of(19, (length << 8) | ahead, (rule << 8) | s1);
        features[n++] = Of(20, (starter << 8) | stop, (style << 8) | s1);
        features[n++] = Of(21, l2, r1);
        features[n++] = Of(22, (Shape(first, paragraph, end) << 8) | Shape(first + 1, paragraph, end), (s1 << 8) | t1);
        features[n++] = Of(23, Word(first, paragraph, end), (s1 << 8) | t1);
        features[n++] = Of(24, (style << 8) | length, (stop << 8) | t1);
        features[n++] = Of(25, s1, (t1 << 8) | starter);
        uint before = Run(i - 1, -1, paragraph, end);
        uint behind = Run(i, 1, paragraph, end);
        uint left = Bucket(end - i);
        uint come = Bucket(i - paragraph);
        features[n++] = Of(26, (before << 8) | behind, (s1 << 8) | t1);
        features[n++] = Of(27, (before << 8) | behind, (left << 8) | stop);
        features[n++] = Of(28, (left << 8) | come, (s1 << 8) | t1);
        features[n++] = Of(29, Pattern(i - 1, paragraph, end), Pattern(i, paragraph, end));
        features[n++] = Of(30, Pattern(i, paragraph, end), (rule << 8) | s1);
        features[n++] = Of(31, Pattern(i - 1, paragraph, end), (t1 << 8) | t2);
        features[n++] = Of(32, Word(paragraph, paragraph, end), (s1 << 8) | t1);
        features[n] = Of(33, 0, 0);
    }

    /// <summary>Stops, capitals and length of a paragraph in a few classes: prose, a line, a signature, a text without capitals.</summary>
    public uint StyleOf(int paragraph, int end)
    {
        int words = 0;
        int capitals = 0;
        int stops = 0;
        int addresses = 0;
        int limit = Math.Min(end, paragraph + 200);
        for (int i = paragraph; i < limit; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (token.Kind == TokenKind.Word)
            {
                words++;
                capitals += token.Is(TokenTraits.InitialCapital) ? 1 : 0;
            }

            stops += (int)(_rule[i] & Verdict.Start);
            addresses += token.Kind == TokenKind.Address ? 1 : 0;
        }

        char last = _text[_tokens[end - 1].End - 1];
        uint style = last is '.' or '!' or '?' or '"' or '\u201D' or ')' or '\u2026' ? 1u : 0;
        style |= words < 12 ? 2u : words < 40 ? 4u : 0;
        style |= capitals * 2 > words ? 8u : capitals == 0 ? 16u : 0;
        style |= stops == 0 && words > 30 ? 32u : 0;
        style |= addresses > 0 ? 64u : 0;
        return style;
    }

    private static uint Of(uint template, uint a, uint b) => StableHash.Combine(StableHash.Combine(template, a), b);

    private static uint Bucket(int distance) => distance switch
    {
        <= 0 => 0,
        < 4 => (uint)distance,
        < 6 => 4,
        < 9 => 5,
        < 14 => 6,
        < 22 => 7,
        < 35 => 8,
        < 60 => 9,
        _ => 10,
    };

    /// <summary>How many capitalised words or numbers stand in a row from <paramref name="i"/>, up to six.</summary>
    private uint Run(int i, int step, int paragraph, int end)
    {
        uint run = 0;
        for (; i >= paragraph && i < end && run < 6 && (_tokens[i].Is(TokenTraits.InitialCapital) || _tokens[i].Kind == TokenKind.Number); i += step)
        {
            run++;
        }

        return run;
    }

    /// <summary>The form with every digit as one digit and every letter but the last two as its case: "99/99/9999", "xxng".</summary>
    private uint Pattern(int i, int paragraph, int end)
    {
        if (i < paragraph || i >= end)
        {
            return 1;
        }

        ref readonly Token token = ref _tokens[i];
        uint hash = StableHash.Begin;
        int stop = Math.Min(token.End, token.Start + 16);
        for (int k = token.Start; k < stop; k++)
        {
            char c = _text[k];
            CharClass kind = CharClasses.Of(c);
            hash = StableHash.Append(hash, (kind & CharClass.Digit) != 0 ? '9' : (kind & CharClass.AnyLetter) != 0 && k < stop - 2 ? (kind & CharClass.Upper) != 0 ? 'X' : 'x' : c);
        }

        return hash;
    }

    private uint Word(int i, int paragraph, int end) => i < paragraph ? 1 : i >= end ? 2 : _tokens[i].Hash;

    private uint Shape(int i, int paragraph, int end)
    {
        if (i < paragraph)
        {
            return 1;
        }

        if (i >= end)
        {
            return 2;
        }

        ref readonly Token token = ref _tokens[i];
        return token.Kind switch
        {
            TokenKind.Word when token.Is(TokenTraits.EndsWithPeriod) => token.Length == 2 ? 3u : 4u,
            TokenKind.Word when token.Is(TokenTraits.Clitic) => 5,
            TokenKind.Word when token.Is(TokenTraits.AllCapitals) => 6,
            TokenKind.Word when token.Is(TokenTraits.InitialCapital) => token.Length == 1 ? 7u : 8u,
            TokenKind.Word => 9,
            TokenKind.Number => _text.AsSpan(token.Start, token.Length).Contains(':') ? 10u : token.Length > 4 ? 11u : 12u,
            TokenKind.Address => 13,
            TokenKind.Symbol => 14,
            TokenKind.Other => 15,
            _ => 16u + (_text[token.Start] % 96u) + (token.Length > 1 ? 100u : 0),
        };
    }

    /// <summary>The stop or other mark the words before the gap end with, closing marks left aside; 0 for none.</summary>
    private uint LastStop(int i, int paragraph)
    {
        for (int k = i - 1; k >= paragraph && k > i - 5; k--)
        {
            char c = _text[_tokens[k].End - 1];
            if (c is '.' or '!' or '?' or ':' or ';' or ',' or '-' or '\u2014' or '\u2013' or '\u2026')
            {
                uint form = _tokens[k].Kind == TokenKind.Word ? 8u : _tokens[k].Length > 1 ? 16u : 0;
                uint mark = c switch { '.' => 1u, '!' => 2, '?' => 3, ':' => 4, ';' => 5, ',' => 6, '\u2026' => 7, _ => 32 };
                return mark | form | (k < i - 1 ? 64u : 0);
            }

            if (_tokens[k].Kind != TokenKind.Quote && c is not (')' or ']'))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Tokens to the next gap that the rules cut.</summary>
    private int NextStop(int i, int end)
    {
        int limit = Math.Min(end, i + 61);
        for (int k = i + 1; k < limit; k++)
        {
            if ((_rule[k] & Verdict.Start) != 0)
            {
                return k - i;
            }
        }

        return limit - i;
    }
}
