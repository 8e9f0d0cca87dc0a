using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>Runs the pipeline over labelled passages and finds for each draft the claim it is part of.</summary>
internal static class ActExamples
{
    /// <summary>The drafts that lie at least by half inside a labelled claim.</summary>
    public static List<ActExample> Of(DiplomacyAnalyzer analyzer, IReadOnlyList<LabelledPassage> passages)
    {
        List<ActExample> examples = [];
        for (int d = 0; d < passages.Count; d++)
        {
            foreach (DraftRow row in Drafts(analyzer, passages[d].Article))
            {
                if (Match(row.Content, passages[d].Claims) is { } claim)
                {
                    examples.Add(new ActExample(d, row, claim.Act, claim.Stance));
                }
            }
        }

        return examples;
    }

    /// <summary>The drafts of an article as the rules have them.</summary>
    public static List<DraftRow> Drafts(DiplomacyAnalyzer analyzer, Article article)
    {
        IAnalysisStage stage = analyzer.Stages[^1];
        var log = new DraftLog();
        using AnalyzedDocument document = analyzer.Analyze(article);
        DocumentContext context = document.Context;
        context.Clear(AnalysisLayers.Claims);
        context.ClaimScratch.Log = log;
        stage.Run(context);
        context.ClaimScratch.Log = null;
        return log.Rows;
    }

    // The claim that holds most of the draft; of two that hold it alike (one relays the other) the one it fits best.
    private static LabelledClaim? Match(TextSpan[] draft, LabelledClaim[] claims)
    {
        LabelledClaim? best = null;
        double most = 0;
        int length = draft.Sum(s => s.Length);
        foreach (LabelledClaim claim in claims)
        {
            int shared = Shared(draft, claim.Content);
            double held = (double)shared / Math.Max(1, length);
            double score = held + (2.0 * shared / Math.Max(1, length + claim.Content.Sum(s => s.Length)));
            if (held >= 0.5 && score > most)
            {
                (best, most) = (claim, score);
            }
        }

        return best;
    }

    /// <summary>Number of characters that lie in both.</summary>
    internal static int Shared(TextSpan[] a, TextSpan[] b)
    {
        int shared = 0;
        foreach (TextSpan x in a)
        {
            foreach (TextSpan y in b)
            {
                shared += Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start));
            }
        }

        return shared;
    }
}
