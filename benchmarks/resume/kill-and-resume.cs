// Kills the tool at random moments, continues it with --resume, and compares the result with that of a run left in peace.
//
//   dotnet build src/Diplomacy.Analysis.Cli -c Release
//   dotnet run benchmarks/resume/kill-and-resume.cs -- [times=30] [seed=1] [rows=1500 | input.csv]
//
// Without an input it makes one. Three outputs at once: CSV, JSON Lines, Parquet. Of ten kills eight fall while results are
// appended: a length of the unfinished files is drawn, and a delay on top of it; one falls at a time drawn from the start of
// the process, one at a time drawn from the moment when all is appended and Parquet is made. Each third run is killed a
// second time, while it goes on. Exit code 0: all identical.
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System.Diagnostics;
using System.Globalization;
using System.Text;

int times = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;
int seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
string tool = Environment.GetEnvironmentVariable("DIPLOMACY_TOOL") ?? Path.Combine("src", "Diplomacy.Analysis.Cli", "bin", "Release", "net10.0", "diplomacy.dll");
if (!File.Exists(tool))
{
    Console.Error.WriteLine($"Build the tool first: {tool} is missing (run from the root of the repository).");
    return 2;
}

string folder = Directory.CreateTempSubdirectory("diplomacy-kill-").FullName;
int rows = 1500;
string input = args.Length > 2 && !int.TryParse(args[2], CultureInfo.InvariantCulture, out rows) ? args[2] : MakeInput(Path.Combine(folder, "export.csv"), rows);
string[] names = ["claims.csv", "claims.jsonl", "claims.parquet", "claims.csv.rejects.csv"];

var clock = Stopwatch.StartNew();
Run(Path.Combine(folder, "undisturbed"), resume: false, kill: null);
double whole = clock.Elapsed.TotalSeconds;
byte[][] expected = [.. names.Select(n => Read(Path.Combine(folder, "undisturbed", n)))];
// While the run goes on, the Parquet's rows are kept as CSV, without the mark that begins the other file.
long all = (2 * expected[0].Length) - 3 + expected[1].Length;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undisturbed: {whole:0.0} s, {string.Join(", ", names.Zip(expected).Select(p => $"{p.First} {p.Second.Length:N0} bytes"))}; {all:N0} bytes are appended"));

var random = new Random(seed);
int identical = 0;
var phases = new SortedDictionary<string, int>(StringComparer.Ordinal);
for (int i = 0; i < times; i++)
{
    string output = Path.Combine(folder, $"run{i}");
    var log = new StringBuilder();
    int kills = 1 + (i % 3 == 2 ? 1 : 0);
    double from = 0;
    bool killed = true;
    for (int k = 0; k <= kills && killed; k++)
    {
        // The last try is left in peace.
        Moment? moment = null;
        if (k < kills)
        {
            // The second kill of a run falls behind the first.
            from += random.NextDouble() * (1 - from);
            moment = (i % 10) switch
            {
                0 => new Moment(0, random.NextDouble() * whole / 3),
                5 => new Moment(all, random.NextDouble() * whole / 5),
                _ => new Moment((long)(from * all), random.NextDouble() * 0.05),
            };
        }

        clock.Restart();
        killed = Run(output, resume: k > 0, moment);
        if (killed)
        {
            (string phase, string detail) = Phase(output);
            phases[phase] = phases.GetValueOrDefault(phase) + 1;
            log.Append(CultureInfo.InvariantCulture, $"killed after {clock.Elapsed.TotalSeconds:0.00} s, {phase}{detail}; ");
        }
    }

    bool[] same = [.. names.Zip(expected).Select(p => Read(Path.Combine(output, p.First)).AsSpan().SequenceEqual(p.Second))];
    int left = Directory.GetFiles(output).Length - expected.Count(e => e.Length > 0);
    bool good = same.All(s => s) && left == 0;
    identical += good ? 1 : 0;
    Console.WriteLine($"{i + 1,3}: {log}{(good ? "identical" : "DIFFERENT: " + string.Join(", ", names.Zip(same).Where(p => !p.Second).Select(p => p.First)) + $", {left} files left over")}");
    Directory.Delete(output, recursive: true);
}

