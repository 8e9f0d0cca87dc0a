namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>How a file holds its articles.</summary>
internal enum InputKind
{
    /// <summary>One article a file.</summary>
    Text,

    /// <summary>Rows of fields.</summary>
    Table,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>JSON objects over several lines, alone or in an array.</summary>
    Json,

    /// <summary>Columns of Apache Parquet.</summary>
    Parquet,

    /// <summary>An archive of files.</summary>
    Zip,
}
