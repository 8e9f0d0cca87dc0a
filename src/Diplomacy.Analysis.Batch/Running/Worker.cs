using System.Diagnostics;
using System.Text;
using Diplomacy.Analysis.Batch.Duplicates;
using Diplomacy.Analysis.Batch.Languages;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Batch.Running;

/// <summary>
/// One thread that analyses chunks. A document that takes too long, or whose run was stopped, is given up at the next
/// sentence. A stage that does not look, and never comes back, cannot be stopped: its thread is left behind and another
/// takes over the rest of its chunk.
/// </summary>
internal sealed class Worker
{
    private const int Idle = 0;
    private const int Analysing = 1;
    private const int Abandoned = 2;

    private readonly DiplomacyAnalyzer _analyzer;
    private readonly BatchOptions _options;
    private readonly IReadOnlyList<ResultSink> _sinks;
    private readonly ChunkQueue _queue;
    private readonly CancellationToken _cancellation;
    private readonly bool _keepsClaims;
    private readonly Thread _thread;
    private CancellationTokenSource _budget;
    private Chunk? _chunk;
    private int _next;
    private int _phase;
    private long _since;

    public Worker(DiplomacyAnalyzer analyzer, BatchOptions options, IReadOnlyList<ResultSink> sinks, ChunkQueue queue, CancellationToken cancellation)
        : this(analyzer, options, sinks, queue, null, 0, cancellation)
    {
    }

    private Worker(DiplomacyAnalyzer analyzer, BatchOptions options, IReadOnlyList<ResultSink> sinks, ChunkQueue queue, Chunk? chunk, int next, CancellationToken cancellation)
    {
        (_analyzer, _options, _sinks, _queue, _cancellation, _chunk, _next) = (analyzer, options, sinks, queue, cancellation, chunk, next);
        _keepsClaims = sinks.Any(s => s.WantsClaims);
        _budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _thread = new Thread(Work) { IsBackground = true, Name = "analysis" };
        _thread.Start();
    }

    /// <summary>Waits for the thread to end; not for ever, should it hang.</summary>
    public void Join() => _thread.Join(TimeSpan.FromSeconds(5));

    /// <summary>Where the thread has hung in one document for too long, rejects that document and gives the successor; otherwise null.</summary>
    public Worker? Replace()
    {
        if (Volatile.Read(ref _phase) != Analysing
            || Stopwatch.GetElapsedTime(Volatile.Read(ref _since)) <= (2 * _options.MaxDocumentTime) + TimeSpan.FromSeconds(1)
            || Interlocked.CompareExchange(ref _phase, Abandoned, Analysing) != Analysing)
        {
            return null;
        }

        // From here on the old thread touches nothing of the chunk.
        InputRecord record = _chunk!.Records[_next];
        _chunk.Rejects.Add(Reject(record, TooSlow("a stage that did not come back")));
        return new Worker(_analyzer, _options, _sinks, _queue, _chunk, _next + 1, _cancellation);
    }

    private void Work()
    {
        while ((_chunk ??= _queue.Take()) is { } chunk)
        {
            for (; _next < chunk.Records.Count && !_cancellation.IsCancellationRequested; _next++)
            {
                InputRecord record = Admit(chunk.Records[_next]);
                if (record.Article is not { } article)
                {
                    chunk.Rejects.Add(record);
                }
                else if (record.DuplicateOf is not null && _options.Duplicates == DuplicateHandling.Merge)
                {
                    Mention(chunk, record);
                }
                else if (!Analyze(chunk, record, article))
                {
                    return;
                }
            }

            (_chunk, _next) = (null, 0);
            _queue.MarkDone(chunk);
        }

        _budget.Dispose();
    }

    private InputRecord Admit(InputRecord record)
    {
        if (record.Article is not { } article)
        {
            return record;
        }

        if (article.Text.Length > _options.MaxDocumentLength)
        {
            return Reject(record, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"text too long: {article.Text.Length} of at most {_options.MaxDocumentLength} characters"));
        }

        if (!_options.EnglishOnly)
        {
            return record;
        }

