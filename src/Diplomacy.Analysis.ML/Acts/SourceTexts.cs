using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>The texts that labels stand off from, by the ids the labels name: <c>worldwide/train:NAME</c>, <c>polnear/train:NAME</c>, <c>exports/FILE:ROW</c>.</summary>
internal static partial class SourceTexts
{
    /// <summary>The corpora and files that ids may begin with, beside the exports.</summary>
    private static readonly string[] Exports = ["ungdc.sample.csv.gz", "whitehouse-briefings.sample.jsonl.gz"];

    private static readonly string[] Russians = ["Lavrov", "Putin", "Ivanov"];

    /// <summary>All texts of the data folder, with what the source says about each.</summary>
    public static IEnumerable<Article> All(string folder)
    {
        foreach ((string id, string text) in WorldwideTexts.Read(Path.Combine(folder, "worldwide", "train.tsv.gz")))
        {
            yield return new Article { Id = $"worldwide/train:{id}", Text = text };
        }

        foreach (JsonElement row in Json(Path.Combine(folder, "polnear", "train.jsonl.gz")))
        {
            yield return new Article { Id = $"polnear/train:{row.GetProperty("id").GetString()}", Text = row.GetProperty("text").GetString()!, Title = Text(row, "title"), PublishedAt = Day(Text(row, "date")) };
        }

        foreach (string path in Directory.EnumerateFiles(Path.Combine(folder, "exports", "statements"), "*.csv.gz").Order(StringComparer.Ordinal))
        {
            string name = $"exports/statements/{Path.GetFileName(path)}";
            int number = 0;
            foreach (Dictionary<string, string> row in Csv(path))
            {
                number++;
                string speaker = row.GetValueOrDefault("speaker", "");
                yield return new Article
                {
                    Id = Row(name, number),
                    Text = row.GetValueOrDefault("text", ""),
                    Title = NotEmpty(row.GetValueOrDefault("title")),
                    PublishedAt = Day(row.GetValueOrDefault("date")),
                    Speaker = NotEmpty(speaker),
                    SpeakerCountry = Russians.Any(n => speaker.Contains(n, StringComparison.Ordinal)) ? "RUS" : "USA",
                };
            }
        }

        int speech = 0;
        foreach (Dictionary<string, string> row in Csv(Path.Combine(folder, "exports", Exports[0])))
        {
            yield return new Article { Id = Row($"exports/{Exports[0]}", ++speech), Text = row["text"], PublishedAt = Day(row["year"]), Speaker = $"delegate of {row["country"]}", SpeakerCountry = row["country"] };
        }

        int briefing = 0;
        foreach (JsonElement row in Json(Path.Combine(folder, "exports", Exports[1])))
        {
            yield return new Article { Id = Row($"exports/{Exports[1]}", ++briefing), Text = row.GetProperty("text").GetString()!, Title = Bare(Text(row, "title")) };
        }
    }

    /// <summary>A title without its markup.</summary>
    private static string? Bare(string? title) => title is null ? null : NotEmpty(Markup().Replace(title, ""));

    [GeneratedRegex("<.*?>")]
    private static partial Regex Markup();

    private static string Row(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");

    private static IEnumerable<Dictionary<string, string>> Csv(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        foreach (Dictionary<string, string> row in CsvRows.Read(reader))
        {
            yield return row;
        }
    }

    private static IEnumerable<JsonElement> Json(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.Length > 0)
            {
                using JsonDocument json = JsonDocument.Parse(line);
                yield return json.RootElement.Clone();
            }
        }
    }

    private static DateOnly? Day(string? day) => DateOnly.TryParse(day, CultureInfo.InvariantCulture, out DateOnly date) ? date : null;

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? NotEmpty(value.GetString()) : null;
}
