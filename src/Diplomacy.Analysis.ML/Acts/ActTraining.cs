using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>What <c>diplomacy train acts</c> does: labels to weights, and the folds' models for measuring.</summary>
internal static class ActTraining
{
    /// <summary>Trains on all passages.</summary>
    public static byte[] Train(IReadOnlyList<LabelledPassage> passages, LinearWeights words, ActOptions options, Action<string>? log)
    {
        List<ActExample> examples = ActExamples.Of(DiplomacyAnalyzer.Default, passages);
        log?.Invoke($"{passages.Count} passages, {passages.Sum(p => p.Claims.Length)} claims, {examples.Count} drafts");
        return new ActTrainer(options, words, log).Train(examples, passages);
    }

    /// <summary>For each fold the articles it leaves out and an analyzer whose models have not seen them.</summary>
    public static IEnumerable<(Article[] Articles, DiplomacyAnalyzer Analyzer)> Folds(IReadOnlyList<LabelledPassage> passages, LinearWeights words, ActOptions options, Action<string>? log)
    {
        List<ActExample> examples = ActExamples.Of(DiplomacyAnalyzer.Default, passages);
        var trainer = new ActTrainer(options, words, log);
        for (int fold = 0; fold < options.Folds; fold++)
        {
            Article[] left = [.. passages.Where(p => trainer.FoldOf(p) == fold).Select(p => p.Article)];
            byte[] weights = trainer.Train([.. examples.Where(e => trainer.FoldOf(passages[e.Document]) != fold)], passages);
            yield return (left, DiplomacyAnalyzer.CreateBuilder().UseModel(Diplomacy.Analysis.Claims.Learned.ActModel.FileName, () => new MemoryStream(weights)).Build());
        }
    }
}
