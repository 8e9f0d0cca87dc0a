using System.Text;
using Xunit;

namespace Diplomacy.Analysis.Cli.Tests;

public sealed class AnalyzeCommandTests : IDisposable
{
    private const string Csv =
        "speaker,date,title,text\n"
        + "Jane Doe,2021-02-22,Remarks,\"We call on all parties to end the fighting. We will stand by our allies, and we welcome the decision of the council.\"\n"
        + "NA,NA,NA,\"The foreign minister of France said on Monday that Paris would not accept the plan and urged Germany to change it.\"\n"
        + "NA,NA,NA,NA\n"
        + "NA,NA,NA,Министр заявил что переговоры были полезными и что стороны встретятся снова весной\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("diplomacy-test-").FullName;

    [Fact]
    public void Table_GoesToClaimsAndRejectsFile()
    {
        string input = Write("export.csv", Csv);
        string output = Path.Combine(_folder, "claims.csv");
        CommandRun run = CommandRun.Of("analyze", input, "-o", output);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("2 documents, ", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 rejects in ", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 empty text, 1 language: ru; see " + output + ".rejects.csv", run.Error, StringComparison.Ordinal);
        string[] rejects = File.ReadAllLines(output + ".rejects.csv", Encoding.UTF8);
        Assert.Equal("file,row,line,byte,reason,evidence", rejects[0]);
        Assert.StartsWith($"{input},3,4,", rejects[1], StringComparison.Ordinal);
        Assert.StartsWith($"{input},4,5,", rejects[2], StringComparison.Ordinal);
        Assert.StartsWith("claim_id,doc_id,title,", File.ReadAllText(output, Encoding.UTF8), StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(output)[..3]);
        Assert.Equal(3, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void RunWithoutRejects_TakesAnOldRejectsFileAway()
    {
        string input = Write("a.txt", "Nothing happened.");
        string output = Path.Combine(_folder, "claims.jsonl");
        File.WriteAllText(output + ".rejects.csv", "old");
        CommandRun run = CommandRun.Of("analyze", input, "-o", output);
        Assert.Equal(0, run.ExitCode);
        Assert.False(File.Exists(output + ".rejects.csv"));
        Assert.True(File.Exists(output));
    }

    [Fact]
    public void SeveralOutputs_AreWrittenInOneRun()
    {
        string input = Write("export.csv", Csv);
        string csv = Path.Combine(_folder, "claims.csv");
        string json = Path.Combine(_folder, "claims.jsonl");
        Assert.Equal(1, CommandRun.Of("analyze", input, "-o", csv, "-o", json, "--no-bom").ExitCode);
        Assert.StartsWith("claim_id,", File.ReadAllText(csv), StringComparison.Ordinal);
        Assert.True(File.Exists(json));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("table")]
    public void StandardOutput_HoldsDataOnly(string format)
    {
        CommandRun run = CommandRun.WithInput("{\"text\":\"No.\"}\nbroken\n", "analyze", "-", "--format", format, "--threads", "1");
        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("documents,", run.Output, StringComparison.Ordinal);
        Assert.Contains("-:2: broken JSON", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownColumn_ListsTheColumns()
    {
        string input = Write("export.csv", Csv);
        CommandRun run = CommandRun.Of("analyze", input, "--text-column", "body");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"'{input}' has no column 'body'; its columns are: speaker, date, title, text.\n", run.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void OutputThatIsAlsoInput_IsRefused()
    {
        string input = Write("export.csv", Csv);
        CommandRun run = CommandRun.Of("analyze", input, "-o", Path.Combine(_folder, ".", "export.csv"));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(Csv, File.ReadAllText(input));
    }

    [Fact]
    public void Folder_IsReadThrough()
    {
        Write("in/a.txt", "Nothing happened.");
        Write("in/b.csv", Csv);
        Write("in/c.pdf", "no");
        CommandRun run = CommandRun.Of("analyze", Path.Combine(_folder, "in"), "-o", Path.Combine(_folder, "claims.csv"));
        Assert.Contains("3 documents, ", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 files of other kinds passed over", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsOfTheTable_AreUsed()
    {
        string input = Write("export.txt.csv", "who;note;what\nJane Doe;\"x, y\";We say no.\n");
        CommandRun run = CommandRun.Of("annotate", input, "--delimiter", ";", "--text-column", "note", "--speaker-column", "who", "--id-column", "what");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("{\"id\":\"We say no.\",\"sentences\":[[0,4]]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void UnwritableOutput_FailsWithOneSentence()
    {
        string input = Write("a.txt", "Nothing happened.");
        CommandRun run = CommandRun.Of("analyze", input, "-o", "/proc/nowhere/claims.csv");
        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public void Stopped_RunSaysSoAndLeavesNothing()
    {
        string input = Write("a.txt", "Nothing happened.");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var error = new StringWriter();
        int code = DiplomacyCommand.Run(["analyze", input, "-o", Path.Combine(_folder, "claims.csv")], new CommandHost(Stream.Null, Stream.Null, error, cancelled.Token));
        Assert.Equal((1, "Stopped."), (code, error.ToString().Trim()));
        Assert.Single(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
