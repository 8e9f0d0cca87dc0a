using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Regions;

/// <summary>
/// Finds the labels at the head of a transcript's turns. Every label-like stretch is noted first; then it counts only where
/// the document bears it out, since "KUWAIT: ..." is a dateline, "Note: ..." a note and "WHO: ... WHEN: ..." an advisory.
/// </summary>
internal readonly ref struct TurnLabelReader
{
    private const int LongestLabel = 9;
    private const int DistinctKeys = 64;

    private readonly DocumentContext _document;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly string _text;
    private readonly RegionRules _rules;

    public TurnLabelReader(DocumentContext document, RegionRules rules)
    {
        _document = document;
        _tokens = document.Tokens;
        _text = document.Text;
        _rules = rules;
    }

    public void Run()
    {
        Buffer<LabelCandidate> labels = _document.Regions.Labels;
        for (int i = 0; i < _tokens.Length; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (token.Length > 2)
            {
                continue;
            }

            char c = _text[token.Start];
            if (c == ':' && token.Length == 1 && i > 0)
            {
                AtColon(labels, i);
            }
            else if (c is 'Q' or 'A' && IsBareLetter(i, out int end))
            {
                labels.Add(new LabelCandidate { First = i, End = end, Key = c, Shape = LabelShape.Bare, LeadsLine = LeadsLine(i) });
            }
        }

        if (labels.Count > 0)
        {
            Accept(labels);
        }
    }

    /// <summary>"Q Thanks, ...", "Q. Do you ...", "A. We do": the letter alone or with a period, then a sentence on the same line.</summary>
    private bool IsBareLetter(int i, out int end)
    {
        end = i + 1;
        bool period = _tokens[i].Length == 2;
        if (period && _text[_tokens[i].Start + 1] != '.')
        {
            return false;
        }

        if (!period && end < _tokens.Length && _text[_tokens[end].Start] == '.' && _tokens[end].Length == 1 && !_tokens[end].Is(TokenTraits.SpaceBefore))
        {
            period = true;
            end++;
        }

        return (period || _text[_tokens[i].Start] == 'Q')
            && end < _tokens.Length
            && _tokens[end].Is(TokenTraits.SpaceBefore)
            && !_tokens[end].Is(TokenTraits.LineBreakBefore)
            && (_tokens[end].Is(TokenTraits.InitialCapital) || _text[_tokens[end].Start] is '(' or '[' or '\u2014' or '-' or '"' or '\u201C')
            && IsLabelPlace(i);
    }

    private bool LeadsLine(int i) => i == 0 || _tokens[i].Is(TokenTraits.LineBreakBefore);

    /// <summary>A line's start, or right behind a stop: exports often lose the line breaks between turns.</summary>
    private bool IsLabelPlace(int i) =>
        LeadsLine(i) || _text[_tokens[i - 1].End - 1] is '.' or '?' or '!' or '"' or '\u201D' or ')' or ']' or '\u2026' or '*' or '-' or '\u2014' or '_' || _tokens[i - 1].Is(TokenTraits.AllCapitals);

    private void AtColon(Buffer<LabelCandidate> labels, int colon)
    {
        // "17:15" is one token; a label's colon is followed by a blank or ends the line.
        if (_tokens[colon].Is(TokenTraits.SpaceBefore) || (colon + 1 < _tokens.Length && !_tokens[colon + 1].Is(TokenTraits.SpaceBefore)))
        {
            return;
        }

        int first = colon;
        int lineFirst = -1;
        bool capitals = true;
        int capitalsFirst = -1;
        for (int i = colon - 1; i >= 0 && i >= colon - LongestLabel; i--)
        {
            ref readonly Token token = ref _tokens[i];
            bool caps = token.Is(TokenTraits.AllCapitals) || (token.Is(TokenTraits.InitialCapital) && token.Length <= 2);
            bool glue = _rules.NameGlue.Contains(token);
            if (!caps && !glue && !token.Is(TokenTraits.InitialCapital) && !InBrackets(i, colon))
            {
                break;
            }

            capitals &= caps || glue;
            if (capitals && caps)
            {
                capitalsFirst = i;
            }

            first = i;
            if (LeadsLine(i))
            {
                lineFirst = i;
                break;
            }
        }

        if (first == colon)
        {
            return;
        }

        if (lineFirst >= 0)
        {
            if (!_tokens[lineFirst].Is(TokenTraits.InitialCapital))
            {
                return;
            }

            // "2:36 P.M. EDT MR. BERG:" : the label starts at its title.
            int start = capitals ? AfterZone(lineFirst, colon) : lineFirst;
            Add(labels, start, colon, capitals, leads: start == lineFirst);
        }
        else if (capitalsFirst >= 0)
        {
            int start = AfterZone(capitalsFirst, colon);
            if (start < colon && IsLabelPlace(start) && HasTitle(start, colon))
            {
                Add(labels, start, colon, capitals: true, leads: false);
            }
        }
    }

    /// <summary>Words in brackets belong to a label: "BERG (through interpreter):".</summary>
    private bool InBrackets(int i, int colon)
    {
        for (int k = i; k < colon; k++)
        {
            if (_text[_tokens[k].Start] == ')')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind a clock time and its zone, where capitals before the label stand for those.</summary>
    private int AfterZone(int first, int colon)
    {
        int start = first;
        for (int i = first; i < colon; i++)
        {
            if (_rules.Zones.Contains(_tokens[i]))
            {
                start = i + 1;
            }
        }

        return start;
    }

    private bool HasTitle(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_rules.TitleWords.Contains(_tokens[i]) || _rules.Askers.Contains(_tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Buffer<LabelCandidate> labels, int first, int colon, bool capitals, bool leads)
    {
        if (first >= colon || _rules.NoLabels.Contains(_tokens[first]))
        {
            return;
        }

        LabelShape shape = colon - first == 1 && (_rules.Askers.Contains(_tokens[first]) || _rules.Answerers.Contains(_tokens[first])) ? LabelShape.Role
            : !capitals ? LabelShape.Name
            : HasTitle(first, colon) ? LabelShape.Titled
            : LabelShape.Capitals;
        uint key = StableHash.Begin;
        for (int i = first; i < colon; i++)
        {
            // "ZAKARIA, CNN ANCHOR" and "BERG (voice-over)" are ZAKARIA and BERG again.
            if (i > first && _text[_tokens[i].Start] is ',' or '(')
            {
                break;
            }

            foreach (char c in _document.TokenText(i))
            {
                key = StableHash.Append(key, char.ToLowerInvariant(c));
            }
        }

        labels.Add(new LabelCandidate { First = first, End = colon + 1, Key = key, Shape = shape, LeadsLine = leads });
    }

    private void Accept(Buffer<LabelCandidate> labels)
    {
        Span<uint> keys = stackalloc uint[DistinctKeys];
        Span<int> counts = stackalloc int[DistinctKeys];
        int distinct = 0;
        int plain = 0;
        int bare = 0;
        int repeated = 0;
        foreach (ref readonly LabelCandidate label in labels.Span)
        {
            if (label.Shape == LabelShape.Bare)
            {
                bare += label.LeadsLine && label.Key == 'Q' ? 1 : 0;
                continue;
            }

            plain += label.Shape is LabelShape.Role or LabelShape.Titled ? 1 : 0;
            int k = keys[..distinct].IndexOf(label.Key);
            if (k < 0 && distinct < DistinctKeys)
            {
                k = distinct++;
                keys[k] = label.Key;
            }

            if (k >= 0 && ++counts[k] == 2)
            {
                repeated++;
            }
        }

        bool transcript = plain > 0 || repeated > 1;
        Buffer<RegionMark> marks = _document.Regions.Marks;
        int count = 0;
        Span<LabelCandidate> all = labels.Span;
        for (int i = 0; i < all.Length; i++)
        {
            LabelCandidate label = all[i];
            int k = keys[..distinct].IndexOf(label.Key);
            int times = k < 0 ? 1 : counts[k];
            bool accepted = label.Shape switch
            {
                LabelShape.Role => label.LeadsLine || times > 1,
                LabelShape.Titled => label.LeadsLine || plain > 1,
                LabelShape.Capitals => label.LeadsLine && (times > 1 ? transcript || times > 2 : plain + repeated > 2),
                LabelShape.Name => label.LeadsLine && (times > 2 || (times > 1 && repeated > 1) || (times == 1 && transcript && HasTitle(label.First, label.End) && repeated + plain > 2)),
                _ when label.Key == 'A' => label.LeadsLine && bare > 1,
                _ => label.LeadsLine ? plain > 0 || bare > 1 : plain > 1 || bare > 2,
            };
            if (accepted)
            {
                marks.Add(new RegionMark(new TokenRange(label.First, label.End), RegionKind.TurnLabel));
                all[count++] = label;
            }
        }

        labels.Resize(count);
    }
}
