using System.Globalization;

namespace Diplomacy.Analysis.ML.Events;

/// <summary>
/// How many sentences with an event a claim codes, and how often its root is right. The sentences carry roots of WEIS, CAMEO's
/// forerunner ("urge" is 10, propose; "condemn" 12, accuse), so each CAMEO root of ours counts as the WEIS roots that it grew out of.
/// </summary>
internal static class PetrarchReport
{
    // WEIS: 01 yield, 02 comment, 03 consult, 04 approve, 05 promise, 06 grant, 07 reward, 08 agree, 09 request, 10 propose, 11 reject,
    // 12 accuse, 13 protest, 14 deny, 15 demand, 16 warn, 17 threaten, 18 demonstrate, 19 reduce relations, 20 expel, 21 seize, 22 force.
    private static readonly Dictionary<string, string[]> Weis = new()
    {
        ["01"] = ["02", "14"],
        ["02"] = ["09", "10"],
        ["03"] = ["05", "08", "03"],
        ["04"] = ["03"],
        ["05"] = ["04", "08", "06"],
        ["06"] = ["06", "08"],
        ["07"] = ["07", "06"],
        ["08"] = ["01", "06"],
        ["09"] = ["02"],
        ["10"] = ["15", "09"],
        ["11"] = ["12", "13"],
        ["12"] = ["11"],
        ["13"] = ["16", "17"],
        ["14"] = ["18", "13"],
        ["15"] = ["18"],
        ["16"] = ["19"],
        ["17"] = ["20", "21", "19"],
        ["18"] = ["22"],
        ["19"] = ["22"],
        ["20"] = ["22"],
    };

    /// <summary>A line for each root of the corpus, one for all.</summary>
    public static IEnumerable<string> Of(DiplomacyAnalyzer analyzer, IEnumerable<(string Text, string[] Codes)> sentences)
    {
        (string[] Gold, string[] Told)[] all = [.. sentences.Select(s => (
            s.Codes.Select(Root).Where(r => string.CompareOrdinal(r, "22") <= 0).Distinct().ToArray(),
            analyzer.ExtractClaims(s.Text).Select(c => c.Cameo).OfType<string>().SelectMany(c => Weis.GetValueOrDefault(Root(c), [])).Distinct().ToArray()))];
        (string[] Gold, string[] Told)[] events = [.. all.Where(s => s.Gold.Length > 0)];
        foreach (IGrouping<string, (string[] Gold, string[] Told)> root in events.GroupBy(s => s.Gold[0]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return Line(root.Key, [.. root]);
        }

        yield return Line("all", events);
        int none = all.Length - events.Length;
        yield return string.Create(CultureInfo.InvariantCulture, $"without an event {none} sentences, coded {Share(all.Count(s => s.Gold.Length == 0 && s.Told.Length > 0), none)}");
    }

    private static string Line(string name, (string[] Gold, string[] Told)[] sentences)
    {
        int coded = sentences.Count(s => s.Told.Length > 0);
        int right = sentences.Count(s => s.Gold.Intersect(s.Told).Any());
        return string.Create(CultureInfo.InvariantCulture, $"{name,-3} {sentences.Length} sentences, coded {Share(coded, sentences.Length)}, root right of the coded {Share(right, coded)}, of all {Share(right, sentences.Length)}");
    }

    private static string Root(string code) => code[..Math.Min(2, code.Length)];

    private static string Share(int part, int all) => (100.0 * part / Math.Max(1, all)).ToString("F1", CultureInfo.InvariantCulture);
}
