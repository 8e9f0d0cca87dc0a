namespace Diplomacy.Analysis.Batch.Running;

/// <summary>
/// A small file beside the results that says how much of them is safely on the disk, so that a run that was killed, or
/// met a power cut or a full disk, goes on where it stood and ends with the same bytes as one that was left in peace.
/// </summary>
/// <remarks>
/// The order is what makes it safe: the results are brought to the disk first, then a new checkpoint under a temporary
/// name, then it takes the old one's name in one step. Whatever the moment of the end, an old or a new checkpoint is
/// there, whole, and the results are at least as long as it says; what is longer is cut off.
/// </remarks>
public sealed class RunCheckpoint
{
    private readonly string _path;
    private readonly string _identity;

    private RunCheckpoint(string path, string identity, CheckpointState? state)
    {
        _path = path;
        _identity = identity;
        State = state;
    }

    /// <summary>What an earlier run left, or null.</summary>
    internal CheckpointState? State { get; private set; }

    /// <summary>Whether there is an earlier run to go on with.</summary>
    public bool Continues => State is not null;

    /// <summary>Records that an earlier run has dealt with.</summary>
    public long RecordsDone => State?.Records ?? 0;

    /// <summary>Begins a run; the checkpoint of an earlier one is forgotten.</summary>
    /// <param name="path">Where the checkpoint stands: one file for all outputs of the run.</param>
    /// <param name="identity">What decides the result: inputs, options, version. See <see cref="RunIdentity"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="IOException">The old checkpoint cannot be removed.</exception>
    public static RunCheckpoint StartOver(string path, string identity)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(identity);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return new RunCheckpoint(path, identity, null);
    }

    /// <summary>Goes on with the run that left the checkpoint, or begins one where there is none.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">The checkpoint belongs to a run with other inputs, options or version.</exception>
    public static RunCheckpoint Resume(string path, string identity)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(identity);
        if (!File.Exists(path))
        {
            return new RunCheckpoint(path, identity, null);
        }

        CheckpointState state = CheckpointState.Parse(File.ReadAllBytes(path), path);
        return state.Identity == identity
            ? new RunCheckpoint(path, identity, state)
            : throw new InvalidDataException($"The unfinished run of '{path}' had other inputs, options or another version ({RunIdentity.Difference(state.Identity, identity)}); start again without --resume.");
    }

    internal void Save(CheckpointState state)
    {
        State = state with { Identity = _identity };
        string temporary = _path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 4096))
        {
            file.Write(State.ToJson());
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
    }

    internal void Delete()
    {
        State = null;
        foreach (string file in new[] { _path + ".new", _path }.Where(File.Exists))
        {
            File.Delete(file);
        }
    }
}
