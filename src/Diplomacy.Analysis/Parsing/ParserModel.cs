using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// The weights of the parser: rows of input vectors (words, affixes, shapes, tags), a layer over each token and its
/// neighbours, gated recurrent layers that put it into its context, and a small network that scores the next move from the tokens in the slots and the facts of the tree.
/// Written by the trainer in the ML project; immutable.
/// </summary>
internal sealed class ParserModel
{
    /// <summary>Name of the weights in the package.</summary>
    public const string Name = "parser";

    /// <summary>Rows of the input matrix that belong to the tags and to unknown features; those of the hashed features follow.</summary>
    public const int TagRows = 64;

    /// <summary>Row of a word that is not among the features.</summary>
    public const int UnknownWord = 63;

    /// <summary>Row of an unknown prefix.</summary>
    public const int UnknownPrefix = 62;

    /// <summary>Row of an unknown suffix.</summary>
    public const int UnknownSuffix = 61;

    /// <summary>Row of an unknown shape.</summary>
    public const int UnknownShape = 60;

    /// <summary>Shift that makes the hidden units' sums, counted in 1/1024.</summary>
    public const int HiddenFraction = 10;

    /// <summary>Bits behind the point of what the window layer gives.</summary>
    public const int WindowFraction = 11;

    /// <summary>Tokens that the window layer sees: one to either side.</summary>
    public const int WindowTokens = 3;

    /// <summary>Tag, word, prefix, suffix, shape.</summary>
    public const int FeaturesOfToken = 5;

    private const int LargestState = 1 << GatedLayer.Fraction;

    private ParserModel(int inputs, int hidden)
    {
        Inputs = inputs;
        Hidden = hidden;
    }

    /// <summary>Length of an input vector.</summary>
    public int Inputs { get; }

    /// <summary>Number of hidden units that score a move.</summary>
    public int Hidden { get; }

    /// <summary>Where the rows of the hashed features are.</summary>
    public RowIndex Features { get; private init; } = null!;

    /// <summary>The input vectors: first the tags', then the features'.</summary>
    public sbyte[] Rows { get; private init; } = [];

    /// <summary>From the input vectors of a token and its two neighbours to what the recurrent layers read; negative outputs count as 0.</summary>
    public DenseLayer Window { get; private init; } = null!;

    /// <summary>The recurrent layers, lowest first.</summary>
    public GatedLayer[] Layers { get; private init; } = [];

    /// <summary>From a token in context to what it adds to the hidden units in each slot.</summary>
    public DenseLayer SlotLayer { get; private init; } = null!;

    /// <summary>What an empty slot adds, a row a slot.</summary>
    public short[] EmptySlots { get; private init; } = [];

    /// <summary>What each fact adds, a row a fact's value.</summary>
    public short[] FactRows { get; private init; } = [];

    /// <summary>What the hidden units start from.</summary>
    public short[] HiddenBias { get; private init; } = [];

    /// <summary>From the hidden units to the scores of shift, left and right; a row of weights a move, then the three biases.</summary>
    public short[] MoveWeights { get; private init; } = [];

    /// <summary>What the moves' scores start from.</summary>
    public int[] MoveBias { get; private init; } = [];

    /// <summary>From the hidden units to the scores of the relations of a child to the left of its head.</summary>
    public DenseLayer LeftLayer { get; private init; } = null!;

    /// <summary>From the hidden units to the scores of the relations of a child to the right of its head.</summary>
    public DenseLayer RightLayer { get; private init; } = null!;

    /// <summary>The relations that <see cref="LeftLayer"/> scores.</summary>
    public DependencyRelation[] LeftRelations { get; private init; } = [];

    /// <summary>The relations that <see cref="RightLayer"/> scores.</summary>
    public DependencyRelation[] RightRelations { get; private init; } = [];

    /// <summary>Numbers a token, the largest of the layers' inputs and outputs.</summary>
    public int Width { get; private init; }

    /// <summary>Numbers a token, the most that a layer's gates take.</summary>
    public int GateWidth { get; private init; }

    /// <summary>Numbers a token in all slots together.</summary>
    public int SlotWidth => TransitionFeatures.Slots * Hidden;

