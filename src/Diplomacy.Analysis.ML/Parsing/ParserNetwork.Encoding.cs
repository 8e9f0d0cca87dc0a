using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

internal sealed partial class ParserNetwork
{
    private int[] _starts = [0];
    private int[] _rows = [];
    private float[] _vectors = [];
    private float[]? _inputMask;
    private float[]?[] _stateMasks = [];
    private float[] _windows = [];
    private float[] _windowValues = [];
    private float[] _context = [];
    private float[] _slotValues = [];
    private float[] _slotGradients = [];

    /// <summary>Reads a batch: puts every token into its context and computes what it adds in each slot.</summary>
    public void Encode(ReadOnlySpan<ParserExample> batch, bool training)
    {
        _tape.Rewind();
        _starts = new int[batch.Length + 1];
        for (int i = 0; i < batch.Length; i++)
        {
            _starts[i + 1] = _starts[i] + batch[i].Length;
        }

        int tokens = _starts[^1], width = Options.Inputs;
        float[] values = ReadInputs(batch, tokens, training);
        _inputMask = null;
        if (training)
        {
            _inputMask = _tape.Take(tokens * width);
            Drop(values.AsSpan(0, tokens * width), _inputMask, Options.InputDropout);
        }

        values = ReadWindows(values, tokens);
        _stateMasks = new float[_layers.Length][];
        for (int i = 0; i < _layers.Length; i++)
        {
            values = _layers[i].Forward(_tape, values, _starts);
            width = _layers[i].Outputs;
            if (training)
            {
                _stateMasks[i] = _tape.Take(tokens * width);
                Drop(values.AsSpan(0, tokens * width), _stateMasks[i], Options.StateDropout);
            }
        }

        _context = values;
        _slotValues = _tape.Take(tokens * Slots.Columns);
        MatrixMath.Multiply(values, Slots.Weights, _slotValues, tokens, Slots.Columns, width, add: false);
        if (training)
        {
            _slotGradients = _tape.Take(tokens * Slots.Columns);
            MatrixMath.Transpose(Left.Weights, Options.Hidden, RelationColumns, _leftTransposed);
            MatrixMath.Transpose(Right.Weights, Options.Hidden, RelationColumns, _rightTransposed);
            MatrixMath.Transpose(Moves.Weights, Options.Hidden, MoveColumns, _movesTransposed);
        }
    }

    /// <summary>From the gradients of the slots, which <see cref="Learn"/> left, to those of all the rest.</summary>
    public void Backward()
    {
        int tokens = _starts[^1], width = _layers[^1].Outputs;
        float[] transposed = _tape.Take(Slots.Weights.Length);
        MatrixMath.Transpose(Slots.Weights, width, Slots.Columns, transposed);
        float[] gradient = _tape.Take(tokens * width);
        MatrixMath.Multiply(_slotGradients, transposed, gradient, tokens, width, Slots.Columns, add: false);
        MatrixMath.AddTransposed(_context, _slotGradients, Slots.Gradients, width, Slots.Columns, tokens);
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            MatrixMath.Scale(gradient.AsSpan(0, tokens * _layers[i].Outputs), _stateMasks[i]);
            gradient = _layers[i].Backward(_tape, gradient, _starts);
        }

        gradient = WindowsBackward(gradient, tokens);
        width = Options.Inputs;
        MatrixMath.Scale(gradient.AsSpan(0, tokens * width), _inputMask);
        if (Lexicon.VectorsOf.Count > 0)
        {
            MatrixMath.AddTransposed(_vectors, gradient, Projection.Gradients, Projection.Rows, width, tokens);
        }

