using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>
/// Text downloads of LexisNexis: "3 of 120 DOCUMENTS", source, day, headline, keyword lines, the body behind
/// "LENGTH: 355 words", keyword lines again. Also German and French, and the newer form ("Length:", "Body", "End of Document").
/// </summary>
internal static class NexisText
{
    private static readonly string[] LengthNames = ["LENGTH", "LÄNGE", "LONGUEUR"];

    private static readonly string[] Endings =
    [
        "LANGUAGE", "LOAD-DATE", "PUBLICATION-TYPE", "GRAPHIC", "SUBJECT", "TYPE", "SPRACHE", "UPDATE", "LANGUE", "DATE-CHARGEMENT", "DOCUMENT-TYPE",
        "JOURNAL-CODE", "CORRECTION", "NOTES", "COMPANY", "ORGANIZATION", "COUNTRY", "GEOGRAPHIC", "PERSON",
    ];

    /// <summary>Whether a line counts documents: "12 of 40 DOCUMENTS".</summary>
    public static bool IsCounter(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is < 8 or > 60)
        {
            return false;
        }

        string[] words = line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool germanOrFrench = words is ["Dokument" or "Document", ..];
        string[] numbers = germanOrFrench ? words[1..] : words;
        return numbers.Length == (germanOrFrench ? 3 : 4) && IsNumber(numbers[0]) && numbers[1] is "of" or "von" or "de" && IsNumber(numbers[2])
            && (germanOrFrench || numbers[3] is "DOCUMENTS" or "DOCUMENT" or "DOKUMENTEN");
    }

    public static bool IsUni(string text, List<(int Start, int End)> lines) =>
        lines.Any(l => text.AsSpan(l.Start, l.End - l.Start).Trim() is "End of Document") && lines.Any(l => text.AsSpan(l.Start, l.End - l.Start).Trim() is "Body");

    public static IEnumerable<DocumentPart> Parts(string text, List<(int Start, int End)> lines)
    {
        int first = lines.FindIndex(l => IsCounter(text.AsSpan(l.Start, l.End - l.Start)));
        while (first >= 0)
        {
            int next = lines.FindIndex(first + 1, l => IsCounter(text.AsSpan(l.Start, l.End - l.Start)));
            yield return Part(text, lines, first + 1, next < 0 ? lines.Count : next);
            first = next;
        }
    }

    public static IEnumerable<DocumentPart> UniParts(string text, List<(int Start, int End)> lines)
    {
        int first = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (Line(text, lines[i]) == "End of Document")
            {
                yield return UniPart(text, lines, first, i);
                first = i + 1;
            }
        }
    }

    private static DocumentPart Part(string text, List<(int Start, int End)> lines, int first, int end)
    {
        var part = new DocumentPart(first < lines.Count ? lines[first].Start : text.Length);
        int length = -1;
        for (int i = first; i < end && length < 0; i++)
        {
            length = Keyword(Line(text, lines[i])) is { } name && LengthNames.Contains(name) ? i : -1;
        }

        // Blocks of the head: source, day, headline; keyword lines between them.
        int head = length < 0 ? end : length;
        int i0 = Filled(text, lines, first, head);
        if (i0 < head)
        {
            part.Set(FieldRole.Source, Line(text, lines[i0]));
        }

        int day = i0 + 1;
        while (day < head && DateReader.Read(Line(text, lines[day])) is null)
        {
            day++;
        }

        int body = length + 1;
        if (day < head)
        {
            part.Set(FieldRole.Date, Line(text, lines[day]));
            int title = Filled(text, lines, day + 1, head);
            int titleEnd = title;
            while (titleEnd < head && Line(text, lines[titleEnd]).Length > 0 && Keyword(Line(text, lines[titleEnd])) is null)
            {
                titleEnd++;
            }

            part.Set(FieldRole.Title, string.Join(' ', Enumerable.Range(title, titleEnd - title).Select(i => Line(text, lines[i]))));
            body = length < 0 ? titleEnd : body;
        }

        for (int i = first; i < end; i++)
        {
            string line = Line(text, lines[i]);
            switch (Keyword(line))
            {
                case "BYLINE" or "AUTOR" or "AUTEUR":
                    part.Set(FieldRole.Author, line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
                    break;
                case "LANGUAGE" or "SPRACHE" or "LANGUE":
                    part.Set(FieldRole.Language, line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(';')[0]);
                    break;
                default:
                    break;
            }
        }

        int stop = body;
        while (stop < end && !(Keyword(Line(text, lines[stop])) is { } name && Endings.Contains(name)) && !Line(text, lines[stop]).StartsWith("Copyright ", StringComparison.Ordinal))
        {
            stop++;
        }

        if (body < stop)
        {
            part.Set(FieldRole.Text, TextLines.Slice(text, lines[body].Start, lines[stop - 1].End));
        }

        return part;
    }

    private static DocumentPart UniPart(string text, List<(int Start, int End)> lines, int first, int end)
    {
        int i = Filled(text, lines, first, end);
        var part = new DocumentPart(i < lines.Count ? lines[i].Start : text.Length);
        FieldRole[] head = [FieldRole.Title, FieldRole.Source, FieldRole.Date];
        int body = -1;
        int stop = end;
        for (int n = 0; i < end; i++)
        {
            string line = Line(text, lines[i]).Replace('\u00A0', ' ');
            if (body < 0 && line == "Body")
            {
                body = i + 1;
            }
            else if (line.StartsWith("Byline:", StringComparison.Ordinal))
            {
                part.Set(FieldRole.Author, line[7..]);
            }
            else if (body >= 0 && (line.StartsWith("Load-Date:", StringComparison.Ordinal) || line is "Classification" or "Graphic" or "Notes"))
            {
                stop = i;
                break;
            }
            else if (body < 0 && line.Length > 0 && n < head.Length)
            {
                part.Set(head[n++], line);
            }
        }

        if (body >= 0 && body < stop)
        {
            part.Set(FieldRole.Text, TextLines.Slice(text, lines[body].Start, lines[stop - 1].End));
        }

        return part;
    }

    private static int Filled(string text, List<(int Start, int End)> lines, int first, int end)
    {
        while (first < end && Line(text, lines[first]).Length == 0)
        {
            first++;
        }

        return first;
    }

    private static string Line(string text, (int Start, int End) line) => text[line.Start..line.End].Trim();

    // "LOAD-DATE: January 12, 2010": a word in capitals and a colon.
    private static string? Keyword(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is >= 4 and <= 20 && line.AsSpan(0, colon) is var name && !name.ContainsAnyInRange('a', 'z') && char.IsLetter(name[0]) && !name.Contains(' ') ? name.ToString() : null;
    }

    private static bool IsNumber(string word) => word.Length is > 0 and < 8 && !word.AsSpan().ContainsAnyExceptInRange('0', '9');
}
