using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Downloads of Factiva in the form with field codes: "HD" and the headline, "LP" and "TD" the text, "AN" the end of the article.</summary>
internal static class FactivaText
{
    private static readonly string[] Codes =
    [
        "AN", "ART", "BY", "CLM", "CO", "CR", "CT", "CX", "CY", "DLN", "ED", "ET", "HD", "IN", "IPC", "IPD", "LA", "LP", "NS", "PD", "PG", "PUB", "RE", "RF",
        "RST", "SC", "SE", "SN", "TD", "VOL", "WC",
    ];

    /// <summary>Whether the text has the codes of at least one article.</summary>
    public static bool Is(string text, List<(int Start, int End)> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int start, int end) in lines.Take(2000))
        {
            if (Code(text.AsSpan(start, end - start), out _) is { } code)
            {
                seen.Add(code);
            }
        }

        return seen.Contains("HD") && seen.Contains("PD") && seen.Contains("SN") && (seen.Contains("LP") || seen.Contains("TD"));
    }

    public static IEnumerable<DocumentPart> Parts(string text, List<(int Start, int End)> lines)
    {
        DocumentPart? part = null;
        string? lead = null;
        string? tail = null;
        for (int i = 0; i < lines.Count;)
        {
            string? code = Code(text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start), out int skipped);
            int valueStart = lines[i].Start + skipped;
            int start = lines[i].Start;
            int last = i++;
            while (i < lines.Count && Code(text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start), out _) is null && (code != "AN" || i == last + 1))
            {
                i++;
            }

            if (code is null)
            {
                continue;
            }

            // "AN" takes one line more at most: what follows is the foot of the file or the next article.
            string value = TextLines.Slice(text, valueStart, lines[i - 1].End);
            part ??= new DocumentPart(start);
            lead = code == "LP" ? value : lead;
            tail = code == "TD" ? value : tail;
            Set(part, code, value);
            if (code == "AN")
            {
                yield return Finished(part, lead, tail);
                (part, lead, tail) = (null, null, null);
            }
        }

        if (part is not null)
        {
            yield return Finished(part, lead, tail);
        }
    }

    private static DocumentPart Finished(DocumentPart part, string? lead, string? tail)
    {
        part.Set(FieldRole.Text, string.Join("\n\n", new[] { lead, tail }.Where(t => !string.IsNullOrWhiteSpace(t))));
        return part;
    }

    private static void Set(DocumentPart part, string code, string value)
    {
        FieldRole role = code switch
        {
            "HD" => FieldRole.Title,
            "BY" => FieldRole.Author,
            "PD" => FieldRole.Date,
            "SN" => FieldRole.Source,
            "LA" => FieldRole.Language,
            "AN" => FieldRole.Id,
            _ => FieldRole.None,
        };
        if (role != FieldRole.None)
        {
            string first = value.Split('\n')[0].Trim();
            part.Set(role, role == FieldRole.Title ? value.ReplaceLineEndings(" ") : role == FieldRole.Id && first.StartsWith("Document ", StringComparison.Ordinal) ? first[9..] : first);
        }
    }

    private static string? Code(ReadOnlySpan<char> line, out int skipped)
    {
        skipped = 0;
        int start = line.Length - line.TrimStart().Length;
        ReadOnlySpan<char> rest = line[start..];
        int length = 0;
        while (length < rest.Length && rest[length] is >= 'A' and <= 'Z')
        {
            length++;
        }

        if (length is < 2 or > 3 || (length < rest.Length && rest[length] is not (' ' or '\t' or '\u00A0')))
        {
            return null;
        }

        foreach (string code in Codes)
        {
            if (rest[..length].SequenceEqual(code))
            {
                skipped = start + length;
                return code;
            }
        }

        return null;
    }
}
