using System.Text;
using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>How the input is read. Everything that is null is found out from the file.</summary>
public sealed record ReaderOptions
{
    /// <summary>Which columns (or JSON properties) to read, by role; what is not named here is found by name, then by content.</summary>
    public IReadOnlyDictionary<FieldRole, string> Columns { get; init; } = new Dictionary<FieldRole, string>();

    /// <summary>The character between the fields of a table, or null.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The encoding of the files, or null. A byte order mark wins over it.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Order of the parts of numeric dates.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>
    /// Bytes (JSONL) or characters (tables) a single record may take, default 128 Mi. Bounds the memory that an unclosed
    /// quotation mark or a missing line break can take; a longer record goes to the rejects.
    /// </summary>
    public int MaxRecordSize { get; init; } = 128 << 20;

    /// <summary>Full paths of files that are passed over in folders, such as the results of an earlier run that stand among the inputs.</summary>
    public IReadOnlyCollection<string> ExcludedFiles { get; init; } = [];

    /// <summary>Whether a text that is HTML is left as it is. Otherwise its tags are taken out, and the offsets of the results still count in the HTML.</summary>
    public bool KeepMarkup { get; init; }

    /// <summary>The named format of the input, or null to find out.</summary>
    public ExportFormat? Format { get; init; }
}
