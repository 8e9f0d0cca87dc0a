using System.Diagnostics;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Batch.Running;

/// <summary>Writes chunks in order, counts, and makes checkpoints. One thread.</summary>
internal sealed class RunTotals
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private readonly IReadOnlyList<ResultSink> _sinks;
    private readonly Action<InputRecord>? _onReject;
    private readonly RejectFile? _rejectFile;
    private readonly RunCheckpoint? _checkpoint;
    private readonly BatchOptions _options;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly long _resumedRecords;
    private readonly long _resumedTextBytes;
    private long _documents, _claims, _rejects, _records, _duplicates, _textBytes;
    private TimeSpan _lastCheckpoint;
    private TimeSpan _lastProgress;

    public RunTotals(IReadOnlyList<ResultSink> sinks, Action<InputRecord>? onReject, RejectFile? rejectFile, RunCheckpoint? checkpoint, BatchOptions options)
    {
        (_sinks, _onReject, _rejectFile, _checkpoint, _options) = (sinks, onReject, rejectFile, checkpoint, options);
        if (checkpoint?.State is { } state)
        {
            (_records, _documents, _claims, _rejects, _duplicates, _textBytes) = (state.Records, state.Documents, state.Claims, state.Rejects, state.Duplicates, state.TextBytes);
            (_resumedRecords, _resumedTextBytes) = (_records, _textBytes);
            foreach ((string reason, long count) in state.Reasons)
            {
                _reasons.Add(reason, count);
            }
        }
    }

    /// <summary>Opens the sinks, at the start or where the checkpoint stands. True where the earlier run had written all.</summary>
    public bool Open()
    {
        if (_checkpoint?.State is not { } state)
        {
            foreach (ResultSink sink in _sinks)
            {
                sink.Start();
            }

            Keep(true);
            Save(complete: false);
            return false;
        }

        if (state.Lengths.Length != _sinks.Count)
        {
            throw new InvalidDataException("The unfinished run had other outputs; start again without --resume.");
        }

        for (int i = 0; i < _sinks.Count; i++)
        {
            if (!state.Complete || !_sinks[i].IsFinished)
            {
                _sinks[i].Continue(state.Lengths[i]);
            }
        }

        _rejectFile?.Continue(state.RejectsLength);
        Keep(true);
        return state.Complete;
    }

    public void Write(Chunk chunk)
    {
        for (int i = 0; i < _sinks.Count; i++)
        {
            _sinks[i].Write(chunk.Outputs[i].Written);
            if (_sinks[i].WantsClaims)
            {
                foreach (IReadOnlyList<Claim> claims in chunk.ClaimLists)
                {
                    _sinks[i].Take(claims);
                }
            }
        }

        foreach (InputRecord reject in chunk.Rejects)
        {
            _onReject?.Invoke(reject);
            string reason = reject.Reason ?? "";
            int detail = reason.StartsWith("language:", StringComparison.Ordinal) ? -1 : reason.IndexOf(':', StringComparison.Ordinal);
            reason = detail < 0 ? reason : reason[..detail];
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }

        _documents += chunk.Documents;
        _claims += chunk.Claims;
        _rejects += chunk.Rejects.Count;
        _records += chunk.Records.Count;
        _duplicates += chunk.Duplicates;
        _textBytes += chunk.TextBytes;
        if (_checkpoint is not null && _clock.Elapsed - _lastCheckpoint >= _options.CheckpointInterval)
        {
            Save(complete: false);
        }

        Report();
    }

    /// <summary>Tells the figures, not too often.</summary>
    public void Report()
    {
        if (_options.Progress is { } progress && _clock.Elapsed - _lastProgress >= ProgressInterval)
        {
            _lastProgress = _clock.Elapsed;
            progress(Summary());
        }
    }

    /// <summary>Makes the results whole under their names.</summary>
    public void Complete(bool alreadyWritten)
    {
        if (!alreadyWritten)
        {
            Save(complete: true);
        }

        for (int i = 0; i < _sinks.Count; i++)
        {
            if (!alreadyWritten || !_sinks[i].IsFinished)
            {
                _sinks[i].Complete();
            }
        }

        if (_checkpoint is not null)
        {
            _rejectFile?.Complete();
            _checkpoint.Delete();
        }
    }

    /// <summary>The run was stopped: what is written so far is kept for one that continues it. Where there is nothing yet, nothing is left behind.</summary>
    public void Stop()
    {
        if (_checkpoint is null)
        {
            return;
        }

        if (_records > 0)
        {
            Save(complete: false);
        }
        else
        {
            Keep(false);
            _checkpoint.Delete();
        }
    }

    public BatchSummary Summary() => new()
    {
        Documents = _documents,
        Claims = _claims,
        Rejects = _rejects,
        Duplicates = _duplicates,
        Records = _records,
        TextBytes = _textBytes,
        Elapsed = _clock.Elapsed,
        RejectReasons = _reasons,
        ResumedRecords = _resumedRecords,
        ResumedTextBytes = _resumedTextBytes,
    };

    private void Keep(bool keep)
    {
        if (_checkpoint is null)
        {
            return;
        }

        foreach (ResultSink sink in _sinks)
        {
            sink.KeepUnfinished = keep;
        }

        _rejectFile?.KeepUnfinished = keep;
    }

    private void Save(bool complete)
    {
        if (_checkpoint is null)
        {
            return;
        }

        _checkpoint.Save(new CheckpointState
        {
            Identity = "",
            Complete = complete,
            Records = _records,
            Documents = _documents,
            Claims = _claims,
            Rejects = _rejects,
            Duplicates = _duplicates,
            TextBytes = _textBytes,
            Lengths = [.. _sinks.Select(s => s.Flush())],
            RejectsLength = _rejectFile?.Flush() ?? -1,
            Reasons = _reasons,
        });
        _lastCheckpoint = _clock.Elapsed;
    }
}
