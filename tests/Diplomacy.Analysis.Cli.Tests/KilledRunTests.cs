using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Diplomacy.Analysis.Cli.Tests;

/// <summary>Kills the tool's process as a power cut would; benchmarks/resume does it more often.</summary>
public sealed class KilledRunTests : IDisposable
{
    private static readonly string[] Results = ["claims.csv", "claims.jsonl", "claims.parquet", "claims.csv.rejects.csv"];

    private readonly string _folder = Directory.CreateTempSubdirectory("diplomacy-test-").FullName;

    [Fact]
    public void KilledRun_GoesOnAndEndsWithTheSameBytes()
    {
        string input = WriteInput();
        Assert.Equal(1, Run(input, "whole", resume: false, killAtCheckpoint: 0));
        int killed = 0;
        for (int records = 1; records < 1200; records += 500)
        {
            string output = $"killed{records}";
            killed += Run(input, output, resume: false, records) < 0 ? 1 : 0;
            Assert.Equal(1, Run(input, output, resume: true, killAtCheckpoint: 0));
            Assert.All(Results, r => Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "whole", r)), File.ReadAllBytes(Path.Combine(_folder, output, r))));
            Assert.Equal(Results.Length, Directory.GetFiles(Path.Combine(_folder, output)).Length);
        }

        Assert.True(killed > 0, "no run was killed before its end");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Exit code, or -1 where it was killed once its checkpoint stood at that record or behind.
    private int Run(string input, string output, bool resume, int killAtCheckpoint)
    {
        string folder = Path.Combine(_folder, output);
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "diplomacy.dll"), "analyze", input, "-o", Path.Combine(folder, Results[0]), "-o", Path.Combine(folder, Results[1]), "-o", Path.Combine(folder, Results[2]), "--checkpoint-every", "0.01", "--threads", "2"])
        {
            start.ArgumentList.Add(argument);
        }

        if (resume)
        {
            start.ArgumentList.Add("--resume");
        }

        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        while (killAtCheckpoint > 0 && !process.WaitForExit(5))
        {
            if (Done(Path.Combine(folder, Results[0] + ".checkpoint")) >= killAtCheckpoint)
            {
                process.Kill();
                process.WaitForExit();
                return -1;
            }
        }

        process.WaitForExit();
        return process.ExitCode;
    }

    private static long Done(string checkpoint)
    {
        try
        {
            string text = File.ReadAllText(checkpoint);
            int at = text.IndexOf("\"records\": ", StringComparison.Ordinal) + 11;
            return long.Parse(text.AsSpan(at, text.IndexOf(',', at) - at), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private string WriteInput()
    {
        string path = Path.Combine(_folder, "export.csv");
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        writer.WriteLine("id,date,text");
        for (int i = 0; i < 2000; i++)
        {
            writer.WriteLine(i % 100 == 3 ? $"n{i},2025-05-14," : $"n{i},2025-05-14,\"Norway's foreign minister urged Egypt on Monday to open crossing {i}. \"\"We will wait,\"\" she said.\"");
        }

        return path;
    }
}
