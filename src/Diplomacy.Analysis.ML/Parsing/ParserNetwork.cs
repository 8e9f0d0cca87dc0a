using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// The parser's network in floating point, as it is trained: what <see cref="ParserModel"/> is in integers. One batch at a time:
/// <see cref="Encode"/>, then any number of configurations by <see cref="Score"/> (and <see cref="Learn"/>), then <see cref="Backward"/>.
/// </summary>
internal sealed partial class ParserNetwork
{
    /// <summary>Columns of the moves' scores: three and padding to a vector.</summary>
    public const int MoveColumns = 16;

    /// <summary>Columns of the relations' scores.</summary>
    public const int RelationColumns = 64;

    private Random _random;
    private readonly Tape _tape = new();
    private readonly List<Parameter> _parameters = [];
    private readonly GatedLayerTrainer[] _layers;
    private readonly int[] _slots = new int[TransitionFeatures.Slots];
    private readonly int[] _facts = new int[TransitionFeatures.Facts];

    public ParserNetwork(ParserOptions options, ParserLexicon lexicon)
    {
        Options = options;
        Lexicon = lexicon;
        _random = new Random(options.Seed);
        Rows = Add(new Parameter(lexicon.Rows, options.Inputs, sparse: true).Randomise(_random, 0.1f));
        Projection = Add(new Parameter(lexicon.VectorLength, options.Inputs).Randomise(_random, 0.1f));
        _layers = new GatedLayerTrainer[options.Layers];
        Window = Add(new Parameter(ParserModel.WindowTokens * options.Inputs, options.Window).Randomise(_random, ParserModel.WindowTokens * options.Inputs, options.Window));
        WindowBias = Add(new Parameter(1, options.Window));
        int width = options.Window;
        for (int i = 0; i < options.Layers; i++)
        {
            _layers[i] = new GatedLayerTrainer(width, options.State, _random);
            Add(_layers[i].Weights);
            Add(_layers[i].Bias);
            width = _layers[i].Outputs;
        }

        Slots = Add(new Parameter(width, TransitionFeatures.Slots * options.Hidden).Randomise(_random, 4 * width, options.Hidden));
        EmptySlots = Add(new Parameter(TransitionFeatures.Slots, options.Hidden).Randomise(_random, 0.05f));
        Facts = Add(new Parameter(TransitionFeatures.Rows, options.Hidden, sparse: true).Randomise(_random, 0.05f));
        HiddenBias = Add(new Parameter(1, options.Hidden));
        Moves = Add(new Parameter(options.Hidden, MoveColumns).Randomise(_random, 0.1f));
        MoveBias = Add(new Parameter(1, MoveColumns));
        Left = Add(new Parameter(options.Hidden, RelationColumns).Randomise(_random, options.Hidden, RelationColumns));
        LeftBias = Add(new Parameter(1, RelationColumns));
        Right = Add(new Parameter(options.Hidden, RelationColumns).Randomise(_random, options.Hidden, RelationColumns));
        RightBias = Add(new Parameter(1, RelationColumns));
        _hidden = new float[options.Hidden];
        _hiddenMask = new float[options.Hidden];
        _hiddenGradient = new float[options.Hidden];
        _leftTransposed = new float[options.Hidden * RelationColumns];
        _rightTransposed = new float[options.Hidden * RelationColumns];
        _movesTransposed = new float[options.Hidden * MoveColumns];
    }

    public ParserOptions Options { get; }

    public ParserLexicon Lexicon { get; }

    public IReadOnlyList<Parameter> Parameters => _parameters;

    public IReadOnlyList<GatedLayerTrainer> Layers => _layers;

    /// <summary>Input vectors of tags, words, affixes and shapes.</summary>
    public Parameter Rows { get; }

    /// <summary>From the pretrained vectors to input vectors.</summary>
    public Parameter Projection { get; }

    /// <summary>From a token and its neighbours to the recurrent layers.</summary>
    public Parameter Window { get; }

    public Parameter WindowBias { get; }

    public Parameter Slots { get; }

    public Parameter EmptySlots { get; }

    public Parameter Facts { get; }

    public Parameter HiddenBias { get; }

    public Parameter Moves { get; }

    public Parameter MoveBias { get; }

    public Parameter Left { get; }

    public Parameter LeftBias { get; }

    public Parameter Right { get; }

    public Parameter RightBias { get; }

    /// <summary>Starts the random numbers of an epoch anew, so that a run that goes on after a stop makes the same network.</summary>
    public void BeginEpoch(int epoch) => _random = new Random(unchecked((Options.Seed * 7919) + epoch));

    private Parameter Add(Parameter parameter)
    {
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Drops a share of the values and makes up for it in the others; the mask serves the gradient.</summary>
    private void Drop(Span<float> values, Span<float> mask, float share)
    {
        float kept = 1 / (1 - share);
        for (int i = 0; i < values.Length; i++)
        {
            mask[i] = _random.NextSingle() < share ? 0 : kept;
            values[i] *= mask[i];
        }
    }
}
