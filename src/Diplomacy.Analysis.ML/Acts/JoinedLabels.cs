using System.Globalization;
using System.Text.Json;
using Diplomacy.Analysis.Claims;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>Reads passages with their labels from JSON Lines, offsets in code points: what <c>diplomacy labels join</c> writes.</summary>
internal static class JoinedLabels
{
    /// <summary>The passage of a line.</summary>
    /// <exception cref="InvalidDataException">The line is no labelled passage.</exception>
    public static LabelledPassage Parse(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return Passage(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"A line is no labelled passage: {error.Message}", error);
        }
    }

    /// <summary>For each code point of a text, and for its end, the UTF-16 offset.</summary>
    public static int[] CodePoints(string text)
    {
        List<int> starts = new(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            starts.Add(i);
            i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 1 : 0;
        }

        starts.Add(text.Length);
        return [.. starts];
    }

    private static LabelledPassage Passage(JsonElement row)
    {
        string text = row.GetProperty("text").GetString()!;
        int[] points = CodePoints(text);
        string? day = String(row, "date");
        var article = new Article
        {
            Text = text,
            Id = row.GetProperty("id").GetString()!,
            Title = String(row, "title"),
            Speaker = String(row, "speaker"),
            SpeakerCountry = String(row, "speaker_country"),
            PublishedAt = DateOnly.TryParse(day, CultureInfo.InvariantCulture, out DateOnly date) ? date : null,
        };
        return new LabelledPassage(article, [.. row.GetProperty("claims").EnumerateArray().Select(c => Claim(c, points))]);
    }

    private static LabelledClaim Claim(JsonElement row, int[] points) => new()
    {
        Content = [.. row.GetProperty("content").EnumerateArray().Select(s => TextSpan.FromBounds(points[s[0].GetInt32()], points[s[1].GetInt32()]))],
        Act = Enum.Parse<ActFamily>(row.GetProperty("act").GetString()!),
        Fine = String(row, "act_fine"),
        Stance = row.GetProperty("stance").GetInt32(),
        SpeakerName = String(row, "speaker_name"),
        SpeakerCountry = String(row, "speaker_country") ?? "-",
        Addressees = [.. row.GetProperty("addressees").EnumerateArray().Select(a => a.GetString()!)],
        Targets = [.. row.GetProperty("targets").EnumerateArray().Select(a => a.GetString()!)],
    };

    private static string? String(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