    /// <summary>Reads the model from its file.</summary>
    /// <exception cref="WeightFileException">The file is damaged or holds something else.</exception>
    public static ParserModel Read(WeightFile file)
    {
        ReadOnlySpan<int> shape = file.Int32s("shape");
        WeightFile.Check(shape.Length == 4, "the parser's shape is missing");
        int inputs = shape[0], layers = shape[1], hidden = shape[2];
        WeightFile.Check(inputs is > 0 and <= 512 && inputs % 16 == 0 && layers is > 0 and <= 8 && hidden is > 0 and <= 512 && hidden % 16 == 0, "the parser's shape is impossible");
        WeightFile.Check(shape[3] == TransitionFeatures.Rows, "the parser was trained with other features than this library computes");
        ReadOnlySpan<uint> keys = file.UInt32s("keys");
        ReadOnlySpan<sbyte> rows = file.SBytes("rows");
        WeightFile.Check(rows.Length == (TagRows + (long)keys.Length) * inputs, "the parser's input vectors have a wrong length");

        var gated = new GatedLayer[layers];
        DenseLayer window = ReadDense(file, "window", WindowTokens * inputs, FeaturesOfToken * 128);
        int width = window.Outputs, widest = Math.Max(inputs, width), gates = 0;
        for (int i = 0; i < layers; i++)
        {
            DenseLayer dense = ReadDense(file, $"layer{i}", width, i == 0 ? short.MaxValue : LargestState);
            WeightFile.Check(dense.Outputs % (6 * GatedLayer.Lanes) == 0, "a layer of the parser has an impossible width");
            gated[i] = new GatedLayer(dense);
            width = gated[i].Outputs;
            widest = Math.Max(widest, width);
            gates = Math.Max(gates, dense.Outputs);
        }

        DenseLayer slots = ReadDense(file, "slots", width, LargestState);
        DenseLayer left = ReadDense(file, "left", hidden, short.MaxValue);
        DenseLayer right = ReadDense(file, "right", hidden, short.MaxValue);
        ReadOnlySpan<short> empty = file.Int16s("empty"), facts = file.Int16s("facts"), bias = file.Int16s("bias"), moves = file.Int16s("moves");
        ReadOnlySpan<int> moveBias = file.Int32s("moves.bias");
        WeightFile.Check(slots.Outputs == TransitionFeatures.Slots * hidden && empty.Length == slots.Outputs && facts.Length == (long)TransitionFeatures.Rows * hidden
            && bias.Length == hidden && moves.Length == 3 * hidden && moveBias.Length == 3, "the parts of the parser do not fit together");
        return new ParserModel(inputs, hidden)
        {
            Features = new RowIndex(keys),
            Rows = rows.ToArray(),
            Window = window,
            Layers = gated,
            SlotLayer = slots,
            EmptySlots = empty.ToArray(),
            FactRows = facts.ToArray(),
            HiddenBias = bias.ToArray(),
            MoveWeights = moves.ToArray(),
            MoveBias = moveBias.ToArray(),
            LeftLayer = left,
            RightLayer = right,
            LeftRelations = ReadRelations(file, "left.relations", left),
            RightRelations = ReadRelations(file, "right.relations", right),
            Width = widest,
            GateWidth = gates,
        };
    }

    /// <summary>Writes a layer so that <see cref="Read"/> finds it.</summary>
    public static void WriteDense(WeightFileWriter writer, string name, ReadOnlySpan<short> weights, ReadOnlySpan<int> bias, int shift)
    {
        writer.Add($"{name}.weights", weights);
        writer.Add($"{name}.bias", bias);
        writer.Add($"{name}.shift", [shift]);
    }

    private static DenseLayer ReadDense(WeightFile file, string name, int inputs, int largestInput)
    {
        ReadOnlySpan<short> weights = file.Int16s($"{name}.weights");
        ReadOnlySpan<int> bias = file.Int32s($"{name}.bias");
        ReadOnlySpan<int> shift = file.Int32s($"{name}.shift");
        WeightFile.Check(bias.Length is > 0 and <= 1 << 16 && bias.Length % 16 == 0 && weights.Length == (long)inputs * bias.Length, $"layer '{name}' has a wrong size");
        WeightFile.Check(shift.Length == 1 && shift[0] is > 0 and < 31, $"layer '{name}' has an impossible shift");
        WeightFile.Check(DenseLayer.CannotOverflow(weights, bias, shift[0], largestInput), $"the sums of layer '{name}' can overflow");
        return new DenseLayer(weights, bias, shift[0]);
    }

    private static DependencyRelation[] ReadRelations(WeightFile file, string name, DenseLayer layer)
    {
        ReadOnlySpan<byte> codes = file.Bytes(name);
        WeightFile.Check(codes.Length > 0 && codes.Length <= layer.Outputs, $"the list '{name}' does not fit its layer");
        var relations = new DependencyRelation[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            WeightFile.Check(codes[i] > 0 && codes[i] < DependencyRelations.Count, $"the list '{name}' holds an unknown relation");
            relations[i] = (DependencyRelation)codes[i];
        }

        return relations;
    }
}
