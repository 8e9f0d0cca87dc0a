// Time and memory against the size of the corpus: 1x to 100x, one and two threads.
//
//   dotnet build src/Diplomacy.Analysis.Cli -c Release
//   dotnet run benchmarks/scaling/scaling.cs -- [megabytes of 1x = 2] [folder for results = benchmarks/scaling/results] [scales = 1,3,10,30,100]
//
// Writes results.md and chart.svg. Only figures of a machine that does nothing else mean anything.
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

double unit = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 2;
string results = args.Length > 1 ? args[1] : Path.Combine("benchmarks", "scaling", "results");
string tool = Environment.GetEnvironmentVariable("DIPLOMACY_TOOL") ?? Path.Combine("src", "Diplomacy.Analysis.Cli", "bin", "Release", "net10.0", "diplomacy.dll");
string folder = Directory.CreateTempSubdirectory("diplomacy-scaling-").FullName;
int[] scales = [.. (args.Length > 2 ? args[2] : "1,3,10,30,100").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
var rows = new List<(int Scale, int Threads, double Megabytes, double Seconds, double Cpu, double Memory)>();
foreach (int scale in scales)
{
    string input = Path.Combine(folder, $"x{scale}.csv");
    double megabytes = Write(input, unit * scale * 1e6) / 1e6;
    foreach (int threads in (int[])[1, 2])
    {
        (double seconds, double cpu, double memory) = Run(input, threads);
        rows.Add((scale, threads, megabytes, seconds, cpu, memory));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scale,4}x {threads} threads {megabytes,8:0.0} MB {seconds,8:0.0} s {cpu,8:0.0} s CPU {memory,6:0} MB"));
    }

    File.Delete(input);
}

Directory.CreateDirectory(results);
File.WriteAllText(Path.Combine(results, "results.md"), Table());
File.WriteAllText(Path.Combine(results, "chart.svg"), Chart());
Directory.Delete(folder, recursive: true);
return 0;

(double Seconds, double Cpu, double Memory) Run(string input, int threads)
{
    var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
    foreach (string argument in new[] { tool, "analyze", input, "-o", Path.Combine(folder, "claims.jsonl"), "--threads", threads.ToString(CultureInfo.InvariantCulture) })
    {
        start.ArgumentList.Add(argument);
    }

    var clock = Stopwatch.StartNew();
    using Process process = Process.Start(start)!;
    Task<string> error = process.StandardError.ReadToEndAsync();
    long peak = 0;
    TimeSpan cpu = default;
    while (!process.WaitForExit(50))
    {
        try
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            cpu = process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    double seconds = clock.Elapsed.TotalSeconds;
    return process.ExitCode <= 1 ? (seconds, cpu.TotalSeconds, peak / 1e6) : throw new InvalidOperationException(error.Result);
}

string Table()
{
    var text = new StringBuilder();
    text.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}; CSV to JSON Lines, start of the process included\n\n");
    text.Append("| corpus | threads | MB | s | MB/s | CPU s a MB | peak MB |\n|---|---|---|---|---|---|---|\n");
    foreach (var r in rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {r.Scale}x | {r.Threads} | {r.Megabytes:0.0} | {r.Seconds:0.0} | {r.Megabytes / r.Seconds:0.00} | {r.Cpu / r.Megabytes:0.000} | {r.Memory:0} |\n");
    }

    foreach (int threads in (int[])[1, 2])
    {
        var small = rows.First(r => r.Threads == threads);
        var large = rows.Last(r => r.Threads == threads);
        text.Append(CultureInfo.InvariantCulture, $"\n{threads} threads, {large.Scale}x against {small.Scale}x: memory {large.Memory / small.Memory:0.00}, CPU a MB {large.Cpu / large.Megabytes / (small.Cpu / small.Megabytes):0.00}\n");
    }

    var one = rows.Last(r => r.Threads == 1);
    var two = rows.Last(r => r.Threads == 2);
    return text.Append(CultureInfo.InvariantCulture, $"\nTwo threads against one, {one.Scale}x: {one.Seconds / two.Seconds:0.00}\n").ToString();
}