Console.WriteLine($"{identical} of {times} identical; {phases.Values.Sum()} kills: {string.Join(", ", phases.Select(p => $"{p.Value} {p.Key}"))}");
Directory.Delete(folder, recursive: true);
return identical == times ? 0 : 1;

// True where it was killed before its end.
bool Run(string output, bool resume, Moment? kill)
{
    Directory.CreateDirectory(output);
    var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
    foreach (string argument in new[] { tool, "analyze", input, "-o", Path.Combine(output, names[0]), "-o", Path.Combine(output, names[1]), "-o", Path.Combine(output, names[2]), "--checkpoint-every", "0.1", "--threads", "2" })
    {
        start.ArgumentList.Add(argument);
    }

    if (resume)
    {
        start.ArgumentList.Add("--resume");
    }

    using Process process = Process.Start(start)!;
    Task<string> error = process.StandardError.ReadToEndAsync();
    process.StandardOutput.ReadToEndAsync();
    if (kill is { } moment)
    {
        bool ended = false;
        while (Appended(output) < moment.Bytes && !(ended = process.WaitForExit(1)))
        {
        }

        if (!ended && !process.WaitForExit(TimeSpan.FromSeconds(moment.Seconds)))
        {
            // SIGKILL: nothing of the process runs after it.
            process.Kill();
            process.WaitForExit();
            return true;
        }
    }

    process.WaitForExit();
    if (process.ExitCode > 1)
    {
        throw new InvalidOperationException(error.Result);
    }

    return false;
}

long Appended(string output) => names.Take(3).Select(n => new FileInfo(Path.Combine(output, n + ".part"))).Where(f => f.Exists).Sum(f => f.Length);

(string Phase, string Detail) Phase(string output)
{
    string checkpoint = Path.Combine(output, names[0] + ".checkpoint");
    if (!File.Exists(checkpoint))
    {
        return ("before the first checkpoint or after the last", "");
    }

    string state = File.ReadAllText(checkpoint);
    string records = state.Split("\"records\": ")[1].Split(',')[0];
    string detail = string.Create(CultureInfo.InvariantCulture, $" ({Appended(output):N0} bytes, checkpoint at record {records})");
    return state.Contains("\"complete\": true", StringComparison.Ordinal) ? ("while the finished files were made", "")
        : Appended(output) < 2000 ? ("before the first results", "") : ("while appending", detail);
}

byte[] Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : [];

// News of one pattern with some rows that are no article, so that there are rejects.
static string MakeInput(string path, int rows)
{
    string[] people = ["Norwegian Foreign Minister Ingrid Solheim", "Kenyan President Samuel Odhiambo", "Chile's ambassador Teresa Quiroga", "Japanese Prime Minister Hiroko Kanda"];
    string[] acts = ["urged Egypt to open the crossing to aid convoys", "warned that the talks would end without a truce", "said that her country rejects the new tariffs", "promised to send engineers \"before the end of the month\""];
    var random = new Random(7);
    using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
    writer.WriteLine("id,date,title,text");
    for (int i = 0; i < rows; i++)
    {
        if (i % 97 == 0)
        {
            writer.WriteLine($"n{i},2025-05-14,No text,");
            continue;
        }

        writer.Write($"n{i},2025-05-14,News {i},\"");
        for (int s = random.Next(4, 12); s > 0; s--)
        {
            writer.Write($"{people[random.Next(people.Length)]} {acts[random.Next(acts.Length)].Replace("\"", "\"\"", StringComparison.Ordinal)} on Monday. ");
            writer.Write(s % 3 == 0 ? "\n" : "Prices of wheat fell by 2.3 percent. ");
        }

        writer.WriteLine("\"");
    }

    return path;
}

/// <summary>So long after the unfinished files have this many bytes.</summary>
internal sealed record Moment(long Bytes, double Seconds);
