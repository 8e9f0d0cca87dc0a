using System.Globalization;
using System.Text;
using Diplomacy.Analysis.Batch.Offsets;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Lists in one CSV cell: joined by ";", with "\" before a ";", "|" or "\" that belongs to an element.</summary>
internal static class CsvList
{
    public static string Join(IReadOnlyList<string> values)
    {
        if (values.Count == 1 && values[0].AsSpan().IndexOfAny(";|\\") < 0)
        {
            return values[0];
        }

        var text = new StringBuilder();
        for (int i = 0; i < values.Count; i++)
        {
            Escape(i == 0 ? text : text.Append(';'), values[i]);
        }

        return text.ToString();
    }

    public static IReadOnlyList<string> Split(string cell) => cell.Length == 0 ? [] : Split(cell, ';').ConvertAll(Unescape);

    /// <summary>"start-end" for each span; ends are exclusive.</summary>
    public static string JoinSpans(IReadOnlyList<TextSpan> spans, OffsetMap offsets)
    {
        var text = new StringBuilder();
        for (int i = 0; i < spans.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ";")}{offsets.Convert(spans[i].Start)}-{offsets.ConvertEnd(spans[i].End)}");
        }

        return text.ToString();
    }

    public static IReadOnlyList<TextSpan> SplitSpans(string cell) => cell.Length == 0 ? [] : Split(cell, ';').ConvertAll(Span);

    /// <summary>"rule|start-end|weight|reason" for each piece.</summary>
    public static string JoinEvidence(IReadOnlyList<Evidence> evidence, OffsetMap offsets)
    {
        var text = new StringBuilder();
        for (int i = 0; i < evidence.Count; i++)
        {
            Escape(i == 0 ? text : text.Append(';'), evidence[i].Rule);
            text.Append(CultureInfo.InvariantCulture, $"|{offsets.Convert(evidence[i].Span.Start)}-{offsets.ConvertEnd(evidence[i].Span.End)}|{evidence[i].Weight:R}|");
            Escape(text, evidence[i].Reason);
        }

        return text.ToString();
    }

    public static IReadOnlyList<Evidence> SplitEvidence(string cell) => cell.Length == 0 ? [] : Split(cell, ';').ConvertAll(piece =>
    {
        List<string> parts = Split(piece, '|');
        return new Evidence(Unescape(parts[0]), Span(parts[1]), double.Parse(parts[2], CultureInfo.InvariantCulture), Unescape(parts[3]));
    });

    private static TextSpan Span(string text)
    {
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        return TextSpan.FromBounds(int.Parse(text.AsSpan(0, dash), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    private static void Escape(StringBuilder text, string value)
    {
        foreach (char c in value)
        {
            (c is ';' or '|' or '\\' ? text.Append('\\') : text).Append(c);
        }
    }

    private static List<string> Split(string cell, char separator)
    {
        var parts = new List<string>();
        int start = 0;
        for (int i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\')
            {
                i++;
            }
            else if (cell[i] == separator)
            {
                parts.Add(cell[start..i]);
                start = i + 1;
            }
        }

        parts.Add(cell[start..]);
        return parts;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            text.Append(value[i] == '\\' && i + 1 < value.Length ? value[++i] : value[i]);
        }

        return text.ToString();
    }
}