        for (int i = 0; i < tokens * ParserExample.RowsOfToken; i++)
        {
            MatrixMath.Add(Rows.GradientRow(_rows[i]), gradient.AsSpan(i / ParserExample.RowsOfToken * width, width));
        }
    }

    /// <summary>The input vectors of each token and its neighbours inside the sentence, through one layer that drops negative values.</summary>
    private float[] ReadWindows(float[] inputs, int tokens)
    {
        int width = Options.Inputs, wide = ParserModel.WindowTokens * width;
        _windows = _tape.Take(tokens * wide);
        _windowValues = _tape.Take(tokens * Options.Window);
        for (int s = 0; s + 1 < _starts.Length; s++)
        {
            for (int token = _starts[s]; token < _starts[s + 1]; token++)
            {
                (int from, int to) = WindowOf(token, s);
                inputs.AsSpan(from * width, (to - from) * width).CopyTo(_windows.AsSpan((token * wide) + ((from - token + 1) * width)));
                WindowBias.Weights.CopyTo(_windowValues, token * Options.Window);
            }
        }

        MatrixMath.Multiply(_windows, Window.Weights, _windowValues, tokens, Options.Window, wide, add: true);
        for (int i = 0; i < tokens * Options.Window; i++)
        {
            _windowValues[i] = Math.Max(0, _windowValues[i]);
        }

        return _windowValues;
    }

    private float[] WindowsBackward(float[] gradient, int tokens)
    {
        int width = Options.Inputs, wide = ParserModel.WindowTokens * width;
        for (int i = 0; i < tokens * Options.Window; i++)
        {
            gradient[i] = _windowValues[i] > 0 ? gradient[i] : 0;
        }

        for (int token = 0; token < tokens; token++)
        {
            MatrixMath.Add(WindowBias.Gradients, gradient.AsSpan(token * Options.Window, Options.Window));
        }

        MatrixMath.AddTransposed(_windows, gradient, Window.Gradients, wide, Options.Window, tokens);
        float[] transposed = _tape.Take(Window.Weights.Length);
        MatrixMath.Transpose(Window.Weights, wide, Options.Window, transposed);
        float[] windows = _tape.Take(tokens * wide);
        MatrixMath.Multiply(gradient, transposed, windows, tokens, wide, Options.Window, add: false);
        float[] inputs = _tape.Take(tokens * width);
        for (int s = 0; s + 1 < _starts.Length; s++)
        {
            for (int token = _starts[s]; token < _starts[s + 1]; token++)
            {
                (int from, int to) = WindowOf(token, s);
                MatrixMath.Add(inputs.AsSpan(from * width, (to - from) * width), windows.AsSpan((token * wide) + ((from - token + 1) * width), (to - from) * width));
            }
        }

        return inputs;
    }

    private (int From, int To) WindowOf(int token, int sentence) => Options.Without.HasFlag(ParserParts.Neighbours)
        ? (token, token + 1)
        : (Math.Max(_starts[sentence], token - 1), Math.Min(_starts[sentence + 1], token + 2));

    private float[] ReadInputs(ReadOnlySpan<ParserExample> batch, int tokens, bool training)
    {
        int width = Options.Inputs, dimensions = Lexicon.VectorLength;
        float[] values = _tape.Take(tokens * width);
        _rows = new int[tokens * ParserExample.RowsOfToken];
        _vectors = _tape.Take(tokens * dimensions);
        for (int s = 0; s < batch.Length; s++)
        {
            ParserExample example = batch[s];
            for (int i = 0; i < example.Length; i++)
            {
                int token = _starts[s] + i;
                Span<int> rows = _rows.AsSpan(token * ParserExample.RowsOfToken, ParserExample.RowsOfToken);
                example.Rows.AsSpan(i * ParserExample.RowsOfToken, ParserExample.RowsOfToken).CopyTo(rows);
                bool hidden = training && rows[0] >= ParserModel.TagRows && _random.NextSingle() < Options.WordDropout / (Options.WordDropout + Lexicon.CountOf(rows[0]));
                if (hidden)
                {
                    rows[0] = ParserModel.UnknownWord;
                }

                Span<float> value = values.AsSpan(token * width, width);
                foreach (int row in rows)
                {
                    MatrixMath.Add(value, Rows.Row(row));
                }

                // A hidden word keeps its vector half of the time: most words that are new to the parser have one.
                if (example.Vectors[i] >= 0 && !(hidden && _random.NextSingle() < 0.5f))
                {
                    Lexicon.CopyVector(example.Vectors[i], _vectors.AsSpan(token * dimensions, dimensions));
                }
            }
        }

        if (Lexicon.VectorsOf.Count > 0)
        {
            MatrixMath.Multiply(_vectors, Projection.Weights, values, tokens, width, dimensions, add: true);
        }

        return values;
    }
}
