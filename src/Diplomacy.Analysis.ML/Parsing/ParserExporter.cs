using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// Turns a trained network into the integers of <see cref="ParserModel"/>. Input vectors take 8 bits, all else (a tenth of the file) 16.
/// Input vectors are whole numbers of one step, so their sum is exact; each layer's weights take as many bits as its sums allow.
/// </summary>
internal static class ParserExporter
{
    /// <summary>Input vectors beyond so many standard deviations are cut, for the sake of the resolution of all others.</summary>
    private const float RowLimit = 6;

    private const int MostShift = 24;

    public static WeightFileWriter Export(ParserNetwork network)
    {
        ParserOptions options = network.Options;
        var writer = new WeightFileWriter();
        writer.Add("shape", [options.Inputs, options.Layers, options.Hidden, TransitionFeatures.Rows]);
        float step = WriteRows(writer, network);
        WriteLayer(writer, "window", network.Window.Weights, network.WindowBias.Weights, step, ParserExample.RowsOfToken * 128, ParserModel.WindowFraction);
        float unit = 1f / (1 << ParserModel.WindowFraction);
        int largest = short.MaxValue;
        for (int i = 0; i < options.Layers; i++)
        {
            GatedLayerTrainer layer = network.Layers[i];
            float[] weights = (float[])layer.Weights.Weights.Clone(), bias = (float[])layer.Bias.Weights.Clone();
            HalveLogistic(weights, options.State);
            HalveLogistic(bias, options.State);
            WriteLayer(writer, $"layer{i}", weights, bias, unit, largest, GatedLayer.Fraction);
            unit = 1f / (1 << GatedLayer.Fraction);
            largest = 1 << GatedLayer.Fraction;
        }

        WriteLayer(writer, "slots", network.Slots.Weights, new float[network.Slots.Columns], unit, largest, ParserModel.HiddenFraction);
        const float HiddenUnit = 1f / (1 << ParserModel.HiddenFraction);
        writer.Add("empty", Quantise(network.EmptySlots.Weights, HiddenUnit));
        writer.Add("facts", Quantise(network.Facts.Weights, HiddenUnit));
        writer.Add("bias", Quantise(network.HiddenBias.Weights, HiddenUnit));
        WriteMoves(writer, network, HiddenUnit);
        WriteRelations(writer, "left", network.Left, network.LeftBias, HiddenUnit);
        WriteRelations(writer, "right", network.Right, network.RightBias, HiddenUnit);
        return writer;
    }

    /// <summary>Writes keys and input vectors; returns the size of their step.</summary>
    private static float WriteRows(WeightFileWriter writer, ParserNetwork network)
    {
        ParserLexicon lexicon = network.Lexicon;
        int width = network.Options.Inputs;
        var keys = new SortedSet<uint>(lexicon.TrainedRows.Keys);
        keys.UnionWith(lexicon.VectorsOf.Keys);
        uint[] order = [.. keys];
        float[] pretrained = new float[lexicon.VectorLength];
        float[] rows = new float[(ParserModel.TagRows + order.Length) * width];
        network.Rows.Weights.AsSpan(0, ParserModel.TagRows * width).CopyTo(rows);
        for (int i = 0; i < order.Length; i++)
        {
            Span<float> row = rows.AsSpan((ParserModel.TagRows + i) * width, width);
            network.Rows.Row(lexicon.TrainedRows.GetValueOrDefault(order[i], ParserModel.UnknownWord)).CopyTo(row);
            if (lexicon.VectorsOf.TryGetValue(order[i], out int vector))
            {
                lexicon.CopyVector(vector, pretrained);
                MatrixMath.Multiply(pretrained, network.Projection.Weights, row, 1, width, pretrained.Length, add: true);
            }
        }

        double square = 0;
        foreach (float value in rows)
        {
            square += value * value;
        }

        float step = RowLimit * (float)Math.Sqrt(square / rows.Length) / 127;
        writer.Add("keys", order);
        writer.Add("rows", Array.ConvertAll(rows, v => (sbyte)Math.Clamp(MathF.Round(v / step), -127, 127)));
        return step;
    }

    /// <summary>The logistic gates are stored at half their argument (see <see cref="GatedLayer"/>).</summary>
    private static void HalveLogistic(float[] values, int state)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= (i / state % 3) == 1 ? 1 : 0.5f;
        }
    }

    /// <summary>
    /// Writes weights and bias as integers such that <c>sum &gt;&gt; shift</c> has <paramref name="fraction"/> bits behind the point, with the largest shift
    /// whose sums stay in 32 bits.
    /// </summary>
    private static void WriteLayer(WeightFileWriter writer, string name, float[] weights, float[] bias, float unit, int largestInput, int fraction)
    {
        for (int shift = MostShift; shift > 0; shift--)
        {
            float one = (float)(1 << fraction) * (1 << shift);
            float scale = one * unit;
            if (MathF.Abs(weights.Max(MathF.Abs)) * scale > short.MaxValue || bias.Max(MathF.Abs) * one > int.MaxValue / 4)
            {
                continue;
            }

            short[] integers = Array.ConvertAll(weights, w => (short)MathF.Round(w * scale));
            int[] biases = Array.ConvertAll(bias, b => (int)MathF.Round(b * one));
            if (DenseLayer.CannotOverflow(integers, biases, shift, largestInput))
            {
                ParserModel.WriteDense(writer, name, integers, biases, shift);
                return;
            }
        }

        throw new InvalidOperationException($"The weights of layer '{name}' are too large for integers; train with a smaller rate or more dropout.");
    }

    private static void WriteMoves(WeightFileWriter writer, ParserNetwork network, float hiddenUnit)
    {
        int hidden = network.Options.Hidden;
        float[] weights = new float[3 * hidden];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = network.Moves.Weights[(i % hidden * ParserNetwork.MoveColumns) + (i / hidden)];
        }

        float scale = short.MaxValue / 2 / Math.Max(1, weights.Max(MathF.Abs));
        writer.Add("moves", Array.ConvertAll(weights, w => (short)MathF.Round(w * scale)));
        writer.Add("moves.bias", Array.ConvertAll(network.MoveBias.Weights[..3], b => (int)MathF.Round(b * scale / hiddenUnit)));
    }

    /// <summary>Writes the columns of the relations that were learned at this side of the head.</summary>
    private static void WriteRelations(WeightFileWriter writer, string name, Parameter weights, Parameter bias, float hiddenUnit)
    {
        const int Fraction = 9;
        List<byte> relations = [];
        for (int relation = 1; relation < DependencyRelations.Count; relation++)
        {
            // A relation that never stood at this side has only been pushed down.
            if (bias.Weights[relation] > bias.Weights.Max() - 30)
            {
                relations.Add((byte)relation);
            }
        }

        int columns = (relations.Count + 15) & ~15;
        float[] values = new float[weights.Rows * columns], biases = new float[columns];
        for (int i = 0; i < relations.Count; i++)
        {
            biases[i] = bias.Weights[relations[i]];
            for (int row = 0; row < weights.Rows; row++)
            {
                values[(row * columns) + i] = weights.Weights[(row * weights.Columns) + relations[i]];
            }
        }

        WriteLayer(writer, name, values, biases, hiddenUnit, short.MaxValue, Fraction);
        writer.Add($"{name}.relations", relations.ToArray());
    }

    private static short[] Quantise(float[] values, float unit) => Array.ConvertAll(values, v => (short)Math.Clamp(MathF.Round(v / unit), short.MinValue, short.MaxValue));
}
