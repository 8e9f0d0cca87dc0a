namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// The parser's scratch memory. It belongs to a document's context, so that parsers hold no state and threads share nothing; made
/// when the first sentence is parsed.
/// </summary>
internal sealed class ParserWorkspace
{
    /// <summary>The configuration.</summary>
    public ArcHybridState State { get; } = new();

    /// <summary>Input vectors of the tokens, with one of zeros at either end; then every second layer's outputs.</summary>
    public short[] Inputs { get; private set; } = [];

    /// <summary>The other layers' outputs.</summary>
    public short[] Outputs { get; private set; } = [];

    /// <summary>Gates of one layer.</summary>
    public short[] Gates { get; private set; } = [];

    /// <summary>What each token adds in each slot; the first row stands for "no token".</summary>
    public short[] Slots { get; private set; } = [];

    /// <summary>Makes room for <paramref name="tokens"/> tokens under <paramref name="model"/>.</summary>
    public void Reserve(ParserModel model, int tokens)
    {
        Inputs = Room(Inputs, (tokens + ParserModel.WindowTokens - 1) * model.Width);
        Outputs = Room(Outputs, tokens * model.Width);
        Gates = Room(Gates, tokens * model.GateWidth);
        Slots = Room(Slots, (tokens + 1) * model.SlotWidth);
    }

    private static short[] Room(short[] array, int length) => array.Length >= length ? array : new short[Math.Max(length, array.Length * 2)];
}
