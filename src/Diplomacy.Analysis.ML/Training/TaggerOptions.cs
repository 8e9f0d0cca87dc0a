namespace Diplomacy.Analysis.ML.Training;

/// <summary>How a tagger is trained; the defaults are what <c>models/train</c> uses.</summary>
internal sealed record TaggerOptions
{
    /// <summary>Passes over the examples.</summary>
    public int Rounds { get; init; } = 6;

    /// <summary>Orders the examples and picks those that are learned in other letter case too.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Every so many examples, one is learned in capitals, one in headline case, one in small letters; 0 for none.</summary>
    public int CaseNoise { get; init; } = 30;

    /// <summary>A word enters the dictionary when met so often.</summary>
    public int DictionaryCount { get; init; } = 3;

    /// <summary>A word of one tag alone is not asked when met so often.</summary>
    public int SureCount { get; init; } = 60;

    /// <summary>Features updated less often are dropped.</summary>
    public int MinUpdates { get; init; } = 3;

    /// <summary>Weights below this are dropped.</summary>
    public float MinWeight { get; init; } = 0.02f;

    /// <summary>Bits of a weight on disk: 8 or 16.</summary>
    public int Bits { get; init; } = 8;
}
