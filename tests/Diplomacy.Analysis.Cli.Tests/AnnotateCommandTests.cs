using System.Text.Json;
using Xunit;

namespace Diplomacy.Analysis.Cli.Tests;

public class AnnotateCommandTests
{
    [Fact]
    public void EachDocument_GivesOneObjectWithAllLayers()
    {
        CommandRun run = CommandRun.WithInput("{\"id\":\"a\",\"text\":\"Berlin waits. So does Paris.\"}\n{\"id\":\"b\",\"text\":\"No.\"}\n", "annotate", "-");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        using JsonDocument first = JsonDocument.Parse(lines[0]);
        Assert.Equal("a", first.RootElement.GetProperty("id").GetString());
        Assert.Equal(2, first.RootElement.GetProperty("sentences").GetArrayLength());
        foreach (string layer in new[] { "tokens", "entities", "attributions", "claims" })
        {
            Assert.Equal(JsonValueKind.Array, first.RootElement.GetProperty(layer).ValueKind);
        }
    }

    [Theory]
    [InlineData("utf16", 3)]
    [InlineData("codepoint", 2)]
    [InlineData("utf8", 5)]
    public void Offsets_CountInTheUnitAskedFor(string unit, int start)
    {
        CommandRun run = CommandRun.WithInput("{\"text\":\"😀 b\"}", "annotate", "-", "--offsets", unit);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement tokens = document.RootElement.GetProperty("tokens");
        Assert.Equal(start, tokens[tokens.GetArrayLength() - 1][0].GetInt32());
    }

    [Fact]
    public void UnknownUnit_IsWrongUsage()
    {
        CommandRun run = CommandRun.Of("annotate", "-", "--offsets", "bytes");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("bytes", run.Error, StringComparison.Ordinal);
    }
}
