using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>
/// Labels of claims that stand off from their texts (<c>data/claims/labels.tsv</c>): the file names documents, offsets and values,
/// and joining cuts the passages out of the corpora and makes sure that they are the ones that were read.
/// </summary>
internal static class LabelFile
{
    private const int Columns = 17;

    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The passages with their claims, a line of JSON each, in the order of the file.</summary>
    /// <param name="path">The labels.</param>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="InvalidDataException">The file is no label file, or a text is missing or another than the one that was labelled.</exception>
    public static IEnumerable<string> Join(string path, string folder)
    {
        List<string[][]> passages = [.. Passages(path)];
        HashSet<string> wanted = [.. passages.Select(p => p[0][0])];
        var texts = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (Article article in SourceTexts.All(folder))
        {
            if (wanted.Contains(article.Id))
            {
                texts[article.Id] = article;
            }
        }

        foreach (string[][] rows in passages)
        {
            string id = rows[0][0];
            if (!texts.TryGetValue(id, out Article? article))
            {
                throw new InvalidDataException($"'{folder}' has no document '{id}', which '{path}' labels.");
            }

            int[] points = JoinedLabels.CodePoints(article.Text);
            (int start, int end) = (Number(rows[0][2]), Number(rows[0][3]));
            string? passage = start <= end && end < points.Length ? article.Text[points[start]..points[end]] : null;
            if (passage is null || Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passage))) != rows[0][1])
            {
                throw new InvalidDataException($"The text of '{id}' in '{folder}' is not the one that was labelled.");
            }

            yield return Line(article, passage, rows);
        }
    }

    private static IEnumerable<string[][]> Passages(string path)
    {
        List<string[]> passage = [];
        bool header = true;
        foreach (string line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length != Columns)
            {
                throw new InvalidDataException($"A line of '{path}' has {cells.Length} columns, not {Columns}: {line[..Math.Min(60, line.Length)]}");
            }

            if (header)
            {
                header = false;
                continue;
            }

            if (passage.Count > 0 && (passage[0][0] != cells[0] || passage[0][2] != cells[2]))
            {
                yield return [.. passage];
                passage = [];
            }

            passage.Add(cells);
        }

        if (passage.Count > 0)
        {
            yield return [.. passage];
        }
    }

    private static string Line(Article article, string passage, string[][] rows)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            json.WriteString("id", article.Id);
            json.WriteString("text", passage);
            Optional(json, "title", article.Title);
            Optional(json, "date", article.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Optional(json, "speaker", article.Speaker);
            Optional(json, "speaker_country", article.SpeakerCountry);
            json.WriteStartArray("claims");
            foreach (string[] row in rows.Where(r => r[4].Length > 0))
            {
                json.WriteStartObject();
                Spans(json, "content", row[4]);
                Spans(json, "speaker_span", row[5]);
                Spans(json, "cue_span", row[6]);
                json.WriteString("speaker_name", row[7].Length == 0 ? null : row[7]);
                json.WriteString("speaker_country", row[8]);
                json.WriteString("act", row[9]);
                json.WriteString("act_fine", row[10].Length == 0 ? null : row[10]);
                List(json, "addressees", row[11]);
                List(json, "targets", row[12]);
                json.WriteString("form", row[13]);
                json.WriteBoolean("negated", row[14] == "1");
                json.WriteBoolean("conditional", row[15] == "1");
                json.WriteNumber("stance", Number(row[16]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void List(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray(name);
        foreach (string code in value.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
    }

    private static void Spans(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray(name);
        foreach (string span in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteStartArray();
            foreach (string end in span.Split('-'))
            {
                json.WriteNumberValue(Number(end));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : throw new InvalidDataException($"'{text}' stands where a number must stand.");
}
