using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Diplomacy.Analysis.Batch.Languages;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Batch.Running;

/// <summary>
/// Reads, analyses on several threads and writes in the order of the input. The same input gives the same bytes whatever
/// the number of threads; memory is bounded by <see cref="BatchOptions.MaxCharactersInFlight"/>.
/// </summary>
public sealed class BatchRunner
{
    // A chunk is large enough that handing it over costs nothing beside its analysis, and small enough that the last
    // ones of a run keep all threads busy.
    private const int ChunkCharacters = 128 * 1024;
    private const int ChunkRecords = 256;

    private readonly DiplomacyAnalyzer _analyzer;
    private readonly BatchOptions _options;

    /// <summary>Makes a runner.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public BatchRunner(DiplomacyAnalyzer analyzer, BatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxCharactersInFlight, 1);
        _analyzer = analyzer;
        _options = options;
    }

    /// <summary>Runs to the end of <paramref name="records"/>. The sinks are completed, not disposed.</summary>
    /// <param name="records">The input; enumerated once, on another thread where there are several.</param>
    /// <param name="sinks">Each gets all results.</param>
    /// <param name="rejects">Keeps the records that gave no document, or null.</param>
    /// <param name="cancellationToken">Stops the run; the sinks are then not completed.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="IOException">A sink could not write.</exception>
    public BatchSummary Run(IEnumerable<InputRecord> records, IReadOnlyList<ResultSink> sinks, Action<InputRecord>? rejects, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(sinks);
        var clock = Stopwatch.StartNew();
        var totals = new Totals(sinks, rejects);
        foreach (ResultSink sink in sinks)
        {
            sink.Start();
        }

        if (_options.Threads == 1)
        {
            RunAlone(records, sinks, totals, cancellationToken);
        }
        else
        {
            RunThreads(records, sinks, totals, cancellationToken);
        }

        foreach (ResultSink sink in sinks)
        {
            sink.Complete();
        }

        return totals.Summary(clock.Elapsed);
    }

    private void RunAlone(IEnumerable<InputRecord> records, IReadOnlyList<ResultSink> sinks, Totals totals, CancellationToken cancellationToken)
    {
        var single = new Chunk(sinks.Count);
        foreach (Chunk chunk in Chunks(records, () => single))
        {
            Process(chunk, sinks, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            totals.Write(chunk);
            chunk.Clear();
        }
    }

    private void RunThreads(IEnumerable<InputRecord> records, IReadOnlyList<ResultSink> sinks, Totals totals, CancellationToken cancellationToken)
    {
        var queue = new ChunkQueue((2 * _options.Threads) + 2, _options.MaxCharactersInFlight);
        var free = new ConcurrentBag<Chunk>();
        Exception? readError = null;
        var threads = new Thread[_options.Threads + 1];
        threads[0] = new Thread(() =>
        {
            try
            {
                foreach (Chunk chunk in Chunks(records, () => free.TryTake(out Chunk? reused) ? reused : new Chunk(sinks.Count)))
                {
                    if (!queue.Add(chunk))
                    {
                        return;
                    }
                }
            }
#pragma warning disable CA1031 // Whatever it is, it belongs to the caller's thread and is thrown there.
            catch (Exception error)
#pragma warning restore CA1031
            {
                readError = error;
            }

            queue.End();
        });
        for (int i = 1; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                while (queue.Take() is { } chunk)
                {
                    Process(chunk, sinks, cancellationToken);
                    queue.MarkDone(chunk);
                }
            });
        }

        bool finished = false;
        try
        {
            foreach (Thread thread in threads)
            {
                thread.IsBackground = true;
                thread.Start();
            }

            while (queue.TakeDone(cancellationToken) is { } chunk)
            {
                totals.Write(chunk);
                queue.Release(chunk);
                chunk.Clear();
                free.Add(chunk);
            }

            finished = true;
        }
        finally
        {
            queue.Stop();
            for (int i = 1; i < threads.Length; i++)
            {
                threads[i].Join();
            }

            // The reader may hang in a pipe that gives nothing; a background thread does not keep the process.
            threads[0].Join(finished ? Timeout.Infinite : 200);
        }

        if (readError is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(readError);
        }
    }

    private static IEnumerable<Chunk> Chunks(IEnumerable<InputRecord> records, Func<Chunk> make)
    {
        Chunk chunk = make();
        foreach (InputRecord record in records)
        {
            chunk.Records.Add(record);
            chunk.Characters += record.Article?.Text.Length ?? 0;
            if (chunk.Characters >= ChunkCharacters || chunk.Records.Count >= ChunkRecords)
            {
                yield return chunk;
                chunk = make();
            }
        }

        if (chunk.Records.Count > 0)
        {
            yield return chunk;
        }
    }

    private void Process(Chunk chunk, IReadOnlyList<ResultSink> sinks, CancellationToken cancellationToken)
    {
        foreach (InputRecord record in chunk.Records)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            InputRecord admitted = Admit(record);
            if (admitted.Article is { } article)
            {
                Analyze(chunk, admitted, article, sinks);
            }
            else
            {
                chunk.Rejects.Add(admitted);
            }
        }
    }

    private InputRecord Admit(InputRecord record)
    {
        if (record.Article is not { } article || !_options.EnglishOnly)
        {
            return record;
        }

        string? language = LanguageGuess.Of(article.Text) ?? article.Language;
        return language is null or "en"
            ? record with { Article = article with { Language = language } }
            : record with { Article = null, Reason = $"language: {language}", Evidence = Excerpt(article.Text) };
    }

    private void Analyze(Chunk chunk, InputRecord record, Article article, IReadOnlyList<ResultSink> sinks)
    {
        Span<int> lengths = stackalloc int[sinks.Count];
        for (int i = 0; i < sinks.Count; i++)
        {
            lengths[i] = chunk.Outputs[i].Count;
        }

        try
        {
            using AnalyzedDocument document = _analyzer.Analyze(article);
            for (int i = 0; i < sinks.Count; i++)
            {
                sinks[i].Format(document, chunk.Outputs[i]);
            }

            if (document.Claims.Count > 0)
            {
                chunk.ClaimLists.Add(document.Claims);
            }

            chunk.Documents++;
            chunk.Claims += document.Claims.Count;
            chunk.TextBytes += Encoding.UTF8.GetByteCount(article.Text);
        }
#pragma warning disable CA1031 // The analysis throws for no text; should it, the fault must not cost the neighbours' results.
        catch (Exception error)
#pragma warning restore CA1031
        {
            for (int i = 0; i < sinks.Count; i++)
            {
                chunk.Outputs[i].Truncate(lengths[i]);
            }

            chunk.Rejects.Add(record with { Article = null, Reason = $"analysis failed: {error.GetType().Name} {Place(error)}: {error.Message}", Evidence = Excerpt(article.Text) });
        }
    }

    // "at Diplomacy.Analysis.Claims.ClaimBuilder.Run(...)": what a bug report needs, without the paths of the machine.
    private static string Place(Exception error)
    {
        ReadOnlySpan<char> trace = error.StackTrace;
        int end = trace.IndexOf('(');
        return end < 0 ? "" : trace[..end].Trim().ToString();
    }

    private static string Excerpt(string text) => text.Length > 200 ? text[..200] : text;

    /// <summary>Writes chunks in order and counts.</summary>
    private sealed class Totals(IReadOnlyList<ResultSink> sinks, Action<InputRecord>? rejects)
    {
        private readonly Dictionary<string, long> _reasons = new(StringComparer.Ordinal);
        private long _documents, _claims, _rejects, _records, _textBytes;

        public void Write(Chunk chunk)
        {
            for (int i = 0; i < sinks.Count; i++)
            {
                sinks[i].Write(chunk.Outputs[i].Written);
                if (sinks[i].WantsClaims)
                {
                    foreach (IReadOnlyList<Claim> claims in chunk.ClaimLists)
                    {
                        sinks[i].Take(claims);
                    }
                }
            }

            foreach (InputRecord reject in chunk.Rejects)
            {
                rejects?.Invoke(reject);
                string reason = reject.Reason ?? "";
                int detail = reason.StartsWith("language:", StringComparison.Ordinal) ? -1 : reason.IndexOf(':', StringComparison.Ordinal);
                reason = detail < 0 ? reason : reason[..detail];
                _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            }

            _documents += chunk.Documents;
            _claims += chunk.Claims;
            _rejects += chunk.Rejects.Count;
            _records += chunk.Records.Count;
            _textBytes += chunk.TextBytes;
        }

        public BatchSummary Summary(TimeSpan elapsed) => new()
        {
            Documents = _documents,
            Claims = _claims,
            Rejects = _rejects,
            Records = _records,
            TextBytes = _textBytes,
            Elapsed = elapsed,
            RejectReasons = _reasons,
        };
    }
}
