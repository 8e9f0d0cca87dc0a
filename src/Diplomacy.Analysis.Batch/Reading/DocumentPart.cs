using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>One article of a file that holds several as running text.</summary>
internal sealed class DocumentPart(int start)
{
    /// <summary>Where it begins in the file's text.</summary>
    public int Start { get; } = start;

    public Dictionary<FieldRole, string> Fields { get; } = [];

    /// <summary>Keeps a value; the first one of a role stays.</summary>
    public void Set(FieldRole role, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Fields.TryAdd(role, value.Trim());
        }
    }
}
