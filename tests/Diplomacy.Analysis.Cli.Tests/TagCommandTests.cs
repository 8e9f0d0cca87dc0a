using Xunit;

namespace Diplomacy.Analysis.Cli.Tests;

public class TagCommandTests
{
    [Fact]
    public void TokensAndSentences_StayAsGiven()
    {
        CommandRun run = CommandRun.WithInput("# newdoc\n1\tParis\t_\n2\tdoes n't\tx\n2-3\tab\t_\n\n1\t.\n\n", "tag", "-");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split('\n');
        Assert.Equal(["# newdoc", "1\tParis", "2\tdoes n't", "2-3\tab", "", "1\t.", "", ""], lines.Select(l => string.Join('\t', l.Split('\t')[..Math.Min(2, l.Split('\t').Length)])));
        Assert.All(lines.Where(l => l.Length > 0 && char.IsAsciiDigit(l[0]) && !l.StartsWith("2-3", StringComparison.Ordinal)), l => Assert.Equal(10, l.Split('\t').Length));
    }
}
