namespace Diplomacy.Analysis.ML.Training;

/// <summary>How a tagger is trained; the defaults are what <c>models/train</c> uses.</summary>
internal sealed record TaggerOptions
{
    /// <summary>Passes over the examples.</summary>
    public int Rounds { get; init; } = 6;

    /// <summary>Perceptrons whose weights are averaged, each trained in another order; costs time in training only.</summary>
    public int Models { get; init; } = 3;

    /// <summary>Orders the examples and picks those that are learned in other letter case too.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>A weight moves unless the right tag leads by more than this; 0 is the plain perceptron (0.2 points worse).</summary>
    public int Margin { get; init; } = 30;

    /// <summary>Of so many sentences, one is learned in capitals, one in headline case, one in small letters; 0 for none.</summary>
    public int CaseNoise { get; init; } = 30;

    /// <summary>A word enters the dictionary when met so often.</summary>
    public int DictionaryCount { get; init; } = 4;

    /// <summary>A word of one tag alone is not asked when met so often.</summary>
    public int SureCount { get; init; } = 60;

    /// <summary>Features updated less often are dropped.</summary>
    public int MinUpdates { get; init; } = 3;

    /// <summary>Weights below this are dropped.</summary>
    public float MinWeight { get; init; } = 0.05f;

    /// <summary>Feature templates left out, for the ablation table of the model card.</summary>
    public IReadOnlySet<uint> Without { get; init; } = new HashSet<uint>();
}
