using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>
/// What <c>diplomacy train acts</c> does: labels to weights. The folds' models of acts and stances are made first; what they do on
/// the documents they have not seen teaches the model of records.
/// </summary>
internal sealed class ActTraining
{
    private readonly IReadOnlyList<LabelledPassage> _passages;
    private readonly ActOptions _options;
    private readonly ActTrainer _trainer;
    private readonly List<ActExample> _examples;
    private readonly List<(LinearWeights Acts, LinearWeights Stances)> _folds = [];
    private readonly List<RecordExample> _records = [];

    public ActTraining(IReadOnlyList<LabelledPassage> passages, ActOptions options)
    {
        (_passages, _options) = (passages, options);
        _trainer = new ActTrainer(options, passages);
        // Weights shipped before may be of another form; drafts are the rules' and need none.
        LinearWeights[] fields = [.. Enumerable.Repeat(Untaught(ActModel.Verdicts), ActModel.Fields)];
        _examples = ActExamples.Of(Analyzer(Weights(Untaught(ActModel.Families), Untaught(ActModel.Stances), Untaught(ActModel.Outcomes), fields)), passages);
        for (int fold = 0; fold < options.Folds; fold++)
        {
            (LinearWeights acts, LinearWeights stances, _) = _trainer.Train([.. _examples.Where(e => _trainer.FoldOf(e.Passage) != fold)]);
            _folds.Add((acts, stances));
            DiplomacyAnalyzer analyzer = Analyzer(Weights(acts, stances, Untaught(ActModel.Outcomes), fields));
            for (int p = 0; p < passages.Count; p++)
            {
                if (_trainer.FoldOf(p) == fold)
                {
                    _records.AddRange(RecordExamples.Of(analyzer, passages[p], p));
                }
            }
        }
    }

    /// <summary>The weight file of all labels, and lines of figures from cross-validation.</summary>
    public (byte[] Weights, string[] Report) Train()
    {
        (LinearWeights acts, LinearWeights stances, string report) = _trainer.Train(_examples);
        int labels = _passages.Sum(p => p.Claims.Length);
        return (Weights(acts, stances, RecordTrainer.Train(_records, _options), RecordTrainer.TrainFields(_records, _options)),
            [$"{_passages.Count} passages, {labels} claims, {_examples.Count} drafts in them", .. report.Split(Environment.NewLine), .. RecordTrainer.Measure(_records, _trainer.FoldOf, labels, _options), .. RecordTrainer.MeasureFields(_records, _trainer.FoldOf, _options)]);
    }

    /// <summary>For each fold the articles it leaves out and an analyzer whose models have not seen them.</summary>
    public IEnumerable<(Article[] Articles, DiplomacyAnalyzer Analyzer)> Folds()
    {
        for (int fold = 0; fold < _options.Folds; fold++)
        {
            RecordExample[] seen = [.. _records.Where(r => _trainer.FoldOf(r.Passage) != fold)];
            yield return ([.. _passages.Where((_, i) => _trainer.FoldOf(i) == fold).Select(p => p.Article)], Analyzer(Weights(_folds[fold].Acts, _folds[fold].Stances, RecordTrainer.Train(seen, _options), RecordTrainer.TrainFields(seen, _options))));
        }
    }

    private static LinearWeights Untaught(int classes) => new(classes, [], [0], [], []);

    private byte[] Weights(LinearWeights acts, LinearWeights stances, LinearWeights records, IReadOnlyList<LinearWeights> fields)
    {
        var writer = new WeightFileWriter();
        ActModel.Write(writer, acts, stances, records, fields, _options.OverrideAt, _options.StanceAt, _options.DropAt, _options.NeutralWeight);
        return writer.ToArray();
    }

    private static DiplomacyAnalyzer Analyzer(byte[] weights) => DiplomacyAnalyzer.CreateBuilder().UseModel(ActModel.FileName, () => new MemoryStream(weights)).Build();
}
