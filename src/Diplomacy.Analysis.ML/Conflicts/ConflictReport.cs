namespace Diplomacy.Analysis.ML.Conflicts;

/// <summary>How well the claims of an analyzer meet the conflict expressions of a corpus, by meeting.</summary>
internal static class ConflictReport
{
    private const string Russia = "RUS";

    /// <summary>A line for each meeting, one for all, and the same without what is held against Russia, which most of the corpus is.</summary>
    public static IEnumerable<string> Of(DiplomacyAnalyzer analyzer, IEnumerable<ConflictSpeech> speeches)
    {
        (string Meeting, ConflictSpeech Speech, IReadOnlyList<Claim> Claims)[] read = [.. speeches.Select(s => (s.Meeting, s, analyzer.ExtractClaims(s.Article)))];
        foreach (string? without in new[] { null, Russia })
        {
            string which = without is null ? "" : $" without {without}";
            var all = new ConflictScore($"all{which}", without);
            foreach (IGrouping<string, (string Meeting, ConflictSpeech Speech, IReadOnlyList<Claim> Claims)> meeting in read.GroupBy(r => r.Meeting))
            {
                var score = new ConflictScore($"{meeting.Key}{which}", without);
                foreach ((_, ConflictSpeech speech, IReadOnlyList<Claim> claims) in meeting)
                {
                    score.Add(speech, claims);
                    all.Add(speech, claims);
                }

                yield return score.ToString();
            }

            yield return all.ToString();
        }
    }
}
