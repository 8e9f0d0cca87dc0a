using System.Diagnostics;
using System.Text;
using Xunit;

namespace Diplomacy.Analysis.Cli.Tests;

/// <summary>The whole tool, as a process of its own: what the machine is set to must not show in the result.</summary>
public sealed class SameBytesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("diplomacy-test-").FullName;

    [Fact]
    public void ThreadsCultureAndGlobalisation_ChangeNothing()
    {
        string input = Path.Combine(_folder, "export.csv");
        using (var writer = new StreamWriter(input, false, new UTF8Encoding(false)))
        {
            writer.WriteLine("id,date,title,text");
            for (int i = 0; i < 300; i++)
            {
                writer.WriteLine($"n{i},1{i % 10}/04/2025,TITLE I i {i},\"The Istanbul I.I. institute said on Monday that İzmir’s growth of 1.5 percent in {1900 + i} was \"\"historic\"\". Turkey's foreign minister urged Norway to open crossing {i}; we will wait, she said.\"");
            }
        }

        byte[] expected = Run(input, "1", []);
        Assert.True(expected.Length > 10_000);
        Assert.Equal(expected, Run(input, "2", []));
        Assert.Equal(expected, Run(input, "8", []));
        Assert.Equal(expected, Run(input, "2", [("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8")]));
        Assert.Equal(expected, Run(input, "2", [("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8")]));
        Assert.Equal(expected, Run(input, "2", [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private byte[] Run(string input, string threads, (string Name, string Value)[] environment)
    {
        string output = Path.Combine(_folder, "claims.csv");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "diplomacy.dll"), "analyze", input, "-o", output, "--threads", threads])
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return File.ReadAllBytes(output);
    }
}
