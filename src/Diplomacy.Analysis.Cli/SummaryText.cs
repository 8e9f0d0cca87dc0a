using System.Globalization;
using Diplomacy.Analysis.Batch.Running;

namespace Diplomacy.Analysis.Cli;

/// <summary>The last lines of a run.</summary>
internal static class SummaryText
{
    public static void Write(TextWriter error, BatchSummary summary, int skippedFiles, string? rejectsPath)
    {
        double seconds = Math.Max(0.001, summary.Elapsed.TotalSeconds);
        double megabytes = (summary.TextBytes - summary.ResumedTextBytes) / 1e6;
        error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{summary.Documents:N0} documents, {summary.Claims:N0} claims, {summary.Rejects:N0} rejects in {seconds:0.00} s ({megabytes:0.0} MB of text, {megabytes / seconds:0.0} MB/s)"));
        if (summary.Rejects > 0)
        {
            IEnumerable<string> reasons = summary.RejectReasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(8)
                .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Value:N0} {r.Key}"));
            error.WriteLine($"rejects: {string.Join(", ", reasons)}{(rejectsPath is null ? "" : $"; see {rejectsPath}")}");
        }

        if (summary.Duplicates > 0)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Duplicates:N0} of the documents are copies of earlier ones"));
        }

        if (skippedFiles > 0)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{skippedFiles:N0} files of other kinds passed over"));
        }
    }
}
