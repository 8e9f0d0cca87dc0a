// The peer that runs in one process, as the others do: texts in memory, claims out, nothing read or written meanwhile.
//
//   dotnet publish benchmarks/peers/article-to-claims.cs -o FOLDER; dotnet FOLDER/article-to-claims.dll articles.jsonl [passes = 5]
#:project ../../src/Diplomacy.Analysis.Batch
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property ServerGarbageCollector=false
#:property ConcurrentGarbageCollection=false

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Diplomacy.Analysis;
using Diplomacy.Analysis.Batch.Reading;

// As the command line reads them, so that it must find the same claims.
Article[] articles = [.. new ArticleSource([args[0]]).Read().Where(r => r.Article is not null).Select(r => r.Article!)];
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
    foreach (Article article in articles)
    {
        claims += analyzer.ExtractClaims(article).Count;
    }

    best = Math.Min(best, Seconds() - start);
}

self.Refresh();
long memory = self.PeakWorkingSet64;
long attributions = 0;
foreach (Article article in articles)
{
    using AnalyzedDocument document = analyzer.Analyze(article);
    attributions += document.Attributions.Count;
}

long words = articles.Sum(a => (long)Words().Count(a.Text));
long bytes = articles.Sum(a => (long)Encoding.UTF8.GetByteCount(a.Text));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""
    {"system":"diplomacy, article to claims","version":"","seconds":{{best}},"words":{{words}},"bytes":{{bytes}},"memory":{{memory}},"found":{"claims":{{claims}},"attributions":{{attributions}}},"does":"all layers: tokens, sentences, tags, names, entities, quotations, attributions, speakers, acts, stance, codes","doesNot":"languages other than English"}
    """));
return 0;

double Seconds()
{
    self.Refresh();
    return self.TotalProcessorTime.TotalSeconds;
}

internal static partial class Program
{
    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();
}
