using System.Globalization;

namespace Diplomacy.Analysis.Samples;

/// <summary>Prints claims as a table that fits a terminal.</summary>
internal static class ClaimTable
{
    private static readonly (string Title, int Width, Func<Claim, int, string> Cell)[] Columns =
    [
        ("#", 2, (_, n) => n.ToString(CultureInfo.InvariantCulture)),
        ("speaker", 32, (c, _) => $"{c.SpeakerName ?? "-"} ({c.SpeakerCountry})"),
        ("act", 10, (c, _) => c.ActFamily.ToString()),
        ("to", 11, (c, _) => string.Join(';', c.Addressees)),
        ("about", 7, (c, _) => string.Join(';', c.Targets)),
        ("stance", 6, (c, _) => c.Stance.ToString("+0;-0;0", CultureInfo.InvariantCulture)),
        ("form", 8, (c, _) => c.Form.ToString().ToLowerInvariant()),
        ("content", 60, (c, _) => c.Content.ReplaceLineEndings(" ")),
    ];

    public static void Write(TextWriter output, IReadOnlyList<Claim> claims)
    {
        WriteRow(output, column => column.Title);
        WriteRow(output, column => new string('-', column.Width));
        for (int i = 0; i < claims.Count; i++)
        {
            int number = i + 1;
            WriteRow(output, column => column.Cell(claims[number - 1], number));
        }
    }

    private static void WriteRow(TextWriter output, Func<(string Title, int Width, Func<Claim, int, string> Cell), string> cell)
    {
        var parts = new List<string>(Columns.Length);
        foreach (var column in Columns)
        {
            string value = cell(column);
            parts.Add(value.Length > column.Width ? string.Concat(value.AsSpan(0, column.Width - 1), "…") : value.PadRight(column.Width));
        }

        output.WriteLine(string.Join("  ", parts).TrimEnd());
    }
}
