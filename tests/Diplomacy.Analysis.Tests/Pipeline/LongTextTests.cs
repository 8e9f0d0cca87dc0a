using System.Diagnostics;
using System.Globalization;
using System.Text;
using Diplomacy.Analysis.Pipeline;
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
    [InlineData("", "\"a ", "", 2000)]
    [InlineData("", "1.", "", 100_000)]
    [InlineData("", "\n \n", "", 20_000)]
    [InlineData("", "<div class='a'>", "", 2000)]
    [InlineData("Anna Kovac left. ", "He said no. ", "", 2000)]
    public void FourTimesTheText_TakesFourTimesAsLong(string start, string middle, string end, int times) =>
        IsLinear(n => start + new StringBuilder().Insert(0, middle, n) + end, times);

    [Fact]
    public void TenThousandNames_TakeFourTimesAsLongAsAQuarterOfThem() => IsLinear(
        n => string.Concat(Enumerable.Range(0, n).Select(i => $"Minister Anna{Letters(i)} Kov{Letters(i / 7)} said she would go. ")),
        2500);

    [Fact]
    public void CancelledAnalysis_EndsInsideEveryLongStage()
    {
        DocumentContext context = DiplomacyAnalyzer.Default.Rent(new Article { Text = "\"We will go,\" said Anna Kovac. Russia urged China to leave. China said no." });
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var ended = new List<string>();
        foreach (IAnalysisStage stage in DiplomacyAnalyzer.Default.Stages)
        {
            try
            {
                context.CancellationToken = cancel.Token;
                stage.Run(context);
            }
            catch (OperationCanceledException)
            {
                ended.Add(stage.Name);
                context.CancellationToken = CancellationToken.None;
                context.Clear(stage.Provides);
                stage.Run(context);
            }
        }

        Assert.Equal(["tags", "names", "entities", "attributions", "speakers", "claims"], ended);
    }

    // Milliseconds below which the clock decides, not the text.
    private const double Noise = 2;

    // A doubling may take 2.5 times as long, two of them 6.25 times; sixteen times would be quadratic.
    private const double Most = 2.5 * 2.5;

    private static void IsLinear(Func<int, string> text, int times)
    {
        string once = text(times), four = text(times * 4);
        DiplomacyAnalyzer.Default.ExtractClaims(four);
        double ratio = double.MaxValue;
        for (int attempt = 0; attempt < 5 && ratio > Most; attempt++)
        {
            ratio = Math.Min(ratio, Quickest(four) / Math.Max(Noise, Quickest(once)));
        }

        Assert.True(ratio <= Most, $"four times the text took {ratio:0.0} times as long");
    }

    // Other work on the machine can only slow a run down, so the quickest of a few counts.
    private static double Quickest(string text)
    {
        double quickest = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            double start = Milliseconds();
            DiplomacyAnalyzer.Default.ExtractClaims(text);
            quickest = Math.Min(quickest, Milliseconds() - start);
        }

        return quickest;
    }

    // Linux tells the time that this thread has had a processor; elsewhere it is the time of the wall.
    private static double Milliseconds()
    {
        const string Schedule = "/proc/thread-self/schedstat";
        return File.Exists(Schedule)
            ? long.Parse(File.ReadAllText(Schedule).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6
            : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
    }

    private static string Letters(int number) => new([(char)('a' + (number % 26)), (char)('a' + (number / 26 % 26)), (char)('a' + (number / 676 % 26))]);
}
