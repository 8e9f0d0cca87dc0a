using System.Text;
using System.Text.Json;
using CsvHelper;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Writing;

public class NaughtyStringsTests
{
    private static readonly string[] Numeric = ["intensity", "stance", "quad_class", "goldstein", "confidence", "act_confidence", "speaker_confidence", "addressee_confidence", "stance_confidence", "attribution_id", "sentence"];

    [Fact]
    public void OwnStrings_PassThroughEverything() => PassThrough(NastyStrings.Own);

    [Fact]
    public void SharedStrings_PassThroughEverything() => PassThrough(NastyStrings.Shared());

    [Fact]
    public void OwnStrings_AsColumnNames() => AsColumnNames(NastyStrings.Own);

    [Fact]
    public void SharedStrings_AsColumnNames() => AsColumnNames(NastyStrings.Shared());

    [Fact]
    public void RealAnalysis_TakesEveryString()
    {
        Article[] articles = [.. NastyStrings.Own.Select((s, i) => new Article { Id = $"n{i}", Text = $"\"{s},\" said {s}. He urged {s} to stop {s}.", Title = s, Speaker = s, SpeakerCountry = s })];
        BatchSummary summary = Run(articles, DiplomacyAnalyzer.Default, out _, out _);
        Assert.Equal((articles.Length, 0), (summary.Documents, summary.Rejects));
    }

    private static void PassThrough(IReadOnlyList<string> strings)
    {
        Article[] articles = [.. strings.Select((s, i) => new Article { Id = $"n{i}", Text = s, Title = s, Speaker = s, Source = s, Url = s })];
        BatchSummary summary = Run(articles, EchoStage.Analyzer, out byte[] csv, out byte[] json);
        Assert.Equal((articles.Length, 0), (summary.Documents, summary.Rejects));

        Claim[] fromJson = [.. ClaimReader.ReadJsonLines(new MemoryStream(json))];
        Claim[] fromCsv = [.. ClaimReader.ReadCsv(new MemoryStream(csv))];
        Assert.Equal((articles.Length, articles.Length), (fromJson.Length, fromCsv.Length));
        for (int i = 0; i < articles.Length; i++)
        {
            Claim expected = EchoStage.ClaimOf(articles[i]);
            ClaimEquality.Same(expected, fromJson[i], s => s);
            // CSV has no form for lone surrogates, and none for "nothing" beside the empty text.
            ClaimEquality.Same(expected, fromCsv[i], s => s is null ? "" : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(s)));
        }

        NoCellIsAFormula(csv);
    }

    private static void NoCellIsAFormula(byte[] csv)
    {
        using CsvReader reader = CsvReader.Create(csv);
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                string cell = reader.GetString(i);
                // What a program may drop before it looks for a formula.
                char first = cell.TrimStart(' ', '"', '\u00A0', '\uFEFF', '\0').FirstOrDefault();
                bool harmless = cell is "-" || Numeric.Contains(reader.Headers[i]);
                Assert.True(harmless || !"=+-@\t\r\n＝＋－＠".Contains(first, StringComparison.Ordinal), $"{reader.Headers[i]}: {cell}");
            }
        }
    }

    // The string names a column of the file, first by itself, then as the text column that the user asks for.
    private static void AsColumnNames(IReadOnlyList<string> strings)
    {
        foreach (string name in strings)
        {
            string wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));
            byte[] csv = Encoding.UTF8.GetBytes($"\"{wellFormed.Replace("\"", "\"\"", StringComparison.Ordinal)}\",text\nx,\"body, here\"\n");
            try
            {
                using InputFile file = InputFile.Open(new MemoryStream(csv), "x.csv", new ReaderOptions());
                InputRecord[] records = [.. new Batch.Tables.TableReader(file.Utf8, "x.csv", new ReaderOptions()).Read()];
                Assert.True(records.Length == 1, $"{records.Length} records under '{name}'");
                var options = new ReaderOptions { Columns = new Dictionary<FieldRole, string> { [FieldRole.Text] = wellFormed } };
                using InputFile again = InputFile.Open(new MemoryStream(csv), "x.csv", options);
                records = [.. new Batch.Tables.TableReader(again.Utf8, "x.csv", options).Read()];
                Assert.Equal(wellFormed == "text" ? "body, here" : "x", Assert.Single(records).Article?.Text);
            }
            catch (InputFormatException error)
            {
                Assert.Fail($"column '{name}': {error.Message}");
            }
        }
    }

    private static BatchSummary Run(Article[] articles, DiplomacyAnalyzer analyzer, out byte[] csv, out byte[] json)
    {
        using var csvStream = new MemoryStream();
        using var jsonStream = new MemoryStream();
        using ResultSink csvSink = ResultSink.Csv(csvStream);
        using ResultSink jsonSink = ResultSink.JsonLines(jsonStream);
        IEnumerable<InputRecord> records = articles.Select((a, i) => new InputRecord { Article = a, Position = new SourcePosition("memory", i + 1, i + 1, 0) });
        BatchSummary summary = new BatchRunner(analyzer, new BatchOptions { Threads = 2, EnglishOnly = false }).Run(records, [csvSink, jsonSink], null, TestContext.Current.CancellationToken);
        (csv, json) = (csvStream.ToArray(), jsonStream.ToArray());
        using JsonDocument? first = json.Length == 0 ? null : JsonDocument.Parse(json.AsMemory(0, Array.IndexOf(json, (byte)'\n')));
        return summary;
    }
}
