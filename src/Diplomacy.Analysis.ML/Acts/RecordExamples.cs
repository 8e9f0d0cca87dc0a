using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>Runs the pipeline over passages and tells of each record whether it is right, as the scorer of claims does.</summary>
internal static class RecordExamples
{
    /// <summary>The records of a passage.</summary>
    public static List<RecordExample> Of(DiplomacyAnalyzer analyzer, LabelledPassage passage, int number)
    {
        List<uint[]> features = [];
        Claim[] claims;
        using (AnalyzedDocument document = analyzer.Analyze(passage.Article))
        {
            DocumentContext context = document.Context;
            context.Clear(AnalysisLayers.Claims);
            context.ClaimScratch.RecordLog = features;
            analyzer.Stages[^1].Run(context);
            context.ClaimScratch.RecordLog = null;
            claims = context.Claims.Span.ToArray();
        }

        LabelledClaim?[] labels = Matches(passage.Claims, claims);
        return [.. features.Select((f, i) => new RecordExample(number, f, Outcome(labels[i], claims[i]), labels[i] is { } label ? Right(label, claims[i]) : []))];
    }

    /// <summary>For each record 0, 1 or 2.</summary>
    internal static int[] Outcomes(LabelledClaim[] labels, IReadOnlyList<Claim> claims) => [.. Matches(labels, claims).Select((l, i) => Outcome(l, claims[i]))];

    /// <summary>For each <see cref="RecordField"/> whether the record has it as the label.</summary>
    internal static bool[] Right(LabelledClaim label, Claim claim) =>
    [
        label.Act == claim.ActFamily,
        SameName(label.SpeakerName, claim.SpeakerName) && label.SpeakerCountry.Split(';').ToHashSet().SetEquals(claim.SpeakerCountry.Split(';')),
        label.Addressees.ToHashSet().SetEquals(claim.Addressees),
        Math.Sign(label.Stance) == Math.Sign(claim.Stance),
    ];

    // For each record its label or null; each label is given to the one record that fits it best.
    private static LabelledClaim?[] Matches(LabelledClaim[] labels, IReadOnlyList<Claim> claims)
    {
        var matches = new LabelledClaim?[claims.Count];
        bool[] taken = new bool[labels.Length];
        var pairs = new List<(double Fit, int Label, int Claim)>();
        for (int l = 0; l < labels.Length; l++)
        {
            for (int c = 0; c < claims.Count; c++)
            {
                int shared = ActExamples.Shared([.. claims[c].ContentSpans], labels[l].Content);
                double fit = 2.0 * shared / Math.Max(1, claims[c].ContentSpans.Sum(s => s.Length) + labels[l].Content.Sum(s => s.Length));
                if (fit >= 0.5)
                {
                    pairs.Add((fit, l, c));
                }
            }
        }

        foreach ((double _, int l, int c) in pairs.OrderByDescending(p => p.Fit).ThenBy(p => p.Label).ThenBy(p => p.Claim))
        {
            if (!taken[l] && matches[c] is null)
            {
                (taken[l], matches[c]) = (true, labels[l]);
            }
        }

        return matches;
    }

    private static int Outcome(LabelledClaim? label, Claim claim) =>
        label is null ? 0 : Right(label, claim) is [true, true, true, ..] ? 2 : 1;

    // As score.py has it: the same last word, or all words of one among those of the other.
    private static bool SameName(string? a, string? b)
    {
        string[] left = Words(a), right = Words(b);
        return left.Length == 0 || right.Length == 0
            ? left.Length == right.Length
            : left[^1] == right[^1] || left.ToHashSet().IsSubsetOf(right) || right.ToHashSet().IsSubsetOf(left);
    }

    private static string[] Words(string? name) =>
        new string([.. (name ?? "").ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '_' or ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
