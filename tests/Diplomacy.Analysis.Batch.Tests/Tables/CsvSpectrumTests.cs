using System.Text.Json;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Tables;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Tables;

public class CsvSpectrumTests
{
    [Fact]
    public void AllTwelve_ReadRight()
    {
        string[] files = Directory.GetFiles(Path.Combine(SharedFolder.Require("data/torture/csv-spectrum"), "csvs"), "*.csv");
        Assert.Equal(12, files.Length);
        foreach (string file in files)
        {
            List<string[]> rows = Read(file);
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file.Replace("csv", "json", StringComparison.Ordinal).Replace("json-spectrum", "csv-spectrum", StringComparison.Ordinal).Replace("/jsons/", "/json/", StringComparison.Ordinal)));
            JsonElement[] expected = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()] : [json.RootElement];
            Assert.Equal(expected.Length, rows.Count - 1);
            for (int i = 0; i < expected.Length; i++)
            {
                JsonProperty[] fields = [.. expected[i].EnumerateObject()];
                Assert.Equal(fields.Select(f => f.Name), rows[0]);
                // The phone number of location_coordinates was made unreadable in its JSON, not in its CSV.
                Assert.Equal(fields.Where(f => f.Name != "Contact Phone Number").Select(f => f.Value.GetString()), rows[i + 1].Where((_, c) => rows[0][c] != "Contact Phone Number"));
            }
        }
    }

    private static List<string[]> Read(string path)
    {
        using InputFile file = InputFile.Open(File.OpenRead(path), path, new ReaderOptions());
        char separator = Dialect.Separator(file.Utf8.Head, file.Utf8.HeadIsAll);
        using var scanner = new TableScanner(file.Utf8, separator, new ReaderOptions());
        var rows = new List<string[]>();
        while (scanner.TryRead(out TableRow row))
        {
            rows.Add(row.Fields);
            scanner.Width = row.Fields.Length;
        }

        return rows;
    }
}
