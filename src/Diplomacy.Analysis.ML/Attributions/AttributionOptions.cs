using Diplomacy.Analysis.Attributions.Learned;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>How the attribution finder is trained.</summary>
internal sealed record AttributionOptions
{
    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Trainings to average, each with another order of the data.</summary>
    public int Models { get; init; } = 3;

    /// <summary>Rounds over the training data.</summary>
    public int Rounds { get; init; } = 6;

    /// <summary>Part of a cue's features left out at each step.</summary>
    public float CueDropout { get; init; } = 0.5f;

    /// <summary>Part of a token's features left out at each step of the chain.</summary>
    public float FrameDropout { get; init; } = 0.3f;

    /// <summary>Step width.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Strength of the pull to zero (L2), divided by how often a feature is met.</summary>
    public float Pull { get; init; } = 1f;

    /// <summary>A feature must be met so often.</summary>
    public int MinCount { get; init; } = 3;

    /// <summary>Weights below this are left out of the file.</summary>
    public float MinWeight { get; init; } = 0.07f;

    /// <summary>The same for the weights of cues, of which there are few.</summary>
    public float MinCueWeight { get; init; } = 0.01f;

    /// <summary>Bits of a weight in the file.</summary>
    public int Bits { get; init; } = 8;

    /// <summary>One article in so many is kept apart to choose the thresholds on.</summary>
    public int HeldOut { get; init; } = 6;

    /// <summary>Groups of features to use.</summary>
    public FrameGroups Groups { get; init; } = FrameGroups.Quotations | FrameGroups.Rules;
}
