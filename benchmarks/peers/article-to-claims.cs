// The peer that runs in one process, as the others do: texts in memory, claims out, nothing read or written meanwhile.
//
//   dotnet publish benchmarks/peers/article-to-claims.cs -o FOLDER; dotnet FOLDER/article-to-claims.dll articles.jsonl [passes = 5]
#:project ../../src/Diplomacy.Analysis
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property ServerGarbageCollector=false
#:property ConcurrentGarbageCollection=false

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diplomacy.Analysis;

string[] texts = [.. File.ReadLines(args[0]).Where(l => l.Length > 0).Select(Text).Where(t => t.Length > 0)];
int passes = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
DiplomacyAnalyzer analyzer = DiplomacyAnalyzer.Default;
using Process self = Process.GetCurrentProcess();
double best = double.MaxValue;
long claims = 0;
for (int pass = 0; pass < passes; pass++)
{
    // Processor time of all threads: collector and compiler count.
    double start = Seconds();
    claims = 0;
    foreach (string text in texts)
    {
        claims += analyzer.ExtractClaims(text).Count;
    }

    best = Math.Min(best, Seconds() - start);
}

self.Refresh();
long memory = self.PeakWorkingSet64;
long attributions = 0;
foreach (string text in texts)
{
    using AnalyzedDocument document = analyzer.Analyze(new Article { Text = text });
    attributions += document.Attributions.Count;
}

long words = texts.Sum(t => (long)Words().Count(t));
long bytes = texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""
    {"system":"diplomacy, article to claims","version":"","seconds":{{best}},"words":{{words}},"bytes":{{bytes}},"memory":{{memory}},"found":{"claims":{{claims}},"attributions":{{attributions}}},"does":"all layers: tokens, sentences, tags, names, entities, quotations, attributions, speakers, acts, stance, codes","doesNot":"languages other than English"}
    """));
return 0;

double Seconds()
{
    self.Refresh();
    return self.TotalProcessorTime.TotalSeconds;
}

static string Text(string line)
{
    using JsonDocument json = JsonDocument.Parse(line);
    foreach (string name in (string[])["text", "body", "content"])
    {
        if (json.RootElement.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String)
        {
            return text.GetString()!;
        }
    }

    return "";
}

internal static partial class Program
{
    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();
}
