using Diplomacy.Analysis.Entities.Recognition;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>How the recogniser is trained.</summary>
internal sealed record EntityOptions
{
    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Rounds of the last training.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Chains whose mean is the model.</summary>
    public int Models { get; init; } = 3;

    /// <summary>Rounds of each training that serves only to label the other half of the corpus for the memory.</summary>
    public int FoldRounds { get; init; } = 3;

    /// <summary>Parts the corpus is cut into for that.</summary>
    public int Folds { get; init; } = 2;

    /// <summary>Part of the features left out at each step.</summary>
    public float Dropout { get; init; } = 0.5f;

    /// <summary>Strength of the pull to zero.</summary>
    public float Pull { get; init; } = 2f;

    /// <summary>Step width.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>A feature must be met so often.</summary>
    public int MinCount { get; init; } = 2;

    /// <summary>Rows whose largest weight is below this are left out of the file.</summary>
    public float MinRow { get; init; } = 0.12f;

    /// <summary>Weights below this are left out of the file.</summary>
    public float MinWeight { get; init; } = 0.03f;

    /// <summary>How much a sentence of machine annotation counts.</summary>
    public float SilverWeight { get; init; } = 0.3f;

    /// <summary>One sentence in so many is also learned in capitals.</summary>
    public int Capitals { get; init; } = 8;

    /// <summary>Hidden units and rounds of the network of word kinds.</summary>
    public int KindUnits { get; init; } = 64;

    /// <inheritdoc cref="KindUnits"/>
    public int KindRounds { get; init; } = 5;

    /// <summary>Words that get a kind.</summary>
    public int KindWords { get; init; } = 200_000;

    /// <summary>
    /// Groups of features to use. Clusters stay out: beside the kinds, which are made from the same vectors for this very
    /// task, they brought nothing and cost a quarter of the speed.
    /// </summary>
    public FeatureGroups Groups { get; init; } = FeatureGroups.All & ~FeatureGroups.Clusters;
}
