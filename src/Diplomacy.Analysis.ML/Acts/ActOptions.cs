namespace Diplomacy.Analysis.ML.Acts;

/// <summary>How the models of acts and stances are trained.</summary>
internal sealed record ActOptions
{
    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Parts of the cross-validation.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>L2 regularisation of ML.NET's trainer.</summary>
    public float L2 { get; init; } = 1e-2f;

    /// <summary>A feature counts when it stands in so many examples.</summary>
    public int MinCount { get; init; } = 2;

    /// <summary>How likely a family must be to take the place of the rules'.</summary>
    public float OverrideAt { get; init; } = 0.7f;

    /// <summary>How likely a stance must be to take the place of the rules'.</summary>
    public float StanceAt { get; init; } = 0.4f;

    /// <summary>L2 regularisation of the model of records.</summary>
    public float RecordL2 { get; init; } = 0.1f;

    /// <summary>How likely it must be that a record is no claim to drop it.</summary>
    public float DropAt { get; init; } = 2;

    /// <summary>What the probability of a neutral stance is multiplied by.</summary>
    public float NeutralWeight { get; init; } = 0.4f;
}