// Both axes logarithmic: a straight line at 45 degrees is linear.
string Chart()
{
    const int Width = 640, Height = 420, Margin = 60;
    double left = Math.Log10(rows.Min(r => r.Megabytes)), right = Math.Log10(rows.Max(r => r.Megabytes));
    double bottom = Math.Floor(Math.Log10(rows.Min(r => r.Seconds))), top = Math.Ceiling(Math.Log10(rows.Max(r => r.Seconds)));
    double X(double megabytes) => Margin + ((Math.Log10(megabytes) - left) / (right - left) * (Width - (2 * Margin)));
    double Y(double seconds) => Height - Margin - ((Math.Log10(seconds) - bottom) / (top - bottom) * (Height - (2 * Margin)));
    var svg = new StringBuilder();
    svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns='http://www.w3.org/2000/svg' width='{Width}' height='{Height}' font-family='sans-serif' font-size='12'><rect width='100%' height='100%' fill='white'/>\n");
    for (double s = bottom; s <= top; s++)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<line x1='{Margin}' x2='{Width - Margin}' y1='{Y(Math.Pow(10, s)):0.0}' y2='{Y(Math.Pow(10, s)):0.0}' stroke='#ddd'/><text x='{Margin - 8}' y='{Y(Math.Pow(10, s)) + 4:0.0}' text-anchor='end'>{Math.Pow(10, s)} s</text>\n");
    }

    foreach (var r in rows.Where(r => r.Threads == 1))
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x='{X(r.Megabytes):0.0}' y='{Height - Margin + 18}' text-anchor='middle'>{r.Megabytes:0} MB</text>\n");
    }

    foreach ((int threads, string colour) in new[] { (1, "#1f4e79"), (2, "#c55a11") })
    {
        var line = rows.Where(r => r.Threads == threads).ToList();
        string points = string.Join(' ', line.Select(r => string.Create(CultureInfo.InvariantCulture, $"{X(r.Megabytes):0.0},{Y(r.Seconds):0.0}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points='{points}' fill='none' stroke='{colour}' stroke-width='2'/><text x='{X(line[^1].Megabytes) + 6:0.0}' y='{Y(line[^1].Seconds) + (threads == 1 ? -2 : 12):0.0}' fill='{colour}'>{threads}</text>\n");
    }

    return svg.Append(CultureInfo.InvariantCulture, $"<text x='{Width / 2}' y='24' text-anchor='middle'>time against corpus size, 1 and 2 threads</text></svg>\n").ToString();
}

static long Write(string path, double size)
{
    string[] people = ["Norwegian Foreign Minister Ingrid Solheim", "Kenyan President Samuel Odhiambo", "Chile's ambassador Teresa Quiroga", "Japanese Prime Minister Hiroko Kanda"];
    string[] acts = ["urged Egypt to open the crossing to aid convoys", "warned that the talks would end without a truce", "said that her country rejects the new tariffs", "promised to send engineers \"\"before the end of the month\"\""];
    string[] deeds = ["The river rose by two metres after three days of rain.", "Prices of wheat fell by 2.3 percent on the exchange.", "The bridge, which was built in 1931, connects the old town with the harbour."];
    var random = new Random(11);
    long written = 0;
    using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
    writer.WriteLine("id,date,text");
    for (int i = 0; written < size; i++)
    {
        var text = new StringBuilder();
        for (int s = random.Next(8, 40); s > 0; s--)
        {
            text.Append(random.Next(2) == 0 ? $"{people[random.Next(people.Length)]} {acts[random.Next(acts.Length)]} on day {random.Next(300)}." : deeds[random.Next(deeds.Length)]).Append(random.Next(4) == 0 ? "\n\n" : " ");
        }

        writer.WriteLine($"n{i},2025-05-14,\"{text}\"");
        written += text.Length;
    }

    return written;
}
