using System.Text;
using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>
/// Reads files that are texts: one article, or the downloads of news archives that hold many as running text (Nexis,
/// Factiva, ProQuest), feeds and web pages. The file is in memory as a whole; <see cref="ReaderOptions.MaxRecordSize"/> bounds it.
/// </summary>
internal sealed class DocumentReader(string file, string name, ReaderOptions options)
{
    public IEnumerable<InputRecord> Read(string text)
    {
        string? format = options.Format?.Name;
        if (RtfText.Is(text))
        {
            text = RtfText.Extract(text);
        }
        else if (XmlExport.Is(text))
        {
            return Records(text, XmlExport.Parts(text));
        }
        else if (IsPage(text))
        {
            string plain = MarkupText.Extract(text, out _);
            return FactivaText.Is(plain, TextLines.Of(plain)) ? Records(plain, FactivaText.Parts(plain, TextLines.Of(plain))) : [Page(text)];
        }

        List<(int Start, int End)> lines = TextLines.Of(text);
        return format == "nexis-txt" || lines.Take(400).Any(l => NexisText.IsCounter(text.AsSpan(l.Start, l.End - l.Start))) ? Records(text, NexisText.Parts(text, lines))
            : format == "nexis-uni" || NexisText.IsUni(text, lines) ? Records(text, NexisText.UniParts(text, lines))
            : format == "proquest-txt" || ProQuestText.Is(text, lines) ? Records(text, ProQuestText.Parts(text, lines))
            : format == "factiva" || FactivaText.Is(text, lines) ? Records(text, FactivaText.Parts(text, lines))
            : [Single(text)];
    }

    private bool IsPage(string text) =>
        Path.GetExtension(InputFile.Unpacked(name)).ToLowerInvariant() is ".html" or ".htm" or ".xhtml"
        || text.AsSpan().TrimStart() is var start && (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<InputRecord> Records(string text, IEnumerable<DocumentPart> parts)
    {
        var fields = new ArticleFields(options, InputFile.Unpacked(Path.GetFileName(file)));
        long row = 0;
        long line = 1;
        long at = 0;
        int before = 0;
        foreach (DocumentPart part in parts)
        {
            // Parts stand in the order of the text, so that lines and bytes are counted once.
            bool placed = part.Start > 0 || row == 0;
            ReadOnlySpan<char> passed = text.AsSpan(before, Math.Max(0, part.Start - before));
            line += passed.Count('\n');
            at += Encoding.UTF8.GetByteCount(passed);
            before = Math.Max(before, part.Start);
            row++;
            var position = new SourcePosition(file, row, placed ? line : 0, placed ? at : -1);
            fields.Clear();
            foreach ((FieldRole role, string value) in part.Fields)
            {
                fields.Set(role, value);
            }

            Article? article = fields.ToArticle(row, countrySpeaks: false, out string? reason);
            yield return article is null
                ? new InputRecord { Position = position, Reason = reason, Evidence = part.Fields.GetValueOrDefault(FieldRole.Title) }
                : fields.Record(position, article);
        }

        if (row == 0)
        {
            yield return new InputRecord { Position = new SourcePosition(file, 1, 1, 0), Reason = "no article found in it", Evidence = text.Length > 200 ? text[..200] : text };
        }
    }

    private InputRecord Page(string html)
    {
        string? title = Between(html, "<h1", "</h1") ?? Between(html, "<title", "</title");
        string text = MarkupText.Extract(html, out Offsets.MarkupMap map);
        string body = title is not null && text.StartsWith(title, StringComparison.Ordinal) ? text[title.Length..] : text;
        if (PythonBytes.Decode(body) is { } decoded)
        {
            return Single(decoded, title);
        }

        InputRecord record = Single(text, title);
        return record.Article is null ? record : record with { Markup = map };
    }

    private static string? Between(string html, string open, string close)
    {
        int start = html.IndexOf(open, StringComparison.OrdinalIgnoreCase);
        int begin = start < 0 ? -1 : html.IndexOf('>', start);
        int end = begin < 0 ? -1 : html.IndexOf(close, begin, StringComparison.OrdinalIgnoreCase);
        return end < 0 || end - begin > 2000 ? null : MarkupText.Extract(html[(begin + 1)..end], out _) is { Length: > 0 } text ? text : null;
    }

    private InputRecord Single(string text, string? title = null)
    {
        var position = new SourcePosition(file, 1, 1, 0);
        string id = Path.ChangeExtension(InputFile.Unpacked(name), null);
        return string.IsNullOrWhiteSpace(text)
            ? new InputRecord { Position = position, Reason = "empty text" }
            : new InputRecord { Position = position, Article = new Article { Text = text, Id = id, Title = title, SpeakerCountry = DebateCountry(id) } };
    }

    // The UN General Debate corpus is a folder of "USA_75_2020.txt": country, session, year.
    private static string? DebateCountry(string id)
    {
        string[] parts = Path.GetFileName(id).Split('_');
        return parts is [{ Length: 3 } country, { Length: 2 } session, { Length: 4 } year]
            && !country.AsSpan().ContainsAnyExceptInRange('A', 'Z')
            && !session.AsSpan().ContainsAnyExceptInRange('0', '9')
            && !year.AsSpan().ContainsAnyExceptInRange('0', '9') ? country : null;
    }
}
