using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>
/// Learns from text without labels which words go with which act: the rules know "accused", "promised", "urged", and what is
/// said behind such words stands, hidden from the rules, in other texts behind a bare "said". The words that decided for the rule
/// are left out, so that the rest has to tell.
/// </summary>
internal static class WordTraining
{
    /// <summary>The weights of the model of words.</summary>
    public static LinearWeights Train(IEnumerable<Article> articles, ActOptions options, Action<string>? log)
    {
        var rows = new List<(uint Order, SparseExample Row)>[ActModel.Families];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = [];
        }

        uint number = 0;
        foreach (Article article in articles.Where(a => !MeasuredOn(a)))
        {
            foreach (DraftRow row in ActExamples.Drafts(DiplomacyAnalyzer.Default, article))
            {
                number++;
                if (row.Words.Length >= 8 && (row.Family != ActFamily.State || row.Rule == "act.state"))
                {
                    rows[(int)row.Family].Add((StableHash.Combine((uint)options.Seed, number), new SparseExample((int)row.Family, row.Words)));
                }
            }
        }

        // A sample by hash: independent of the order of the families, the same in every run.
        SparseExample[] sample = [.. rows.SelectMany(r => r.OrderBy(x => x.Order).Take(options.WordRows)).OrderBy(x => x.Order).Select(x => x.Row)];
        log?.Invoke($"{number} drafts of unlabelled text; {string.Join(", ", rows.Select((r, i) => $"{(ActFamily)i} {r.Count}"))}; {sample.Length} taken");
        LinearWeights weights = new MaximumEntropyTrainer(ActModel.Families, options.Seed, minCount: 4).Train(sample, options.WordL2);
        return Pruned(weights, 0.02f);
    }

    /// <summary>Texts that claims are measured on teach nothing; of the statements some are, so none of them is taken.</summary>
    private static bool MeasuredOn(Article article) => article.Id.StartsWith("exports/statements/", StringComparison.Ordinal)
        || (article.SpeakerCountry is "IRN" or "PAK" or "KEN" && article.Id.StartsWith("exports/ungdc", StringComparison.Ordinal));

    /// <summary>The weights of a weight file, as they were quantised.</summary>
    public static LinearWeights Read(WeightFile file)
    {
        float scale = file.Singles("words.scale")[0];
        uint[] keys = file.UInt32s("words.keys").ToArray();
        List<int> starts = [0];
        List<float> values = [];
        for (int row = 0; row < keys.Length; row++)
        {
            for (int i = 0; i < file.Bytes("words.counts")[row]; i++)
            {
                values.Add((file.SBytes("words.weights")[values.Count] << file.Bytes("words.shifts")[row]) * scale);
            }

            starts.Add(values.Count);
        }

        return new LinearWeights(file.Int32s("words.shape")[0], keys, [.. starts], file.Bytes("words.columns").ToArray(), [.. values]);
    }

    // Weights too small to matter would fill the file.
    private static LinearWeights Pruned(LinearWeights weights, float least)
    {
        List<uint> keys = [];
        List<int> starts = [0];
        List<byte> columns = [];
        List<float> values = [];
        for (int row = 0; row < weights.Rows; row++)
        {
            for (int i = weights.Starts[row]; i < weights.Starts[row + 1]; i++)
            {
                if (MathF.Abs(weights.Values[i]) >= least)
                {
                    columns.Add(weights.Columns[i]);
                    values.Add(weights.Values[i]);
                }
            }

            if (columns.Count > starts[^1])
            {
                keys.Add(weights.Keys[row]);
                starts.Add(columns.Count);
            }
        }

        return new LinearWeights(weights.Classes, [.. keys], [.. starts], [.. columns], [.. values]);
    }
}
