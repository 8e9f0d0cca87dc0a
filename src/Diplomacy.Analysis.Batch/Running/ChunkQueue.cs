namespace Diplomacy.Analysis.Batch.Running;

/// <summary>
/// Hands chunks from the reader to the workers and, in the order they were read, to the writer. The reader waits while
/// too much is under way: memory depends on the options, not on the corpus.
/// </summary>
internal sealed class ChunkQueue(int maxChunks, long maxCharacters)
{
    private readonly Queue<Chunk> _waiting = new();
    private readonly Queue<Chunk> _ordered = new();
    private long _characters;
    private bool _ended;
    private bool _stopped;

    /// <summary>Reader: adds a chunk, waiting for room. False where the run was stopped.</summary>
    public bool Add(Chunk chunk)
    {
        lock (_waiting)
        {
            while (!_stopped && (_ordered.Count >= maxChunks || (_ordered.Count > 0 && _characters + chunk.Characters > maxCharacters)))
            {
                Monitor.Wait(_waiting);
            }

            if (_stopped)
            {
                return false;
            }

            _characters += chunk.Characters;
            _waiting.Enqueue(chunk);
            _ordered.Enqueue(chunk);
            Monitor.PulseAll(_waiting);
            return true;
        }
    }

    /// <summary>Reader: nothing more comes.</summary>
    public void End()
    {
        lock (_waiting)
        {
            _ended = true;
            Monitor.PulseAll(_waiting);
        }
    }

    /// <summary>Worker: the next chunk to work on, or null where there is none any more.</summary>
    public Chunk? Take()
    {
        lock (_waiting)
        {
            while (!_stopped && !_ended && _waiting.Count == 0)
            {
                Monitor.Wait(_waiting);
            }

            return _stopped || _waiting.Count == 0 ? null : _waiting.Dequeue();
        }
    }

    /// <summary>Worker: the chunk is ready to be written.</summary>
    public void MarkDone(Chunk chunk)
    {
        lock (_waiting)
        {
            chunk.Done = true;
            Monitor.PulseAll(_waiting);
        }
    }

    /// <summary>Writer: the next chunk in order, once it is done; null where there is none any more.</summary>
    /// <param name="onWait">Called each time the wait ends without a chunk: here stuck workers are noticed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Chunk? TakeDone(Action onWait, CancellationToken cancellationToken)
    {
        lock (_waiting)
        {
            while (_ordered.Count == 0 ? !_ended : !_ordered.Peek().Done)
            {
                // The wait ends by itself now and then, so that a cancelled run does not depend on a chunk coming in.
                Monitor.Wait(_waiting, 100);
                onWait();
                cancellationToken.ThrowIfCancellationRequested();
            }

            // A chunk that was under way when the run was stopped is not whole.
            cancellationToken.ThrowIfCancellationRequested();
            return _ordered.Count == 0 ? null : _ordered.Peek();
        }
    }

    /// <summary>Writer: the chunk is written; its room is free.</summary>
    public void Release(Chunk chunk)
    {
        lock (_waiting)
        {
            _ordered.Dequeue();
            _characters -= chunk.Characters;
            Monitor.PulseAll(_waiting);
        }
    }

    /// <summary>Lets everybody go home.</summary>
    public void Stop()
    {
        lock (_waiting)
        {
            _stopped = true;
            Monitor.PulseAll(_waiting);
        }
    }
}
