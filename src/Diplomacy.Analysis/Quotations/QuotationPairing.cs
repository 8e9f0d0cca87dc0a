using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Quotations;

/// <summary>
/// The cheapest reading of the marks of one family: a path through states 0 (outside), 1 (inside) and 2 (inside one in
/// one of the same family), over each mark and over the paragraph ends before it.
/// </summary>
internal ref struct QuotationPairing
{
    /// <summary>Bytes kept for each mark: for each state the step that led there, over the break and over the mark.</summary>
    public const int StepsPerMark = 2 * States;

    private const int States = 3;
    private const int Never = 1 << 28;

    // Steps over a mark; the state before is in the low bits.
    private const byte Open = 1 << 2;
    private const byte Close = 2 << 2;
    private const byte Skip = 3 << 2;
    private const byte Restart = 4 << 2;
    private const byte Orphan = 5 << 2;

    // Steps over a paragraph's end.
    private const byte Keep = 6 << 2;
    private const byte End = 7 << 2;
    private const byte Chain = 8 << 2;

    private readonly DocumentContext _document;
    private readonly ReadOnlySpan<QuotationMark> _marks;
    private readonly Span<byte> _steps;
    private readonly bool _single;

    public QuotationPairing(DocumentContext document, ReadOnlySpan<QuotationMark> marks, Span<byte> steps, QuotationFamily family)
    {
        _document = document;
        _marks = marks;
        _steps = steps;
        _single = family == QuotationFamily.Single;
    }

    // One price a missing mark, more for what is rarer. A single mark that nothing closes is an apostrophe after all.
    private readonly int Unclosed => _single ? 15 : 10;

    private readonly int Unopened => _single ? 60 : 12;

    private readonly int Carried => _single ? 40 : 12;

    public readonly void Run()
    {
        Span<int> cost = stackalloc int[States];
        Span<int> next = stackalloc int[States];
        cost.Fill(Never);
        cost[0] = 0;
        for (int i = 0; i < _marks.Length; i++)
        {
            Span<byte> steps = _steps.Slice(i * StepsPerMark, StepsPerMark);
            OverBreak(_marks[i], cost, next, steps);
            OverMark(_marks[i], next, cost, steps[States..]);
        }

        int state = 0;
        int best = cost[0];
        for (int s = 1; s < States; s++)
        {
            int total = cost[s] + (s * Unclosed);
            if (total < best)
            {
                best = total;
                state = s;
            }
        }

        // Backwards once, to leave in each mark's first two bytes the steps that were taken.
        for (int i = _marks.Length - 1; i >= 0; i--)
        {
            Span<byte> steps = _steps.Slice(i * StepsPerMark, StepsPerMark);
            byte over = steps[States + state];
            state = over & 3;
            byte before = steps[state];
            state = before & 3;
            steps[0] = before;
            steps[1] = over;
        }

        Emit();
    }

    private static void Try(Span<int> cost, Span<byte> steps, int state, int value, byte step, int from)
    {
        if (value < cost[state])
        {
            cost[state] = value;
            steps[state] = (byte)(step | from);
        }
    }

    private readonly void OverBreak(in QuotationMark mark, ReadOnlySpan<int> from, Span<int> to, Span<byte> steps)
    {
        to.Fill(Never);
        Try(to, steps, 0, from[0], Keep, 0);
        if (mark.Breaks == 0)
        {
            Try(to, steps, 1, from[1], Keep, 1);
            Try(to, steps, 2, from[2], Keep, 2);
            return;
        }

        // A quotation of several paragraphs opens each of them and closes the last one only.
        bool chain = mark.Breaks == 1 && mark.LeadsParagraph && mark.Open <= 3;
        Try(to, steps, 0, from[1] + (chain ? (_single ? 6 : 0) : Unclosed), chain ? Chain : End, 1);
        Try(to, steps, 0, from[2] + Unclosed + 12, End, 2);
        if (mark.Breaks == 1)
        {
            Try(to, steps, 1, from[1] + Carried + (chain ? 8 : 0), Keep, 1);
            Try(to, steps, 2, from[2] + Carried + 8, Keep, 2);
        }
    }

    private readonly void OverMark(in QuotationMark mark, ReadOnlySpan<int> from, Span<int> to, Span<byte> steps)
    {
        to.Fill(Never);
        for (int s = 0; s < States; s++)
        {
            Try(to, steps, s, from[s] + mark.Skip, Skip, s);
            if (s < States - 1)
            {
                Try(to, steps, s + 1, from[s] + mark.Open + (s > 0 ? mark.Nest : 0), Open, s);
            }

            if (s > 0)
            {
                Try(to, steps, s - 1, from[s] + mark.Close, Close, s);
                Try(to, steps, 1, from[s] + mark.Open + (s * Unclosed), Restart, s);
            }
        }

        Try(to, steps, 0, from[0] + mark.Close + Unopened, Orphan, 0);
    }

    /// <summary>Follows the steps and writes the quotations, inner ones before outer ones.</summary>
    private readonly void Emit()
    {
        Span<int> open = stackalloc int[States];
        int depth = 0;
        bool continues = false;
        int closedBefore = 0;
        for (int i = 0; i < _marks.Length; i++)
        {
            ref readonly QuotationMark mark = ref _marks[i];
            byte before = _steps[i * StepsPerMark];
            byte over = _steps[(i * StepsPerMark) + 1];
            if (mark.Breaks > 0 && depth > 0)
            {
                int end = ParagraphEnd(open[0]);
                bool keep = (before & ~3) == Keep;
                for (int d = depth - 1; d >= 0; d--)
                {
                    Add(open[d], end, closed: false, continues && d == 0);
                    open[d] = ~mark.ParagraphStart;
                }

                depth = keep ? depth : 0;
                continues = keep || (before & ~3) == Chain;
            }
            else if (mark.Breaks > 0)
            {
                continues = false;
            }

            if (_single && (over & ~3) != Skip)
            {
                // What looked like the apostrophe of a possessive is a mark after all.
                ref Token token = ref _document.TokenBuffer[mark.Token];
                token.Kind = TokenKind.Quote;
                token.Traits &= ~TokenTraits.Clitic;
            }

            switch (over & ~3)
            {
                case Open:
                    open[depth++] = mark.Token;
                    break;
                case Close:
                    depth--;
                    Add(open[depth], mark.Token + 1, closed: true, continues && depth == 0);
                    continues &= depth > 0;
                    closedBefore = mark.Token + 1;
                    break;
                case Restart:
                    for (int d = depth - 1; d >= 0; d--)
                    {
                        Add(open[d], mark.Token, closed: false, continues && d == 0);
                    }

                    continues = false;
                    open[0] = mark.Token;
                    depth = 1;
                    break;
                case Orphan:
                    AddUnopened(mark.Token, closedBefore);
                    closedBefore = mark.Token + 1;
                    break;
                default:
                    break;
            }
        }

        for (int d = depth - 1; d >= 0; d--)
        {
            Add(open[d], ParagraphEnd(open[d]), closed: false, continues && d == 0);
        }
    }

    /// <summary>A quotation from its opening mark, or (complemented) from the first token of a paragraph it runs on into.</summary>
    private readonly void Add(int open, int end, bool closed, bool continues)
    {
        int first = open < 0 ? ~open : open;
        int inner = open < 0 ? first : first + 1;
        int innerEnd = closed ? end - 1 : end;
        if (end <= first || innerEnd < inner)
        {
            return;
        }

        _document.Quotations.Add(new Quotation
        {
            Tokens = new TokenRange(first, end),
            Inner = new TokenRange(inner, innerEnd),
            Closed = closed,
            Continues = continues ? 0 : -1,
        });
    }

    /// <summary>
    /// A closing mark that nothing opened: where it stands behind a comma or a stop, the quotation is taken to start with
    /// the sentence ("We will not yield,” he said).
    /// </summary>
    private readonly void AddUnopened(int token, int notBefore)
    {
        if (token == 0 || _document.Tokens[token].Is(TokenTraits.ParagraphBreakBefore) || _document.Text[_document.Tokens[token - 1].End - 1] is not (',' or '.' or '!' or '?'))
        {
            return;
        }

        Sentence sentence = _document.Sentences[_document.Tokens[token].Sentence];
        int first = Math.Max(notBefore, sentence.FirstToken);
        if (first == token && sentence.FirstToken == token && token > 0)
        {
            // The stop before the mark ended the sentence.
            first = Math.Max(notBefore, _document.Sentences[_document.Tokens[token - 1].Sentence].FirstToken);
        }

        if (token - first > 1)
        {
            _document.Quotations.Add(new Quotation { Tokens = new TokenRange(first, token + 1), Inner = new TokenRange(first, token), Closed = true, Continues = -1 });
        }
    }

    /// <summary>The end of the paragraph that holds the token behind a mark.</summary>
    private readonly int ParagraphEnd(int open)
    {
        int token = open < 0 ? ~open : open;
        ReadOnlySpan<Sentence> sentences = _document.Sentences;
        int s = _document.Tokens[token].Sentence;
        int paragraph = sentences[s].Paragraph;
        while (s + 1 < sentences.Length && sentences[s + 1].Paragraph == paragraph)
        {
            s++;
        }

        return sentences[s].EndToken;
    }
}
