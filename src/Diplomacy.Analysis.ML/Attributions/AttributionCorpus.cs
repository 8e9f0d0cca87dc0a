using System.Text.Json;
using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>Reads articles with attributions (PolNeAR): a JSON object a line with text and spans of source, cue and content.</summary>
internal static class AttributionCorpus
{
    public static IEnumerable<AttributedArticle> Read(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            List<GoldAttribution> attributions = [];
            foreach (JsonElement a in root.GetProperty("attributions").EnumerateArray())
            {
                attributions.Add(new GoldAttribution(Spans(a, "source"), Spans(a, "cue"), Spans(a, "content")));
            }

            yield return new AttributedArticle(
                new Article { Id = root.GetProperty("id").GetString()!, Text = root.GetProperty("text").GetString()!, Title = Text(root, "title") },
                attributions);
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static TextSpan[] Spans(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement list))
        {
            return [];
        }

        return [.. list.EnumerateArray().Select(s => TextSpan.FromBounds(s[0].GetInt32(), s[1].GetInt32()))];
    }
}
