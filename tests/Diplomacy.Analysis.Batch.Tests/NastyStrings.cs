using System.Text.Json;

namespace Diplomacy.Analysis.Batch.Tests;

/// <summary>Strings that break programs: our own, and the big list of naughty strings where it lies beside the repository.</summary>
internal static class NastyStrings
{
    public static IReadOnlyList<string> Own { get; } =
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "'=1", "''=1", "\"=1", "\" '=cmd|' /C calc'!A0", "＝1+1", "\uFEFF=1", "-", "--", "=",
        "'", "''", "\"", "\"\"", "\"\"\"", "a\"b", ",", ";", "a,b;c\td|e", "\\", "\\;", "a\\", "\r", "\n", "\r\n", "a\rb\nc\r\nd", "\0", "a\0b",
        "\u0001\u0007\u001B[31mred\u001B[0m", "\u0085", "\u2028\u2029", "\u200B\u200E\u202E", "\uFEFF", "\uFFFD", "\uFFFF", "\uD800", "a\uDC00b", "\uD83D\uDE00",
        "NA", "null", "None", "NaN", "true", "1e309", "<script>alert(1)</script>", "{\"a\":1}", "[1,2]", "sep=;", "# comment", "# newdoc", "İıŞß", "ﬁ", "e\u0301",
        "%s%n%x", "../../etc/passwd", "C:\\x", "2021-02-30", "very long " + new string('x', 70_000), new string('"', 999), new string('\n', 50) + "end",
    ];

    public static IReadOnlyList<string> Shared()
    {
        using Stream file = File.OpenRead(SharedFolder.Require("data/torture/blns/blns.json"));
        return JsonSerializer.Deserialize<string[]>(file)!;
    }
}
