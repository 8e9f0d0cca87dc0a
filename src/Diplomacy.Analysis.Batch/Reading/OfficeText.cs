using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>What Word and Excel files hold: the paragraphs of a document, the rows of the first sheet of a workbook.</summary>
internal static class OfficeText
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    public static bool IsDocument(ZipArchive archive) => archive.GetEntry("word/document.xml") is not null;

    public static bool IsWorkbook(ZipArchive archive) => archive.GetEntry("xl/workbook.xml") is not null;

    /// <summary>A line a paragraph.</summary>
    public static string Document(ZipArchive archive)
    {
        var text = new StringBuilder();
        using XmlReader reader = XmlReader.Create(archive.GetEntry("word/document.xml")!.Open(), Settings);
        bool inText = false;
        while (reader.Read())
        {
            bool start = reader.NodeType == XmlNodeType.Element;
            switch (reader.LocalName)
            {
                case "t" when start || reader.NodeType == XmlNodeType.EndElement:
                    inText = start && !reader.IsEmptyElement;
                    break;
                case "tab" when start && text.Length > 0 && text[^1] != '\n':
                    text.Append('\t');
                    break;
                case "br" or "cr" when start:
                    text.Append('\n');
                    break;
                case "p" when reader.NodeType == XmlNodeType.EndElement:
                    text.Append('\n');
                    break;
                default:
                    text.Append(inText && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? reader.Value : "");
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The rows of the first sheet; numbers as they are stored, days as ISO dates where the cell has a date's number in a date column is not known.</summary>
    public static IEnumerable<string[]> Rows(ZipArchive archive)
    {
        List<string> shared = SharedStrings(archive);
        ZipArchiveEntry? sheet = archive.GetEntry("xl/worksheets/sheet1.xml") ?? archive.Entries.FirstOrDefault(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal));
        if (sheet is null)
        {
            yield break;
        }

        using XmlReader reader = XmlReader.Create(sheet.Open(), Settings);
        var row = new List<string>();
        string type = "";
        int column = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "row":
                        row.Clear();
                        break;
                    case "c":
                        type = reader.GetAttribute("t") ?? "";
                        column = Column(reader.GetAttribute("r"), row.Count);
                        break;
                    case "v" or "t" when !reader.IsEmptyElement:
                        string value = reader.ReadString();
                        while (row.Count <= column)
                        {
                            row.Add("");
                        }

                        row[column] += type == "s" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < shared.Count ? shared[index] : value;
                        break;
                    default:
                        break;
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row" && row.Count > 0)
            {
                yield return [.. row];
            }
        }
    }

    private static List<string> SharedStrings(ZipArchive archive)
    {
        var strings = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is not { } entry)
        {
            return strings;
        }

        using XmlReader reader = XmlReader.Create(entry.Open(), Settings);
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && !reader.IsEmptyElement)
            {
                text.Append(reader.ReadString());
            }
            else if (reader.LocalName == "si" && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            {
                strings.Add(text.ToString());
                text.Clear();
            }
        }

        return strings;
    }

    // "BC12" is column 54.
    private static int Column(string? reference, int next)
    {
        int column = 0;
        foreach (char c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > 16384)
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
        }

        return column is > 0 and <= 16384 ? column - 1 : next;
    }
}
