using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Regions;

/// <summary>
/// Looks at each paragraph once: is all of it a headline, a date, a byline, a counter or something the page put there, or
/// does it start with a dateline?
/// </summary>
internal readonly ref partial struct ParagraphRegions
{
    /// <summary>Paragraphs from the top in which a headline, a byline and the dateline are looked for.</summary>
    private const int Top = 14;

    private const int LongestHeadline = 30;

    private readonly DocumentContext _document;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly string _text;
    private readonly RegionRules _rules;
    private readonly RegionWorkspace _regions;

    public ParagraphRegions(DocumentContext document, RegionRules rules)
    {
        _document = document;
        _tokens = document.Tokens;
        _text = document.Text;
        _rules = rules;
        _regions = document.Regions;
    }

    public void Run()
    {
        // The labels' marks stand first in the buffer; paragraphs add theirs behind, and the two lists are merged at the end.
        int labels = _regions.Marks.Count;
        int label = 0;
        ReadOnlySpan<Sentence> sentences = _document.Sentences;
        TokenRange headline = default;
        bool body = false;
        bool block = false;
        int number = 0;
        int bodies = 0;
        for (int s = 0; s < sentences.Length; number++)
        {
            int end = s + 1;
            while (end < sentences.Length && sentences[end].Paragraph == sentences[s].Paragraph)
            {
                end++;
            }

            var paragraph = new TokenRange(sentences[s].FirstToken, sentences[end - 1].EndToken);
            s = end;
            while (label < labels && _regions.Marks[label].Tokens.End <= paragraph.First)
            {
                label++;
            }

            if (label < labels && _regions.Marks[label].Tokens.First < paragraph.End)
            {
                // A turn; what stands before its label in the same paragraph is too rare to tell apart.
                body = true;
                block = false;
                AsidesOf(paragraph);
                continue;
            }

            bool last = s == sentences.Length;
            RegionKind region = RegionOf(paragraph, number, body, last, headline, ref block);
            if (region != RegionKind.Body)
            {
                _regions.Marks.Add(new RegionMark(paragraph, region));
                if (region == RegionKind.Headline && headline.IsEmpty)
                {
                    headline = paragraph;
                }

                continue;
            }

            // Dateline: before the first paragraph of the text proper, or (digests) before any with a date or an agency.
            var dateline = new DatelineReader(_document, _rules, paragraph);
            if (dateline.Read(first: bodies == 0 && number < Top))
            {
                _regions.Marks.Add(new RegionMark(new TokenRange(paragraph.First, dateline.End), RegionKind.Dateline));
                Note(dateline.Place, dateline.Date, number);
            }

            if (bodies++ < 3 || paragraph.Count < 12)
            {
                body |= paragraph.Count >= 12;
            }

            AsidesOf(paragraph);
            SignatureOf(paragraph, last);
        }

        if (labels > 0 && _regions.Marks.Count > labels)
        {
            // Two sorted runs; the sort is on short lists of structs.
            _regions.Marks.Span.Sort(static (a, b) => a.Tokens.First.CompareTo(b.Tokens.First));
        }
    }

    private RegionKind RegionOf(TokenRange paragraph, int number, bool body, bool last, TokenRange headline, ref bool block)
    {
        int count = paragraph.Count;
        if (count <= 24 && IsDateLine(paragraph, out TokenRange date))
        {
            Note(default, date, number);
            return RegionKind.PublicationDate;
        }

        if (count <= 24 && IsCounter(paragraph))
        {
            return RegionKind.Counter;
        }

        if (IsBoilerplate(paragraph, ref block))
        {
            return RegionKind.Boilerplate;
        }

        bool stopped = EndsStopped(paragraph);
        if (count > LongestHeadline || _tokens[paragraph.First].Kind == TokenKind.Quote && stopped)
        {
            return RegionKind.Body;
        }

        if (number < Top && !body && IsTitle(paragraph, headline))
        {
            return RegionKind.Headline;
        }

        if (count <= 14 && (number < Top || last) && IsByline(paragraph))
        {
            return RegionKind.Byline;
        }

        if (stopped || last && number == 0)
        {
            return RegionKind.Body;
        }

        // The first line of a text without metadata: a headline has no stop.
        if (number == 0 && !last && count >= 3 && _document.Article.Title is null && _text[_tokens[paragraph.End - 1].Start] is not (',' or ':' or ';'))
        {
            return RegionKind.Headline;
        }

        return count <= 14 && IsHeading(paragraph) ? RegionKind.Headline : RegionKind.Body;
    }

    private void Note(TokenRange place, TokenRange date, int number)
    {
        if (number >= Top)
        {
            return;
        }

        if (_regions.DatelinePlace.IsEmpty)
        {
            _regions.DatelinePlace = place;
        }

        if (_regions.DatelineDate.IsEmpty)
        {
            _regions.DatelineDate = date;
        }
    }

    private bool EndsStopped(TokenRange paragraph)
    {
        for (int i = paragraph.End - 1; i >= paragraph.First && i > paragraph.End - 4; i--)
        {
            char c = _text[_tokens[i].End - 1];
            if (c is '.' or '!' or '?' or '\u2026' or '\u3002')
            {
                return true;
            }

            if (_tokens[i].Kind != TokenKind.Quote && c is not (')' or ']'))
            {
                return false;
            }
        }

        return false;
    }
}
