using System.Xml;
using System.Xml.Linq;
using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Articles in XML: RSS and Atom items, records of ProQuest TDM Studio. Nothing outside the file is ever loaded.</summary>
internal static class XmlExport
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, IgnoreWhitespace = false };

    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text.StartsWith("<?xml", StringComparison.Ordinal) && !text[..Math.Min(text.Length, 400)].Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<rss", StringComparison.Ordinal) || text.StartsWith("<feed", StringComparison.Ordinal) || text.StartsWith("<RECORD", StringComparison.Ordinal);
    }

    /// <exception cref="InvalidDataException">The XML is broken; what stands before has been given.</exception>
    public static IEnumerable<DocumentPart> Parts(string text)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(text.TrimStart()), Settings);
        while (Next(reader) is { } part)
        {
            yield return part;
        }
    }

    private static DocumentPart? Next(XmlReader reader)
    {
        try
        {
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "item" or "entry" or "RECORD" && XNode.ReadFrom(reader) is XElement element)
                {
                    return element.Name.LocalName == "RECORD" ? ProQuest(element) : Item(element);
                }

                reader.Read();
            }

            return null;
        }
        catch (XmlException error)
        {
            throw new InvalidDataException($"broken XML: {error.Message}", error);
        }
    }

    private static DocumentPart Item(XElement item)
    {
        var part = new DocumentPart(0);
        // The whole text before the teaser.
        foreach (XElement child in item.Elements().OrderBy(e => e.Name.LocalName is "encoded" or "content" ? 0 : 1))
        {
            FieldRole role = child.Name.LocalName switch
            {
                "title" => FieldRole.Title,
                "link" => FieldRole.Url,
                "pubDate" or "published" or "date" or "updated" => FieldRole.Date,
                "guid" or "id" => FieldRole.Id,
                "encoded" or "content" => FieldRole.Text,
                "description" or "summary" => FieldRole.Summary,
                "creator" or "author" => FieldRole.Author,
                "source" => FieldRole.Source,
                "language" => FieldRole.Language,
                _ => FieldRole.None,
            };
            if (role != FieldRole.None)
            {
                part.Set(role, child.HasElements ? string.Concat(child.Nodes()) : child.Value is { Length: > 0 } value ? value : child.Attribute("href")?.Value ?? "");
            }
        }

        return part;
    }

    private static DocumentPart ProQuest(XElement record)
    {
        var part = new DocumentPart(0);
        foreach (XElement element in record.Descendants())
        {
            string parent = element.Parent?.Name.LocalName ?? "";
            FieldRole role = (parent, element.Name.LocalName) switch
            {
                (_, "GOID") => FieldRole.Id,
                ("TitleAtt", "Title") => FieldRole.Title,
                ("PubFrosting", "Title") => FieldRole.Source,
                (_, "NumericDate") => FieldRole.Date,
                ("TextInfo", "Text") => FieldRole.Text,
                ("Language", "ISOCode") or (_, "ISOLanguage") => FieldRole.Language,
                _ => FieldRole.None,
            };
            if (role != FieldRole.None)
            {
                part.Set(role, element.HasElements ? string.Concat(element.Nodes()) : element.Value);
            }
        }

        return part;
    }
}
