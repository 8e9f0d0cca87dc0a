using System.Buffers;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// The cells of the CSV we write. A spreadsheet runs a cell that begins with = + - @, a tab or a line break as a formula,
/// and text from the web may be made to do harm that way; such a cell gets an apostrophe in front, which spreadsheets
/// take for "this is text". The apostrophe is put so that it can be taken off again without doubt.
/// </summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\n\r");

    /// <summary>Appends one cell of text; null and empty text give an empty cell.</summary>
    public static void Append(Utf8Buffer buffer, ReadOnlySpan<char> text, bool formulaSafe)
    {
        bool guard = formulaSafe && IsFormula(text);
        bool quote = text.ContainsAny(Quoted) || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])));
        if (quote)
        {
            buffer.Append((byte)'"');
        }

        if (guard)
        {
            buffer.Append((byte)'\'');
        }

        while (quote && text.IndexOf('"') is var mark and >= 0)
        {
            buffer.Append(text[..(mark + 1)]);
            buffer.Append((byte)'"');
            text = text[(mark + 1)..];
        }

        buffer.Append(text);
        if (quote)
        {
            buffer.Append((byte)'"');
        }
    }

    /// <summary>The text of a cell that <see cref="Append"/> wrote with <c>formulaSafe</c>.</summary>
    public static string Unguard(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell.AsSpan(1)) ? cell[1..] : cell;

    /// <summary>
    /// Whether a spreadsheet may run the cell. Leading apostrophes, quotation marks and white space are looked through:
    /// some programs drop them. A lone "-" (no country) is no formula in any of them.
    /// </summary>
    public static bool IsFormula(ReadOnlySpan<char> text)
    {
        if (text is "-")
        {
            return false;
        }

        foreach (char c in text)
        {
            switch (c)
            {
                // The full-width forms count too: spreadsheets of East Asia fold them.
                case '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠':
                    return true;
                case '\'' or '"' or '\uFEFF' or '\0':
                    continue;
                default:
                    if (char.IsWhiteSpace(c))
                    {
                        continue;
                    }

                    return false;
            }
        }

        return false;
    }
}
