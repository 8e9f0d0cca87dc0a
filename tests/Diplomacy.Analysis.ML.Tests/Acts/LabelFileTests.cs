using System.Runtime.CompilerServices;
using Diplomacy.Analysis.ML.Acts;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Acts;

public class LabelFileTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Root, "../shared/data"));

    [Theory]
    [InlineData("labels.tsv", 271, 2500)]
    [InlineData("second.tsv", 30, 300)]
    [InlineData("third.tsv", 36, 300)]
    public void EveryPassage_IsTheOneThatWasLabelled(string file, int passages, int claims)
    {
        Assert.SkipUnless(Directory.Exists(Shared), "The corpora are not here.");
        List<LabelledPassage> joined = [.. LabelFile.Join(Path.Combine(Root, "data", "claims", file), Shared).Select(JoinedLabels.Parse)];
        Assert.Equal(passages, joined.Count);
        Assert.InRange(joined.Sum(p => p.Claims.Length), claims, claims + 200);
        Assert.All(joined, p => Assert.All(p.Claims, c => Assert.All(c.Content, s => Assert.InRange(s.End, s.Start + 1, p.Article.Text.Length))));
    }

    [Fact]
    public void LabelsHoldNoTextOfTheCorpora()
    {
        foreach (string line in File.ReadLines(Path.Combine(Root, "data", "claims", "labels.tsv")).Skip(2))
        {
            string[] cells = line.Split('\t');
            Assert.Equal(17, cells.Length);
            Assert.All(cells[2..7], c => Assert.True(c.All(x => char.IsAsciiDigit(x) || x is '-' or ' '), c));
        }
    }

    [Fact]
    public void AnotherText_IsRefused()
    {
        Assert.SkipUnless(Directory.Exists(Shared), "The corpora are not here.");
        string[] lines = File.ReadAllLines(Path.Combine(Root, "data", "claims", "second.tsv"));
        string[] cells = lines[2].Split('\t');
        cells[2] = "1";
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, [lines[0], lines[1], string.Join('\t', cells)]);
            Assert.Throws<InvalidDataException>(() => LabelFile.Join(path, Shared).ToList());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("The mayor said : \" We won't go . \"", "The mayor said: \"We won't go.\"")]
    [InlineData("a well - known port ( in Ghana ) cost $ 5", "a well-known port (in Ghana) cost $5")]
    public void Tokens_BecomeRunningText(string tokens, string text) => Assert.Equal(text, WorldwideTexts.Join([.. tokens.Split(' ').SelectMany(t => t == "won't" ? ["wo", "n't"] : new[] { t })], opening: false));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