        string? language = LanguageGuess.Of(article.Text) ?? article.Language;
        return language is null or "en"
            ? record with { Article = article with { Language = language } }
            : Reject(record, $"language: {language}");
    }

    private void Mention(Chunk chunk, InputRecord record)
    {
        for (int i = 0; i < _sinks.Count; i++)
        {
            _sinks[i].FormatMention(record, chunk.Outputs[i]);
        }

        chunk.Documents++;
        chunk.Duplicates++;
    }

    /// <summary>False where the thread was given up meanwhile and must not go on.</summary>
    private bool Analyze(Chunk chunk, InputRecord record, Article article)
    {
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        Volatile.Write(ref _phase, Analysing);
        AnalyzedDocument? document = null;
        string? fault = null;
        try
        {
            document = Run(article, out fault);
        }
#pragma warning disable CA1031 // The analysis throws for no text; should it, the fault must not cost the neighbours' results.
        catch (Exception error)
#pragma warning restore CA1031
        {
            fault = Fault(error);
        }

        if (Interlocked.CompareExchange(ref _phase, Idle, Analysing) != Analysing)
        {
            return false;
        }

        if (document is null || !TryFormat(chunk, record, document, out fault))
        {
            chunk.Rejects.Add(Reject(record, fault!));
        }

        return true;
    }

    private AnalyzedDocument? Run(Article article, out string? fault)
    {
        fault = null;
        // A source that has not fired is used again.
        if (!_budget.TryReset())
        {
            _budget.Dispose();
            _budget = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        }

        _budget.CancelAfter(_options.MaxDocumentTime);
        DocumentContext context = _analyzer.Rent(article);
        context.CancellationToken = _budget.Token;
        foreach (IAnalysisStage stage in _analyzer.Stages)
        {
            try
            {
                stage.Run(context);
                _budget.Token.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (_budget.IsCancellationRequested)
            {
                // The context stands in the middle of something and is not used again.
                fault = TooSlow(stage.Name);
                return null;
            }
        }

        return new AnalyzedDocument(_analyzer, context);
    }

    private bool TryFormat(Chunk chunk, InputRecord record, AnalyzedDocument document, out string? fault)
    {
        Span<int> lengths = stackalloc int[_sinks.Count];
        for (int i = 0; i < _sinks.Count; i++)
        {
            lengths[i] = chunk.Outputs[i].Count;
        }

        fault = null;
        using AnalyzedDocument analyzed = document;
        try
        {
            for (int i = 0; i < _sinks.Count; i++)
            {
                _sinks[i].Format(document, record, chunk.Outputs[i]);
            }
        }
#pragma warning disable CA1031 // As above.
        catch (Exception error)
#pragma warning restore CA1031
        {
            fault = Fault(error);
            for (int i = 0; i < _sinks.Count; i++)
            {
                chunk.Outputs[i].Truncate(lengths[i]);
            }

            return false;
        }

        if (_keepsClaims && document.Claims.Count > 0)
        {
            chunk.ClaimLists.Add(document.Claims);
        }

        chunk.Documents++;
        chunk.Duplicates += record.DuplicateOf is null ? 0 : 1;
        chunk.Claims += document.Claims.Count;
        chunk.TextBytes += Encoding.UTF8.GetByteCount(document.Article.Text);
        return true;
    }

    private string TooSlow(string stage) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"analysis took too long: more than {_options.MaxDocumentTime.TotalSeconds} s, in {stage}");

    private static InputRecord Reject(InputRecord record, string reason) =>
        record with { Article = null, Reason = reason, Evidence = record.Article!.Text is var text && text.Length > 200 ? text[..200] : text };

    // "at Diplomacy.Analysis.Claims.ClaimBuilder.Run(...)": what a bug report needs, without the paths of the machine.
    private static string Fault(Exception error)
    {
        ReadOnlySpan<char> trace = error.StackTrace;
        int end = trace.IndexOf('(');
        return $"analysis failed: {error.GetType().Name} {(end < 0 ? "" : trace[..end].Trim())}: {error.Message}";
    }
}
