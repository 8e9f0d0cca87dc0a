using System.Diagnostics;
using System.Text;
using Xunit;

namespace Diplomacy.Analysis.Tests.Pipeline;

/// <summary>Texts that no editor would print must cost in proportion to their length.</summary>
public class LongTextTests
{
    [Theory]
    [InlineData("", "said ", "", 2000)]
    [InlineData("", "\u201c\u2018a ", "", 2000)]
    [InlineData("", "He said \u201cwe will not. ", "", 1500)]
    [InlineData("", "He said \u201cwe will not.\n\n", "", 1500)]
    [InlineData("", "x", "", 250_000)]
    [InlineData("", "(", "", 10_000)]
    [InlineData("", "according to ", "", 2000)]
    [InlineData("", "\u2014 he said \u2014 ", "", 2000)]
    [InlineData("", "THE MINISTER SAID ", "", 2500)]
    [InlineData("Russia must ", "stop, ", "go.", 3000)]
    [InlineData("the minister ", "of the minister ", "said no.", 2000)]
    [InlineData("", "Russia urged China to urge ", "", 1500)]
    [InlineData("", "MR. SMITH: We will.\n", "", 2000)]
    [InlineData("Anna Kovac left. ", "He said no. ", "", 2000)]
    public void FourTimesTheText_TakesFourTimesAsLong(string start, string middle, string end, int times) =>
        IsLinear(n => start + new StringBuilder().Insert(0, middle, n) + end, times);

    [Fact]
    public void TenThousandNames_TakeFourTimesAsLongAsAQuarterOfThem() => IsLinear(
        n => string.Concat(Enumerable.Range(0, n).Select(i => $"Minister Anna{Letters(i)} Kov{Letters(i / 7)} said she would go. ")),
        2500);

    // Milliseconds below which the rest of the test run decides, not the text.
    private const double Noise = 5;

    // Sixteen times would be quadratic. Other work on the machine can only slow a run down, so the quickest of a few counts.
    private static void IsLinear(Func<int, string> text, int times)
    {
        string once = text(times), four = text(times * 4);
        DiplomacyAnalyzer.Default.ExtractClaims(once);
        double ratio = double.MaxValue;
        for (int attempt = 0; attempt < 4 && ratio > 9; attempt++)
        {
            ratio = Math.Min(ratio, Quickest(four) / Math.Max(Noise, Quickest(once)));
        }

        Assert.True(ratio <= 9, $"four times the text took {ratio:0.0} times as long");
    }

    private static double Quickest(string text)
    {
        double quickest = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long start = Stopwatch.GetTimestamp();
            DiplomacyAnalyzer.Default.ExtractClaims(text);
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return quickest;
    }

    private static string Letters(int number) => new([(char)('a' + (number % 26)), (char)('a' + (number / 26 % 26)), (char)('a' + (number / 676 % 26))]);
}
