namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>The lines of a text with their places.</summary>
internal static class TextLines
{
    /// <summary>Start and exclusive end of each line, without its line break; a form feed ends a line too.</summary>
    public static List<(int Start, int End)> Of(string text)
    {
        var lines = new List<(int Start, int End)>();
        for (int at = 0; at < text.Length;)
        {
            int length = text.AsSpan(at).IndexOfAny('\n', '\r', '\f');
            int end = length < 0 ? text.Length : at + length;
            lines.Add((at, end));
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>The text without the white space around it, as a slice.</summary>
    public static string Slice(string text, int start, int end) => start >= end ? "" : text[start..end].Trim();
}
