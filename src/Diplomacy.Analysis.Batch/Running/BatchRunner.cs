using System.Collections.Concurrent;
using Diplomacy.Analysis.Batch.Duplicates;
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
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDocumentLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.MaxDocumentTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CheckpointInterval, TimeSpan.Zero);
        _analyzer = analyzer;
        _options = options;
    }

    /// <summary>Characters a chunk has before it is handed over; tests vary it to show that it changes nothing.</summary>
    internal int ChunkCharacters { get; init; } = 64 * 1024;

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
        return Run(records, sinks, new RunTotals(sinks, rejects, null, null, _options), 0, cancellationToken);
    }

    /// <summary>
    /// Runs to the end of <paramref name="records"/>, or goes on from a checkpoint to it. Sinks and rejects are completed, and
    /// the checkpoint is removed. Where the run does not come to its end, all is left for one that continues it.
    /// </summary>
    /// <param name="records">The input from its first record, also where the run continues another: what is done is read and passed over.</param>
    /// <param name="sinks">Each gets all results; a callback gets only those of this run.</param>
    /// <param name="rejects">Keeps the records that gave no document.</param>
    /// <param name="checkpoint">Where to start and where to write how far the run has come.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; a checkpoint was made.</exception>
    /// <exception cref="IOException">A sink could not write.</exception>
    /// <exception cref="InvalidDataException">What the checkpoint speaks of is not there.</exception>
    public BatchSummary Run(IEnumerable<InputRecord> records, IReadOnlyList<ResultSink> sinks, RejectFile rejects, RunCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(sinks);
        ArgumentNullException.ThrowIfNull(rejects);
        ArgumentNullException.ThrowIfNull(checkpoint);
        return Run(records, sinks, new RunTotals(sinks, rejects.Write, rejects, checkpoint, _options), checkpoint.RecordsDone, cancellationToken);
    }

    private BatchSummary Run(IEnumerable<InputRecord> records, IReadOnlyList<ResultSink> sinks, RunTotals totals, long done, CancellationToken cancellationToken)
    {
        bool written = totals.Open();
        if (!written)
        {
            try
            {
                IEnumerable<Chunk> Read(Func<Chunk> make) => Chunks(records, done, make, cancellationToken);
                if (_options.Threads == 1)
                {
                    RunAlone(Read, sinks, totals, cancellationToken);
                }
                else
                {
                    RunThreads(Read, sinks, totals, cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                totals.Stop();
                throw;
            }
        }

        totals.Complete(written);
        return totals.Summary();
    }

    // Reading and analysis take turns, so that one thread's worth of work is done at a time; the analysis still has a
    // thread of its own, which can be left behind when a document hangs.
    private void RunAlone(Func<Func<Chunk>, IEnumerable<Chunk>> read, IReadOnlyList<ResultSink> sinks, RunTotals totals, CancellationToken cancellationToken)
    {
        var queue = new ChunkQueue(1, long.MaxValue);
        var workers = new Worker[1];
        var single = new Chunk(sinks.Count);
        try
        {
            workers[0] = new Worker(_analyzer, _options, sinks, queue, cancellationToken);
            foreach (Chunk chunk in read(() => single))
            {
                queue.Add(chunk);
                queue.TakeDone(() => Watch(workers, totals), cancellationToken);
                totals.Write(chunk);
                queue.Release(chunk);
                chunk.Clear();
            }
        }
        finally
        {
            queue.Stop();
            workers[0].Join();
        }
    }

    private void RunThreads(Func<Func<Chunk>, IEnumerable<Chunk>> read, IReadOnlyList<ResultSink> sinks, RunTotals totals, CancellationToken cancellationToken)
    {
        var queue = new ChunkQueue((2 * _options.Threads) + 2, _options.MaxCharactersInFlight);
        var free = new ConcurrentBag<Chunk>();
        Exception? readError = null;
        var reader = new Thread(() =>
        {
            try
            {
                foreach (Chunk chunk in read(() => free.TryTake(out Chunk? reused) ? reused : new Chunk(sinks.Count)))
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
        })
        { IsBackground = true, Name = "reader" };
        var workers = new Worker[_options.Threads];
        bool finished = false;
        try
        {
            reader.Start();
            for (int i = 0; i < workers.Length; i++)
            {
                workers[i] = new Worker(_analyzer, _options, sinks, queue, cancellationToken);
            }

            while (queue.TakeDone(() => Watch(workers, totals), cancellationToken) is { } chunk)
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
            foreach (Worker worker in workers)
            {
                worker?.Join();
            }

            // The reader may hang in a pipe that gives nothing; a background thread does not keep the process.
            reader.Join(finished ? Timeout.Infinite : 200);
        }

        if (readError is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(readError);
        }
    }

    private static void Watch(Worker[] workers, RunTotals totals)
    {
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = workers[i].Replace() ?? workers[i];
        }

        totals.Report();
    }

    private IEnumerable<Chunk> Chunks(IEnumerable<InputRecord> records, long done, Func<Chunk> make, CancellationToken cancellationToken)
    {
        Chunk chunk = make();
        DuplicateIndex? duplicates = _options.Duplicates == DuplicateHandling.Ignore ? null : new DuplicateIndex();
        foreach (InputRecord read in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What an earlier run has dealt with is passed over, but it may be the original of what follows.
            InputRecord record = duplicates is not null && read.Article is { } article && duplicates.Find(article.Text, article.Id) is { } original
                ? read with { DuplicateOf = original }
                : read;
            if (done > 0)
            {
                done--;
                continue;
            }

            chunk.Records.Add(record);
            chunk.Characters += record.Article?.Text.Length ?? 0;
            if (chunk.Characters >= ChunkCharacters || chunk.Records.Count >= ChunkRecords)
            {
                yield return chunk;
                chunk = make();
            }
        }

        if (done > 0)
        {
            throw new InvalidDataException("The input has fewer records than the unfinished run had read; start again without --resume.");
        }

        if (chunk.Records.Count > 0)
        {
            yield return chunk;
        }
    }
}
