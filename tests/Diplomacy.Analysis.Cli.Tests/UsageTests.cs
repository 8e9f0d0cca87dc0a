using Xunit;

namespace Diplomacy.Analysis.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("analyze")]
    [InlineData("annotate")]
    [InlineData("tag")]
    public void Help_NamesEveryOptionOnStandardOutput(string command)
    {
        CommandRun run = CommandRun.Of(command, "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($" {command} <input>", run.Output, StringComparison.Ordinal);
        Assert.Contains("-o, --output", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void RootHelp_NamesEveryCommand()
    {
        CommandRun run = CommandRun.Of("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.All(["analyze", "annotate", "tag"], c => Assert.Contains($"  {c} ", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Version_IsPrinted()
    {
        CommandRun run = CommandRun.Of("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+", run.Output);
    }

    [Theory]
    [InlineData("no command", "")]
    [InlineData("unknown command", "analyse x")]
    [InlineData("no input", "analyze")]
    [InlineData("no input", "annotate -o x")]
    [InlineData("no input", "tag")]
    [InlineData("unknown option", "analyze - --fast")]
    [InlineData("no number", "analyze - --threads many")]
    [InlineData("no threads", "analyze - --threads 0")]
    [InlineData("unknown format", "analyze - --format xml")]
    [InlineData("unknown unit", "annotate - --offsets bytes")]
    [InlineData("unknown date order", "analyze - --date-order ymd")]
    [InlineData("long delimiter", "analyze - --delimiter ;;")]
    [InlineData("unknown encoding", "analyze - --encoding klingon")]
    [InlineData("missing file", "analyze /nowhere/x.csv")]
    [InlineData("missing file", "annotate /nowhere/x.csv")]
    [InlineData("missing file", "tag /nowhere/x.conllu")]
    [InlineData("output without format", "analyze - -o claims.xyz")]
    [InlineData("table into a file", "analyze - -o claims.csv --format table")]
    [InlineData("folder as output", "analyze - --format csv -o /")]
    public void WrongUsage_EndsWithTwoAndASentence(string what, string arguments)
    {
        CommandRun run = CommandRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(run.ExitCode == 2, $"{what}: exit code {run.ExitCode}");
        Assert.Equal("", run.Output);
        Assert.NotEmpty(run.Error.Trim());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Trim().Split('\n').Length, 1, 4);
    }
}
