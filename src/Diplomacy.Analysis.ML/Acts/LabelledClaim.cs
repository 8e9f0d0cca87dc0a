using Diplomacy.Analysis.Claims;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>A claim as an annotator marked it; spans in UTF-16 code units of the passage.</summary>
internal sealed record LabelledClaim
{
    public required TextSpan[] Content { get; init; }

    public required ActFamily Act { get; init; }

    /// <summary>The finer act, or null.</summary>
    public string? Fine { get; init; }

    /// <summary>-2..2.</summary>
    public int Stance { get; init; }

    /// <summary>Resolved name of the speaker, or null.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>Codes joined by ";", "-" for none.</summary>
    public string SpeakerCountry { get; init; } = "-";

    public string[] Addressees { get; init; } = [];

    public string[] Targets { get; init; } = [];
}
