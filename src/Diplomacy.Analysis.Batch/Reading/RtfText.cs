using System.Globalization;
using System.Text;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>The text of a Rich Text document. What is not text (fonts, pictures, field codes) is left out; a broken document gives what can be read.</summary>
internal static class RtfText
{
    // Groups that hold no text of the document.
    private static readonly string[] Silent = ["fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "headerl", "headerr", "footerl", "footerr", "object", "themedata", "datastore", "listtable", "listoverridetable", "fldinst", "generator", "xmlnstbl", "rsidtbl"];

    public static bool Is(ReadOnlySpan<char> text) => text.StartsWith("{\\rtf", StringComparison.Ordinal);

    public static string Extract(string rtf)
    {
        var text = new StringBuilder(rtf.Length / 2);
        var groups = new Stack<(bool Silent, int Fallback)>();
        Encoding page = TextEncoding.Windows1252;
        (bool silent, int fallback) = (false, 1);
        int skip = 0;
        for (int i = 0; i < rtf.Length;)
        {
            char c = rtf[i++];
            switch (c)
            {
                case '{':
                    groups.Push((silent, fallback));
                    break;
                case '}':
                    (silent, fallback) = groups.Count > 0 ? groups.Pop() : (false, 1);
                    skip = 0;
                    break;
                case '\r' or '\n':
                    break;
                case '\\' when i < rtf.Length:
                    i = Control(rtf, i, text, ref silent, ref fallback, ref skip, ref page);
                    break;
                default:
                    Append(text, c, silent, ref skip);
                    break;
            }
        }

        return text.ToString();
    }

    private static int Control(string rtf, int at, StringBuilder text, ref bool silent, ref int fallback, ref int skip, ref Encoding page)
    {
        char c = rtf[at];
        if (!char.IsAsciiLetter(c))
        {
            if (c == '\'' && at + 2 < rtf.Length && byte.TryParse(rtf.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte value))
            {
                Append(text, page.GetString([value])[0], silent, ref skip);
                return at + 3;
            }

            silent |= c == '*';
            Append(text, c switch { '~' => '\u00A0', '_' => '\u2011', '\n' or '\r' => '\n', _ => c }, silent || c is '*' or '-', ref skip);
            return at + 1;
        }

        int end = at;
        while (end < rtf.Length && end - at < 32 && char.IsAsciiLetter(rtf[end]))
        {
            end++;
        }

        string word = rtf[at..end];
        int numberStart = end;
        end += end < rtf.Length && rtf[end] == '-' ? 1 : 0;
        while (end < rtf.Length && end - numberStart < 11 && char.IsAsciiDigit(rtf[end]))
        {
            end++;
        }

        bool hasNumber = int.TryParse(rtf.AsSpan(numberStart, end - numberStart), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        end += end < rtf.Length && rtf[end] == ' ' ? 1 : 0;
        switch (word)
        {
            case "u" when hasNumber:
                skip = 0;
                Append(text, (char)(ushort)number, silent, ref skip);
                skip = fallback;
                break;
            case "uc" when hasNumber:
                fallback = Math.Clamp(number, 0, 8);
                break;
            case "ansicpg" when hasNumber:
                page = TextEncoding.ByName(number.ToString(CultureInfo.InvariantCulture)) is { IsSingleByte: true } named ? named : page;
                break;
            case "bin" when hasNumber:
                end = (int)Math.Min(rtf.Length, (long)end + Math.Max(0, number));
                break;
            default:
                if (MarkOf(word) is not '\0' and var mark)
                {
                    Append(text, mark, silent, ref skip);
                }

                silent |= Silent.Contains(word);
                break;
        }

        return end;
    }

    // The character that a control word stands for; NUL where it stands for none.
    private static char MarkOf(string word) => word switch
    {
        "par" or "line" or "row" or "sect" => '\n',
        "page" => '\f',
        "tab" or "cell" => '\t',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "endash" => '–',
        "emdash" => '—',
        _ => '\0',
    };

    private static void Append(StringBuilder text, char c, bool silent, ref int skip)
    {
        if (skip > 0)
        {
            skip--;
        }
        else if (!silent)
        {
            text.Append(c);
        }
    }
}
