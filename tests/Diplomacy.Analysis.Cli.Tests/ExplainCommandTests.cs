using Xunit;

namespace Diplomacy.Analysis.Cli.Tests;

public class ExplainCommandTests
{
    private const string Text = "Foreign Minister Marta Vilela said that Lisbon would not sign. The ships left the harbour.";

    [Fact]
    public void AWordOfAContent_IsExplainedByItsCue()
    {
        CommandRun run = CommandRun.WithInput($"{{\"text\":\"{Text}\"}}", "explain", "-", "--at", "57");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("'sign' at 57\nin: Foreign Minister", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("1. 'said' at 30: an attribution", run.Output, StringComparison.Ordinal);
        Assert.Contains("content: that Lisbon would not sign", run.Output, StringComparison.Ordinal);
        Assert.Contains("to it the word is content", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ACandidateThatLost_SaysByHowMuch()
    {
        CommandRun run = CommandRun.WithInput("{\"text\":\"Her spokesman voiced concern over the talks.\"}", "explain", "-", "--at", "21");
        Assert.Matches(@"'voiced' at 14: no attribution: (short by 0\.\d\d|its cue is that of 'concern')", run.Output);
    }

    [Fact]
    public void ANarrativeSentence_HasNoAttribution()
    {
        CommandRun run = CommandRun.WithInput($"{{\"text\":\"{Text}\"}}", "explain", "-", "--at", "68");
        Assert.StartsWith("'ships' at 67", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("an attribution", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFirstPersonText_NamesTheRuleWithoutACue()
    {
        CommandRun run = CommandRun.WithInput("{\"text\":\"We welcome the accord.\",\"speaker\":\"Ana Lopes\",\"speaker_country\":\"PRT\"}", "explain", "-", "--at", "3");
        Assert.Contains("Content without a cue, by rule 'first-person': We welcome the accord", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf16", "10")]
    [InlineData("codepoint", "8")]
    [InlineData("utf8", "14")]
    public void Offsets_CountInTheUnitAskedFor(string unit, string at)
    {
        CommandRun run = CommandRun.WithInput("{\"text\":\"😀 😀 Oslo said no.\"}", "explain", "-", "--at", at, "--offsets", unit);
        Assert.StartsWith($"'said' at {(unit == "utf16" ? 11 : unit == "codepoint" ? 9 : 15)}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnArticle_IsFoundById()
    {
        const string input = "{\"id\":\"a\",\"text\":\"Oslo waits.\"}\n{\"id\":\"b\",\"text\":\"Rome waits.\"}\n";
        Assert.StartsWith("'Rome' at 0", CommandRun.WithInput(input, "explain", "-", "--at", "0", "--id", "b").Output, StringComparison.Ordinal);
        CommandRun missing = CommandRun.WithInput(input, "explain", "-", "--at", "0", "--id", "c");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("'c'", missing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("-1")]
    [InlineData("here")]
    public void AnOffsetThatIsNone_IsWrongUsage(string at)
    {
        CommandRun run = CommandRun.WithInput($"{{\"text\":\"{Text}\"}}", "explain", "-", "--at", at);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error.Trim());
    }
}
