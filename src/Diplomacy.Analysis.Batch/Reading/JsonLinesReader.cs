using System.Globalization;
using System.Text;
using System.Text.Json;
using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Reads one article a line from JSON Lines. Properties are found like columns: named by the user, else by the names that exports use.</summary>
internal sealed class JsonLinesReader(Stream stream, string file, ReaderOptions options)
{
    private readonly Dictionary<string, (FieldRole Role, int Rank)> _known = new(StringComparer.Ordinal);
    private readonly int[] _rank = new int[Enum.GetValues<FieldRole>().Length];

    public IEnumerable<InputRecord> Read()
    {
        var lines = new ByteLineReader(stream, options.MaxRecordSize);
        var fields = new ArticleFields(options, InputFile.Unpacked(Path.GetFileName(file)));
        long row = 0;
        while (Next(lines, fields, ref row) is { } record)
        {
            yield return record;
        }
    }

    private InputRecord? Next(ByteLineReader lines, ArticleFields fields, ref long row)
    {
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            line = lines.Byte == 0 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;
            ReadOnlySpan<byte> content = line.Trim(" \t\r\0"u8);
            // Elasticsearch's bulk form has a line of its own before each document.
            if (content.IsEmpty || content.StartsWith("{\"index\":{"u8) || content.StartsWith("{\"index\": {"u8) || content.StartsWith("{\"create\":{"u8))
            {
                continue;
            }

            row++;
            var position = new SourcePosition(file, row, lines.Line, lines.Byte);
            if (lines.Cut)
            {
                return Reject(position, string.Create(CultureInfo.InvariantCulture, $"line longer than {options.MaxRecordSize} bytes"), line);
            }

            try
            {
                bool countrySpeaks = Parse(line, fields);
                Article? article = fields.ToArticle(row, countrySpeaks, out string? reason);
                return article is null ? Reject(position, reason!, line) : fields.Record(position, article);
            }
            catch (JsonException error)
            {
                return Reject(position, $"broken JSON: {error.Message}", line);
            }
        }

        return null;
    }

    private static InputRecord Reject(SourcePosition position, string reason, ReadOnlySpan<byte> line) =>
        new() { Position = position, Reason = reason, Evidence = Encoding.UTF8.GetString(line[..Math.Min(200, line.Length)]) };

    private bool Parse(ReadOnlySpan<byte> line, ArticleFields fields)
    {
        fields.Clear();
        Array.Fill(_rank, int.MaxValue);
        bool statement = false;
        bool news = false;
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { AllowTrailingCommas = true });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("the line is no JSON object");
        }

        ReadProperties(ref reader, fields, ref statement, ref news, 0);

        // More behind the object is a fault, and this read throws on it.
        reader.Read();
        return statement || !news || options.Columns.ContainsKey(FieldRole.SpeakerCountry) || _rank[(int)FieldRole.SpeakerCountry] == -1;
    }

    private void ReadProperties(ref Utf8JsonReader reader, ArticleFields fields, ref bool statement, ref bool news, int depth)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = JsonText.Read(ref reader);
            (FieldRole role, int rank) = Role(name);
            reader.Read();
            // ReliefWeb keeps the article in "fields", Nexis in "Document", Elasticsearch in "_source".
            if (reader.TokenType == JsonTokenType.StartObject && depth < 4 && name is "fields" or "Document" or "_source")
            {
                ReadProperties(ref reader, fields, ref statement, ref news, depth + 1);
                continue;
            }

            string? value = role == FieldRole.None ? SkipValue(ref reader) : Value(ref reader, role == FieldRole.Text ? "\n\n" : "; ");
            news |= role is FieldRole.Source or FieldRole.Author or FieldRole.Url;
            statement |= role == FieldRole.Text && IsStatement(name);
            if (role != FieldRole.None && rank < _rank[(int)role] && !ArticleFields.IsMissing(value))
            {
                _rank[(int)role] = rank;
                fields.Set(role, value);
            }
        }
    }

    internal static bool IsStatement(string column) =>
        column.Contains("statement", StringComparison.OrdinalIgnoreCase) || column.Contains("speech", StringComparison.OrdinalIgnoreCase)
        || column.Contains("transcript", StringComparison.OrdinalIgnoreCase) || column.Contains("remarks", StringComparison.OrdinalIgnoreCase);

    private (FieldRole Role, int Rank) Role(string name)
    {
        if (_known.TryGetValue(name, out (FieldRole Role, int Rank) known))
        {
            return known;
        }

        known = FieldNames.Default.Find(name);
        if (name == "speaker_country")
        {
            known = (FieldRole.SpeakerCountry, -1);
        }

        foreach ((FieldRole role, string column) in options.Columns)
        {
            if (column == name)
            {
                known = (role, -1);
            }
            else if (known.Role == role)
            {
                known = (FieldRole.None, 0);
            }
        }

        if (_known.Count < 4096)
        {
            _known.Add(name, known);
        }

        return known;
    }

    private static string? SkipValue(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }

    // Objects give their name or title (NewsAPI's source), lists their parts joined (paragraphs, several speakers).
    private static string? Value(ref Utf8JsonReader reader, string separator)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonText.Read(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.StartArray:
                StringBuilder? joined = null;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (Value(ref reader, separator) is { } part)
                    {
                        joined = joined is null ? new StringBuilder(part) : joined.Append(separator).Append(part);
                    }
                }

                return joined?.ToString();
            case JsonTokenType.StartObject:
                string? found = null;
                string? pre = null;
                string? quote = null;
                string? post = null;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = JsonText.Read(ref reader);
                    reader.Read();
                    string? value = Value(ref reader, separator);
                    switch (name)
                    {
                        case "pre":
                            pre = value;
                            break;
                        case "quote":
                            quote = value;
                            break;
                        case "post":
                            post = value;
                            break;
                        case "name" or "title" or "shortname" or "iso3" or "code" or "original" or "created":
                            found ??= value;
                            break;
                        default:
                            break;
                    }
                }

                // GDELT's quotation graph: what was said, between the words around it.
                return quote is null ? found : $"{pre} \u201C{quote}\u201D {post}".Trim();
            default:
                return null;
        }
    }
}
