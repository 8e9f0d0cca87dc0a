using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>
/// The stretch of text in which the source and the content of one cue are looked for: its sentence, the other sentences of
/// the quotations that reach into it, and the quoted sentences that go on behind it ("..., he said. "...").
/// </summary>
internal sealed partial class FrameWindow
{
    /// <summary>No frame is longer; a quotation of many paragraphs is cut at a sentence.</summary>
    public const int Longest = 480;

    private const int MostUps = 4;

    private readonly uint[] _branch = new uint[Longest];
    private readonly uint[] _path = new uint[Longest];
    private readonly byte[] _depth = new byte[Longest];
    private readonly byte[] _edge = new byte[Longest];
    private readonly byte[] _between = new byte[Longest];
    private readonly byte[] _clauses = new byte[Longest];
    private readonly byte[] _quote = new byte[Longest];
    private readonly byte[] _rule = new byte[Longest];
    private readonly int[] _ups = new int[MostUps];
    private readonly uint[] _upHashes = new uint[MostUps];
    private uint _ruleKind;
    private FrameDocument _d = null!;

    /// <summary>Head token of the cue.</summary>
    public int Cue { get; private set; }

    public int First { get; private set; }

    public int End { get; private set; }

    public int Count => End - First;

    /// <summary>Sets the window for a cue; its sentence must have been parsed where the tree is to be read.</summary>
    public void Prepare(FrameDocument document, int cue)
    {
        _d = document;
        Cue = cue;
        int sentence = document.Context.Tokens[cue].Sentence;
        (First, End) = Extent(document, sentence, cue);
        if ((document.Groups & FrameGroups.Tree) != 0)
        {
            ReadTree(sentence);
        }

        ReadQuotes();
        ReadBetween();
        if ((document.Groups & FrameGroups.Rules) != 0)
        {
            ReadRule();
        }
    }

    /// <summary>The window of a cue in <paramref name="sentence"/>.</summary>
    private static (int First, int End) Extent(FrameDocument d, int sentence, int cue)
    {
        ReadOnlySpan<Sentence> sentences = d.Context.Sentences;
        ReadOnlySpan<Quotation> quotations = d.Context.Quotations.Span;
        int first = sentence;
        int end = sentence + 1;
        int start = sentences[sentence].FirstToken;
        int stop = sentences[sentence].EndToken;

        // A quotation that began sentences ago and ends in this one: "We came. We saw," he said.
        while (first > 0 && d.QuoteOf[start] is int q and >= 0 && quotations[q].Tokens.First < start)
        {
            first--;
            start = sentences[first].FirstToken;
            if (stop - start > Longest)
            {
                start = sentences[++first].FirstToken;
                break;
            }
        }

        // A quotation that goes on behind it, and quoted sentences that follow: "We came," he said. "We saw. We left."
        bool colon = d.Context.Text[d.Context.Tokens[stop - 1].Start] == ':';
        while (end < sentences.Length)
        {
            int next = sentences[end].FirstToken;
            int q = d.QuoteOf[next];
            bool runsOn = q >= 0 && quotations[q].Tokens.First < next;
            bool quoted = q >= 0 && quotations[q].Tokens.First == next && (colon || sentences[end].Paragraph == sentences[sentence].Paragraph);
            if (!(runsOn || quoted) || sentences[end].EndToken - start > Longest)
            {
                break;
            }

            stop = sentences[end++].EndToken;
        }

        if (stop - start > Longest)
        {
            // One sentence longer than any frame: keep what stands around the cue.
            start = Math.Max(start, cue - (Longest / 2));
            stop = Math.Min(stop, start + Longest);
        }

        return (start, stop);
    }

    /// <summary>What the rules made of this cue: each token's label, and whether it begins or ends a stretch.</summary>
    private void ReadRule()
    {
        Array.Clear(_rule, 0, Count);
        int index = _d.RuleOf[Cue];
        _ruleKind = (uint)_d.RuleShape[Cue] * 16;
        if (index < 0)
        {
            return;
        }

        ref readonly Attribution rule = ref _d.Rule(index);
        _ruleKind += 1 + (uint)rule.ContentKind + (rule.Source.IsEmpty ? 8u : 0u);
        Array.Fill(_rule, (byte)1, 0, Count);
        MarkRule(rule.Content, 4);
        MarkRule(rule.Source, 2);
        MarkRule(rule.Cue, 3);
    }

    private void MarkRule(TokenRange slice, int label)
    {
        foreach (TokenRange range in _d.Context.Ranges.Span[slice.First..slice.End])
        {
            for (int i = Math.Max(First, range.First); i < Math.Min(End, range.End); i++)
            {
                _rule[i - First] = (byte)(label | (i == range.First ? 8 : 0) | (i == range.End - 1 ? 16 : 0));
            }
        }
    }

