namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>Size and training of the parser. The defaults make the parser that ships.</summary>
internal sealed record ParserOptions
{
    /// <summary>Length of an input vector.</summary>
    public int Inputs { get; init; } = 96;

    /// <summary>Outputs of the layer that sees a token and its two neighbours.</summary>
    public int Window { get; init; } = 96;

    /// <summary>Size of a recurrent layer's state in one direction.</summary>
    public int State { get; init; } = 64;

    /// <summary>Number of recurrent layers.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Number of hidden units.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>How many of the most frequent words with a vector the parser knows.</summary>
    public int Words { get; init; } = 60000;

    /// <summary>Passes over the training data.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>Tokens a batch.</summary>
    public int Batch { get; init; } = 500;

    /// <summary>Learning rate at its peak; it rises over the first 2 % of the steps and then falls in a line.</summary>
    public float Rate { get; init; } = 0.002f;

    /// <summary>Share of input numbers that are dropped in training.</summary>
    public float InputDropout { get; init; } = 0.15f;

    /// <summary>Share of the layers' outputs that are dropped in training.</summary>
    public float StateDropout { get; init; } = 0.15f;

    /// <summary>Share of hidden units that are dropped in training.</summary>
    public float HiddenDropout { get; init; } = 0.1f;

    /// <summary>A word seen n times is hidden with probability w / (w + n), so that the parser learns to do without.</summary>
    public float WordDropout { get; init; } = 0.25f;

    /// <summary>How often the parser follows its own mistakes in training, for the oracle to lead it out again.</summary>
    public float Exploration { get; init; } = 0.9f;

    /// <summary>Decay a step of the average of the weights.</summary>
    public float AverageDecay { get; init; } = 0.999f;

    /// <summary>Length at which the gradient is cut.</summary>
    public float Clip { get; init; } = 5;

    /// <summary>What to do without; such a network can be measured, not shipped.</summary>
    public ParserParts Without { get; init; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;
}
