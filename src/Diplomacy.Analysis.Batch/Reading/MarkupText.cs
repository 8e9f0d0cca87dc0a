using System.Net;
using System.Text;
using Diplomacy.Analysis.Batch.Offsets;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>
/// Takes the text out of HTML: tags go, paragraphs and breaks become line breaks, entities become their characters,
/// scripts and styles go with their content. Never throws, and takes time linear in the markup, however broken it is.
/// </summary>
internal static class MarkupText
{
    private static readonly string[] Blocks =
    [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "article", "section", "header",
        "footer", "main", "figure", "figcaption", "pre", "form", "hr", "body", "title",
    ];

    private static readonly string[] Lines = ["br", "li", "tr", "dd", "dt", "option"];

    // Their content is no text of the page.
    private static readonly string[] Hidden = ["script", "style", "noscript", "template", "svg", "head"];

    /// <summary>Whether a field is markup rather than text that speaks of "less than": it has a tag that only markup has.</summary>
    public static bool IsMarkup(string text)
    {
        for (int at = 0, tries = 0; tries < 64 && (at = text.IndexOf('<', at)) >= 0; at++, tries++)
        {
            ReadOnlySpan<char> name = TagName(text, at, out bool closes);
            if (name.Length > 0 && TagEnd(text, at, 4096) > 0 && (Is(name, Blocks) || Is(name, Lines) || Is(name, Hidden)
                || (closes && (name is "a" or "b" or "i" or "em" or "strong" or "span" or "u" or "html"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text of the markup, and the way back.</summary>
    public static string Extract(string source, out MarkupMap map)
    {
        var builder = new Builder(source);
        int at = 0;
        while (at < source.Length)
        {
            char c = source[at];
            if (c == '<' && Tag(source, at, builder) is var end and > 0)
            {
                at = end;
            }
            else if (c == '&' && Entity(source, at, builder) is var behind and > 0)
            {
                at = behind;
            }
            else if (char.IsWhiteSpace(c) && c != '\u00A0')
            {
                builder.Space(at, at + 1);
                at++;
            }
            else
            {
                builder.Copy(at);
                at++;
            }
        }

        return builder.Finish(out map);
    }

    // Returns where the tag ends, or -1 where it is none.
    private static int Tag(string source, int at, Builder builder)
    {
        if (source.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            // Without an end it hides nothing: rather some code in the text than the text lost.
            int close = builder.FindEnd("-->", at + 4);
            return close < 0 ? at + 4 : close + 3;
        }

        if (source.AsSpan(at).StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            return at + 9;
        }

        if (at + 1 < source.Length && source[at + 1] is '!' or '?')
        {
            return TagEnd(source, at, 4096);
        }

        ReadOnlySpan<char> name = TagName(source, at, out bool closes);
        int end = name.Length == 0 ? -1 : TagEnd(source, at, builder.TagLimit);
        if (end < 0)
        {
            builder.FailedTags += name.Length == 0 ? 0 : 1;
            return -1;
        }

        if (!closes && Is(name, Hidden) && source[end - 2] != '/')
        {
            int close = builder.FindEnd($"</{name}", end);
            return close < 0 ? end : Math.Max(end, TagEnd(source, close, 4096));
        }

        if (Is(name, Blocks))
        {
            builder.Break(2, at, end);
        }
        else if (Is(name, Lines) && (!closes || name is "br"))
        {
            builder.Break(1, at, end);
        }
        else if (name is "td" or "th")
        {
            builder.Space(at, end);
        }

        return end;
    }

    private static int Entity(string source, int at, Builder builder)
    {
        int length = source.AsSpan(at, Math.Min(32, source.Length - at)).IndexOf(';');
        if (length < 2)
        {
            return -1;
        }

        string entity = source.Substring(at, length + 1);
        string decoded = WebUtility.HtmlDecode(entity);
        if (decoded == entity)
        {
            return -1;
        }

        builder.Put(decoded, at, at + length + 1);
        return at + length + 1;
    }

    private static ReadOnlySpan<char> TagName(string source, int at, out bool closes)
    {
        int start = at + 1;
        closes = start < source.Length && source[start] == '/';
        start += closes ? 1 : 0;
        int end = start;
        while (end < source.Length && end - start < 16 && char.IsAsciiLetterOrDigit(source[end]))
        {
            end++;
        }

        // "<5 percent" and "<and" are no tags: a name begins with a letter and is followed by space, "/" or ">".
        return end > start && char.IsAsciiLetter(source[start]) && end < source.Length && source[end] is ' ' or '\t' or '\r' or '\n' or '/' or '>'
            ? source.AsSpan(start, end - start)
            : default;
    }

    private static int TagEnd(string source, int at, int limit)
    {
        char quote = '\0';
        int end = Math.Min(source.Length, at + limit);
        for (int i = at + 1; i < end; i++)
        {
            char c = source[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && source[i - 1] is '=' or ' ')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
            else if (c == '<')
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool Is(ReadOnlySpan<char> name, string[] names)
    {
        foreach (string candidate in names)
        {
            if (name.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Collects text and runs. White space is held back until a character follows, so that none stands at the ends.</summary>
    private sealed class Builder(string source)
    {
        private readonly StringBuilder _text = new(source.Length);
        private readonly List<int> _textStarts = [];
        private readonly List<int> _sourceStarts = [];
        private readonly List<int> _sourceEnds = [];
        private readonly List<bool> _copied = [];
        private int _breaks;
        private bool _space;
        private int _gapStart = -1;
        private int _gapEnd;
        private HashSet<string>? _neverEnding;

        /// <summary>Tags that did not end; where there are many, tags are looked through less far, so that hostile markup takes linear time too.</summary>
        public int FailedTags { get; set; }

        public int TagLimit => FailedTags < 16 ? 1 << 20 : 512;

        /// <summary>Where the end mark stands next, or -1. What is not found once is not looked for again.</summary>
        public int FindEnd(string mark, int at)
        {
            if (_neverEnding?.Contains(mark) == true)
            {
                return -1;
            }

            int found = source.AsSpan(at).IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                (_neverEnding ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(mark);
                return -1;
            }

            return at + found;
        }

        public void Space(int start, int end)
        {
            _space = true;
            Gap(start, end);
        }

        public void Break(int lines, int start, int end)
        {
            // Each break line counts ("<br><br>" is a paragraph), while block tags next to each other are one.
            _breaks = lines == 1 ? Math.Min(2, _breaks + 1) : 2;
            Gap(start, end);
        }

        public void Copy(int at)
        {
            CloseGap();
            int last = _copied.Count - 1;
            if (last >= 0 && _copied[last] && _sourceEnds[last] == at)
            {
                _sourceEnds[last] = at + 1;
            }
            else
            {
                Run(at, at + 1, copied: true);
            }

            _text.Append(source[at]);
        }

        public void Put(string decoded, int start, int end)
        {
            CloseGap();
            Run(start, end, copied: false);
            _text.Append(decoded);
        }

        public string Finish(out MarkupMap map)
        {
            map = new MarkupMap(source, _text.Length, [.. _textStarts], [.. _sourceStarts], [.. _sourceEnds], [.. _copied]);
            return _text.ToString();
        }

        private void Gap(int start, int end)
        {
            _gapStart = _gapStart < 0 ? start : _gapStart;
            _gapEnd = end;
        }

        private void CloseGap()
        {
            if (_gapStart >= 0 && _text.Length > 0 && (_breaks > 0 || _space))
            {
                Run(_gapStart, _gapEnd, copied: false);
                _text.Append(_breaks switch { 0 => " ", 1 => "\n", _ => "\n\n" });
            }

            (_gapStart, _breaks, _space) = (-1, 0, false);
        }

        private void Run(int start, int end, bool copied)
        {
            _textStarts.Add(_text.Length);
            _sourceStarts.Add(start);
            _sourceEnds.Add(end);
            _copied.Add(copied);
        }
    }
}