    /// <summary>The way in the tree from each token of the cue's sentence to the cue.</summary>
    private void ReadTree(int sentence)
    {
        Array.Clear(_branch, 0, Count);
        Array.Clear(_path, 0, Count);
        Array.Clear(_depth, 0, Count);
        Array.Clear(_edge, 0, Count);
        ReadOnlySpan<int> heads = _d.Heads;
        ReadOnlySpan<TokenRange> subtrees = _d.Context.Subtrees;
        ref readonly Sentence s = ref _d.Context.Sentences[sentence];
        if (heads[s.FirstToken] == DocumentContext.NotParsed)
        {
            return;
        }

        // The cue and its ancestors, each with a hash of the way up.
        int ups = 0;
        uint hash = 17;
        for (int at = Cue; ups < MostUps && at >= 0; at = heads[at])
        {
            _ups[ups] = at;
            _upHashes[ups++] = hash;
            hash = (hash * 31) + (uint)_d.Relation(at) + 1;
        }

        int to = Math.Min(s.EndToken, End);
        for (int i = Math.Max(s.FirstToken, First); i < to; i++)
        {
            int at = i;
            int below = -1;
            uint down = 0;
            int depth = 0;
            int meet = -1;
            while (at >= 0 && depth < 24)
            {
                meet = Array.IndexOf(_ups, at, 0, ups);
                if (meet >= 0)
                {
                    break;
                }

                down = (down * 37) + (uint)_d.Relation(at) + 1;
                below = at;
                at = heads[at];
                depth++;
            }

            int k = i - First;
            uint up = meet >= 0 ? _upHashes[meet] : 7;
            _depth[k] = (byte)depth;
            if (below < 0)
            {
                _branch[k] = (up * 1009) + 3;
                _path[k] = _branch[k];
                _edge[k] = 15;
                continue;
            }

            _branch[k] = (up * 1009) + ((uint)_d.Relation(below) * 4) + (below < Cue ? 1u : 2u);
            _path[k] = depth <= 3 ? (up * 4099) + down : _branch[k] + 77;
            _edge[k] = (byte)((subtrees[below].First == i ? 1 : 0) | (subtrees[below].End == i + 1 ? 2 : 0) | (subtrees[i].First == i ? 4 : 0) | (subtrees[i].End == i + 1 ? 8 : 0));
        }
    }

    /// <summary>Each token's quotation as it stands to the cue: the cue's own, the nearest to either side, another; and its place in it.</summary>
    private void ReadQuotes()
    {
        int home = _d.QuoteOf[Cue];
        int left = -1;
        int right = -1;
        for (int i = Cue; i >= First && left < 0; i--)
        {
            left = _d.QuoteOf[i] != home ? _d.QuoteOf[i] : -1;
        }

        for (int i = Cue; i < End && right < 0; i++)
        {
            right = _d.QuoteOf[i] != home ? _d.QuoteOf[i] : -1;
        }

        ReadOnlySpan<Quotation> quotations = _d.Context.Quotations.Span;
        for (int i = First; i < End; i++)
        {
            int q = _d.QuoteOf[i];
            int code = q < 0 ? 0 : q == home ? 1 : q == left ? 2 : q == right ? 3 : i < Cue ? 4 : 5;
            int mark = q < 0 ? 0 : quotations[q].Tokens.First == i ? 1 : quotations[q].Tokens.End - 1 == i ? 2 : 3;
            _quote[i - First] = (byte)((code * 4) + mark);
        }
    }

    /// <summary>What stands between each token and the cue: marks, finite verbs, words that open a clause.</summary>
    private void ReadBetween()
    {
        ReadBetween(Cue, First - 1, -1);
        ReadBetween(Cue, End, 1);
    }

    private void ReadBetween(int from, int to, int step)
    {
        int state = 0;
        int verbs = 0;
        int commas = 0;
        for (int i = from; i != to; i += step)
        {
            _between[i - First] = (byte)state;
            _clauses[i - First] = (byte)((verbs * 4) + commas);
            PennTag tag = _d.Tags[i];
            state |= tag switch
            {
                PennTag.Comma => 1,
                PennTag.OpenQuote or PennTag.CloseQuote => 2,
                PennTag.Period => 4,
                PennTag.Colon => 8,
                PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.MD => i == Cue ? 0 : 16,
                PennTag.WDT or PennTag.WP or PennTag.WRB => 32,
                _ => 0,
            };
            verbs = Math.Min(3, verbs + (i != Cue && tag is PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.MD ? 1 : 0));
            commas = Math.Min(3, commas + (tag == PennTag.Comma ? 1 : 0));
        }
    }
}
