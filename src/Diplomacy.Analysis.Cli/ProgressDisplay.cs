using System.Diagnostics;
using System.Globalization;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Running;
using Spectre.Console;

namespace Diplomacy.Analysis.Cli;

/// <summary>Shows how far a run is: a bar on a terminal, elsewhere a plain line now and then.</summary>
internal sealed class ProgressDisplay(CommandHost host, ArticleSource source)
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _lastLine;
    private long _firstBytes = -1;
    private TimeSpan _firstTime;

    /// <summary>Runs with the display on.</summary>
    public BatchSummary Run(Func<Action<BatchSummary>, BatchSummary> run) => host.IsErrorTerminal ? RunWithBar(run) : run(Line);

    /// <summary>"12,400 documents, 35,210 claims, 12 rejects, 2.1 MB/s, 43 %, 0:03:20 left".</summary>
    internal string Describe(BatchSummary summary)
    {
        double seconds = Math.Max(0.001, summary.Elapsed.TotalSeconds);
        string figures = string.Create(CultureInfo.InvariantCulture,
            $"{summary.Documents:N0} documents, {summary.Claims:N0} claims, {summary.Rejects:N0} rejects, {(summary.TextBytes - summary.ResumedTextBytes) / 1e6 / seconds:0.0} MB/s");
        return source.TotalBytes <= 0 ? figures : string.Create(CultureInfo.InvariantCulture, $"{figures}, {100 * Share:0} %{Remaining(summary)}");
    }

    private double Share => source.TotalBytes <= 0 ? 0 : Math.Min(1, (double)source.BytesRead / source.TotalBytes);

    // The part that an earlier run had analysed goes by in no time and says nothing about the rest.
    private string Remaining(BatchSummary summary)
    {
        if (summary.Records <= summary.ResumedRecords)
        {
            return "";
        }

        if (_firstBytes < 0)
        {
            (_firstBytes, _firstTime) = (source.BytesRead, _clock.Elapsed);
        }

        double read = source.BytesRead - _firstBytes;
        double time = (_clock.Elapsed - _firstTime).TotalSeconds;
        if (read <= 0 || time < 2)
        {
            return "";
        }

        var left = TimeSpan.FromSeconds(Math.Min(1e7, time / read * Math.Max(0, source.TotalBytes - source.BytesRead)));
        return string.Create(CultureInfo.InvariantCulture, $", {(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left");
    }

    private void Line(BatchSummary summary)
    {
        if (_clock.Elapsed - _lastLine >= LineInterval)
        {
            _lastLine = _clock.Elapsed;
            host.Error.WriteLine(Describe(summary));
        }
    }

    private BatchSummary RunWithBar(Func<Action<BatchSummary>, BatchSummary> run)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return console.Progress().AutoClear(true).HideCompleted(true).Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).Start(context =>
        {
            ProgressTask task = context.AddTask("reading", maxValue: 1);
            task.IsIndeterminate = source.TotalBytes <= 0;
            return run(summary =>
            {
                task.Value = Share;
                task.Description = Describe(summary);
            });
        });
    }
}
