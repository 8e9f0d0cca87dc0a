using Diplomacy.Analysis;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;

// A CSV export (the argument, or the one beside this file) becomes claims.csv; what could not be read goes to
// claims.csv.rejects.csv with the reason. Columns, encoding and separator are found out.
string input = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "statements.csv");
string output = args.Length > 1 ? args[1] : "claims.csv";

var source = new ArticleSource([input]);
source.Check();

var acts = new SortedDictionary<string, int>(StringComparer.Ordinal);
using ResultSink csv = ResultSink.Csv(output);
using ResultSink count = ResultSink.To(claims =>
{
    foreach (Claim claim in claims)
    {
        string key = $"{claim.SpeakerCountry,-5} {claim.ActFamily}";
        acts[key] = acts.GetValueOrDefault(key) + 1;
    }
});
using var rejects = new RejectFile(output + ".rejects.csv");

BatchSummary summary = new BatchRunner(DiplomacyAnalyzer.Default, new BatchOptions()).Run(source.Read(), [csv, count], rejects.Write);
rejects.Complete();

foreach ((string act, int number) in acts)
{
    Console.WriteLine($"{number,4}  {act}");
}

Console.WriteLine($"{summary.Documents} documents, {summary.Claims} claims in {output}, {summary.Rejects} rejects");
