using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

internal sealed partial class ParserNetwork
{
    private readonly float[] _hidden;
    private readonly float[] _hiddenMask;
    private readonly float[] _hiddenGradient;
    private readonly float[] _leftTransposed;
    private readonly float[] _rightTransposed;
    private readonly float[] _movesTransposed;

    /// <summary>Scores the moves from a configuration of sentence <paramref name="sentence"/> of the batch; keeps the hidden units.</summary>
    public void Score(ArcHybridState state, ParserExample example, int sentence, bool training, Span<float> moves)
    {
        TransitionFeatures.FillSlots(state, _slots);
        TransitionFeatures.FillFacts(state, example.Tags, _facts);
        if (Options.Without.HasFlag(ParserParts.Facts))
        {
            _facts.AsSpan().Clear();
        }

        HiddenBias.Weights.CopyTo(_hidden, 0);
        for (int i = 0; i < _slots.Length; i++)
        {
            MatrixMath.Add(_hidden, _slots[i] < 0 ? EmptySlots.Row(i) : SlotOf(_slotValues, sentence, i));
        }

        foreach (int fact in _facts)
        {
            MatrixMath.Add(_hidden, Facts.Row(fact));
        }

        for (int i = 0; i < _hidden.Length; i++)
        {
            _hidden[i] = Math.Max(0, _hidden[i]);
        }

        if (training)
        {
            Drop(_hidden, _hiddenMask, Options.HiddenDropout);
            Array.Clear(_hiddenGradient);
        }

        MoveBias.Weights.CopyTo(moves);
        MatrixMath.Multiply(_hidden, Moves.Weights, moves, 1, MoveColumns, Options.Hidden, add: true);
    }

    /// <summary>Scores the relations of the arc that a move would make, from the configuration scored last.</summary>
    public void ScoreRelations(bool left, Span<float> relations)
    {
        (left ? LeftBias : RightBias).Weights.CopyTo(relations);
        MatrixMath.Multiply(_hidden, (left ? Left : Right).Weights, relations, 1, RelationColumns, Options.Hidden, add: true);
    }

    /// <summary>Takes in the gradient of the moves' scores.</summary>
    public void LearnMoves(ReadOnlySpan<float> gradient)
    {
        MatrixMath.Add(MoveBias.Gradients, gradient);
        MatrixMath.AddTransposed(_hidden, gradient, Moves.Gradients, Options.Hidden, MoveColumns, 1);
        MatrixMath.Multiply(gradient, _movesTransposed, _hiddenGradient, 1, Options.Hidden, MoveColumns, add: true);
    }

    /// <summary>Takes in the gradient of the relations' scores.</summary>
    public void LearnRelations(bool left, ReadOnlySpan<float> gradient)
    {
        MatrixMath.Add((left ? LeftBias : RightBias).Gradients, gradient);
        MatrixMath.AddTransposed(_hidden, gradient, (left ? Left : Right).Gradients, Options.Hidden, RelationColumns, 1);
        MatrixMath.Multiply(gradient, left ? _leftTransposed : _rightTransposed, _hiddenGradient, 1, Options.Hidden, RelationColumns, add: true);
    }

    /// <summary>Hands the gradient of the hidden units down to the slots and facts of the configuration scored last.</summary>
    public void Learn(int sentence)
    {
        for (int i = 0; i < _hidden.Length; i++)
        {
            _hiddenGradient[i] = _hidden[i] > 0 ? _hiddenGradient[i] * _hiddenMask[i] : 0;
        }

        MatrixMath.Add(HiddenBias.Gradients, _hiddenGradient);
        for (int i = 0; i < _slots.Length; i++)
        {
            MatrixMath.Add(_slots[i] < 0 ? EmptySlots.GradientRow(i) : SlotOf(_slotGradients, sentence, i), _hiddenGradient);
        }

        foreach (int fact in _facts)
        {
            MatrixMath.Add(Facts.GradientRow(fact), _hiddenGradient);
        }
    }

    private Span<float> SlotOf(float[] values, int sentence, int slot) =>
        values.AsSpan(((_starts[sentence] + _slots[slot]) * Slots.Columns) + (slot * Options.Hidden), Options.Hidden);
}
