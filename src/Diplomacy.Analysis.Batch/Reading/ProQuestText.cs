using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Text downloads of ProQuest: blocks between lines of underscores, "Field: value" in each.</summary>
internal static class ProQuestText
{
    private static readonly (string Name, FieldRole Role)[] Names =
    [
        ("Title", FieldRole.Title), ("Author", FieldRole.Author), ("Publication title", FieldRole.Source), ("Publication date", FieldRole.Date),
        ("Full text", FieldRole.Text), ("Abstract", FieldRole.Summary), ("ProQuest document ID", FieldRole.Id), ("Document URL", FieldRole.Url),
        ("Language of publication", FieldRole.Language), ("Publication info", FieldRole.None), ("Links", FieldRole.None), ("Subject", FieldRole.None),
        ("Location", FieldRole.None), ("People", FieldRole.None), ("Company / organization", FieldRole.None), ("Publication year", FieldRole.None),
        ("Publisher", FieldRole.None), ("Place of publication", FieldRole.None), ("Country of publication", FieldRole.None), ("Publication subject", FieldRole.None),
        ("ISSN", FieldRole.None), ("Source type", FieldRole.None), ("Document type", FieldRole.None), ("Copyright", FieldRole.None), ("Last updated", FieldRole.None),
        ("Database", FieldRole.None), ("Section", FieldRole.None), ("Pages", FieldRole.None), ("Volume", FieldRole.None), ("Identifier / keyword", FieldRole.None),
        ("Credit", FieldRole.None), ("Dateline", FieldRole.None), ("Number of pages", FieldRole.None), ("Classification", FieldRole.None), ("Company", FieldRole.None),
    ];

    public static bool Is(string text, List<(int Start, int End)> lines) =>
        lines.Any(l => IsRule(text.AsSpan(l.Start, l.End - l.Start))) && lines.Any(l => text.AsSpan(l.Start, l.End - l.Start).StartsWith("ProQuest document ID:", StringComparison.Ordinal));

    public static IEnumerable<DocumentPart> Parts(string text, List<(int Start, int End)> lines)
    {
        int first = 0;
        for (int i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !IsRule(text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start)))
            {
                continue;
            }

            DocumentPart part = Part(text, lines, first, i);
            if (part.Fields.Count > 0)
            {
                yield return part;
            }

            first = i + 1;
        }
    }

    private static DocumentPart Part(string text, List<(int Start, int End)> lines, int first, int end)
    {
        var part = new DocumentPart(first < lines.Count ? lines[first].Start : text.Length);
        for (int i = first; i < end;)
        {
            int at = i++;
            if (Field(text.AsSpan(lines[at].Start, lines[at].End - lines[at].Start)) is not { } field)
            {
                continue;
            }

            while (i < end && Field(text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start)) is null)
            {
                i++;
            }

            if (field.Role != FieldRole.None)
            {
                part.Set(field.Role, TextLines.Slice(text, lines[at].Start + field.Name.Length + 1, lines[i - 1].End));
            }
        }

        return part;
    }

    private static (string Name, FieldRole Role)? Field(ReadOnlySpan<char> line)
    {
        foreach ((string name, FieldRole role) in Names)
        {
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.Ordinal))
            {
                return (name, role);
            }
        }

        return null;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Trim() is { Length: >= 40 } rule && !rule.ContainsAnyExcept('_');
}
