namespace Diplomacy.Analysis.ML.Manifest;

/// <summary>One model of the manifest.</summary>
internal sealed record ModelEntry
{
    /// <summary>Name of the model, and of its file without the ending.</summary>
    public required string Name { get; init; }

    /// <summary>File name.</summary>
    public string File { get; init; } = "";

    /// <summary>Bytes of the file.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the file, in small hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The data it was trained on, each with its licence in brackets.</summary>
    public required string[] Data { get; init; }

    /// <summary>The command that makes it.</summary>
    public required string Command { get; init; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; }

    /// <summary>Lines that measuring printed, each with the command that prints it.</summary>
    public required string[] Scores { get; init; }
}
