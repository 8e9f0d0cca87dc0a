using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Batch.Running;

/// <summary>Some records that one thread analyses in one go, and what came of them. Reused.</summary>
internal sealed class Chunk(int sinks)
{
    public List<InputRecord> Records { get; } = [];

    /// <summary>One buffer a sink.</summary>
    public Utf8Buffer[] Outputs { get; } = [.. Enumerable.Range(0, sinks).Select(_ => new Utf8Buffer())];

    public List<InputRecord> Rejects { get; } = [];

    public List<IReadOnlyList<Claim>> ClaimLists { get; } = [];

    public long Characters { get; set; }

    public long Documents { get; set; }

    public long Claims { get; set; }

    public long Duplicates { get; set; }

    public long TextBytes { get; set; }

    public bool Done { get; set; }

    public void Clear()
    {
        Records.Clear();
        Rejects.Clear();
        ClaimLists.Clear();
        foreach (Utf8Buffer output in Outputs)
        {
            output.Clear();
        }

        Characters = Documents = Claims = Duplicates = TextBytes = 0;
        Done = false;
    }
}
