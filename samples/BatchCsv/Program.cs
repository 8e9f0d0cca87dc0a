using Diplomacy.Analysis;
using Diplomacy.Analysis.Batch.Duplicates;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Diplomacy.Analysis.Batch.Writing;

// A CSV export (the argument, or the one beside this file) becomes claims.csv; what could not be read goes to
// claims.csv.rejects.csv with the reason. Columns, encoding and separator are found out. Stopped with Ctrl+C or killed, the
// run goes on where it stood when it is started again with the same arguments.
string input = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "statements.csv");
string output = args.Length > 1 ? args[1] : "claims.csv";

var source = new ArticleSource([input]);
foreach (string table in source.Check())
{
    Console.WriteLine(table);
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

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

RunCheckpoint checkpoint = RunCheckpoint.Resume(output + ".checkpoint", RunIdentity.Of([input], []));
var options = new BatchOptions { Duplicates = DuplicateHandling.Flag };
BatchSummary summary;
try
{
    summary = new BatchRunner(DiplomacyAnalyzer.Default, options).Run(source.Read(), [csv, count], rejects, checkpoint, stop.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine("Stopped; start it again to go on.");
    return 1;
}

foreach ((string act, int number) in acts)
{
    Console.WriteLine($"{number,4}  {act}");
}

Console.WriteLine($"{summary.Documents} documents, {summary.Claims} claims in {output}, {summary.Rejects} rejects");
return 0;
