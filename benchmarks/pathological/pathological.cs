// Texts that no editor would print: does twice the text take twice the time?
//
//   dotnet run benchmarks/pathological/pathological.cs -- [times = 3] [file for the table = benchmarks/results/pathological.md]
//
// CPU time of the process, best of some times, so that other work on the machine matters little. The last rows are one CSV field
// of 32 and of 64 MB, read, analysed and written. Exit code 0: no ratio reaches 2.5.
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property TieredPGO=false
#:project ../../src/Diplomacy.Analysis.Batch/Diplomacy.Analysis.Batch.csproj

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Diplomacy.Analysis;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;

int times = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3;
string table = args.Length > 1 ? args[1] : Path.Combine("benchmarks", "results", "pathological.md");
(string Name, Func<int, string> Make, int Size)[] texts =
[
    ("nested quotes, opened and closed", n => Repeat("\u201c\u2018", n / 4) + "we will go" + Repeat("\u2019\u201d", n / 4), 250_000),
    ("quotes opened anew in each sentence, never closed", n => Repeat("He said \u201cwe will not. ", n / 22), 250_000),
    ("paragraphs that open a quote and do not close it", n => Repeat("He said \u201cwe will not.\n\n", n / 23), 250_000),
    ("straight quotes without a partner", n => Repeat("\"a ", n / 3), 250_000),
    ("single and double quotes in turn", n => Repeat("\u201c\u2018a ", n / 4), 250_000),
    ("letters without a blank", n => new string('x', n), 1_000_000),
    ("digits and points without a blank", n => Repeat("1.", n / 2), 1_000_000),
    ("brackets without a blank", n => new string('(', n), 250_000),
    ("said said said", n => Repeat("said ", n / 5), 250_000),
    ("one sentence of cues", n => Repeat("Russia urged China to urge ", n / 27), 250_000),
    ("one sentence of commas", n => "Russia must " + Repeat("stop, ", n / 6) + "go.", 250_000),
    ("capitals throughout", n => Repeat("THE MINISTER SAID ", n / 18), 250_000),
    ("he said, over and over", n => "Anna Kovac left. " + Repeat("He said no. ", n / 12), 250_000),
    ("10,000 names, then 20,000", n => string.Concat(Enumerable.Range(0, n / 50).Select(i => $"Minister Anna{Letters(i)} Kov{Letters(i / 7)} said she would go. ")), 500_000),
    ("empty lines", n => Repeat("\n \n", n / 3), 250_000),
    ("markup without end", n => "<p>" + Repeat("<div class='a'>", n / 15), 250_000),
];

var lines = new List<string>();
bool good = true;
DiplomacyAnalyzer.Default.ExtractClaims("Oslo said yes.");
foreach ((string name, Func<int, string> make, int size) in texts)
{
    string one = make(size), two = make(2 * size);
    good &= Row(name, one.Length, Best(() => Analyze(one)), Best(() => Analyze(two)), two.Length);
}

string folder = Directory.CreateTempSubdirectory("diplomacy-pathological-").FullName;
string small = Field(32_000_000), large = Field(64_000_000);
good &= Row("one CSV field of news, set aside as too long", 32_000_000, Best(() => Batch(small, 16 << 20)), Best(() => Batch(large, 16 << 20)), 64_000_000);
double first = Cpu(() => Batch(small, int.MaxValue)), second = Cpu(() => Batch(large, int.MaxValue));
good &= Row("one CSV field of news, analysed", 32_000_000, first, second, 64_000_000);
Directory.Delete(folder, recursive: true);

File.WriteAllText(table, string.Create(CultureInfo.InvariantCulture, $"""
    # Texts that no editor would print

    `dotnet run benchmarks/pathological/pathological.cs -- {times}`; {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}; CPU seconds, best of {times} (the analysed field: once)

    | text | characters | s | twice as many, s | ratio |
    |---|---|---|---|---|

    """) + string.Join('\n', lines) + "\n");
return good ? 0 : 1;

bool Row(string name, int length, double once, double twice, int longer)
{
    string line = string.Create(CultureInfo.InvariantCulture, $"| {name} | {length:N0} | {once:0.000} | {twice:0.000} | {twice / once * 2 * length / longer:0.00} |");
    Console.WriteLine(line);
    lines.Add(line);
    return twice / once < 2.5;
}

double Best(Action run) => Enumerable.Range(0, times + 1).Min(_ => Cpu(run));

static double Cpu(Action run)
{
    GC.Collect();
    TimeSpan start = Environment.CpuUsage.TotalTime;
    run();
    return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
}

static void Analyze(string text)
{
    using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
    _ = document.Attributions.Count;
}

static void Batch(string path, int maxLength)
{
    using ResultSink sink = ResultSink.JsonLines(Stream.Null);
    var source = new ArticleSource([path], new ReaderOptions { MaxRecordSize = 1 << 30 });
    BatchSummary summary = new BatchRunner(DiplomacyAnalyzer.Default, new BatchOptions { Threads = 1, MaxDocumentLength = maxLength, MaxDocumentTime = TimeSpan.FromHours(1) }).Run(source.Read(), [sink], null);
    if (summary.Records != 3)
    {
        throw new InvalidOperationException($"{summary.Records} records");
    }
}

string Field(int size)
{
    string path = Path.Combine(folder, $"{size}.csv");
    using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
    writer.Write("id,text\n1,The minister said no.\n2,\"");
    for (int written = 0, i = 0; written < size; i++)
    {
        string sentence = $"Kenyan President Samuel Odhiambo urged Egypt on day {i} to open the crossing. The river rose by two metres.{(i % 5 == 4 ? "\n\n" : " ")}";
        writer.Write(sentence);
        written += sentence.Length;
    }

    writer.Write("\"\n3,The minister said yes.\n");
    return path;
}

static string Repeat(string piece, int count) => new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();

static string Letters(int number) => new([(char)('a' + (number % 26)), (char)('a' + (number / 26 % 26)), (char)('a' + (number / 676 % 26))]);
