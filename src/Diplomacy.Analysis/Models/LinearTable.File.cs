namespace Diplomacy.Analysis.Models;

internal sealed partial class LinearTable
{
    private const int MostShift = 8;

    /// <summary>Reads the table that <see cref="Write"/> put under <paramref name="name"/>.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be a table.</exception>
    public static LinearTable Read(WeightFile file, string name)
    {
        ReadOnlySpan<int> shape = file.Int32s($"{name}.shape");
        ReadOnlySpan<float> scale = file.Singles($"{name}.scale");
        ReadOnlySpan<uint> keys = file.UInt32s($"{name}.keys");
        ReadOnlySpan<byte> counts = file.Bytes($"{name}.counts");
        ReadOnlySpan<byte> columns = file.Bytes($"{name}.columns");
        bool narrow = file.KindOf($"{name}.weights") == WeightKind.SByte;
        ReadOnlySpan<sbyte> bytes = narrow ? file.SBytes($"{name}.weights") : default;
        ReadOnlySpan<short> words = narrow ? default : file.Int16s($"{name}.weights");
        ReadOnlySpan<byte> shifts = narrow ? file.Bytes($"{name}.shifts") : default;
        WeightFile.Check(shape.Length == 1 && shape[0] is > 0 and <= 255, $"table '{name}' claims an impossible number of classes");
        WeightFile.Check(scale.Length == 1 && float.IsFinite(scale[0]) && scale[0] > 0, $"table '{name}' has no scale");
        WeightFile.Check(counts.Length == keys.Length && columns.Length == bytes.Length + words.Length && (!narrow || shifts.Length == keys.Length), $"the parts of table '{name}' have lengths that do not agree");
        int classes = shape[0];
        int stride = StrideOf(classes);
        WeightFile.Check((keys.Length + 1L) * stride < Array.MaxLength, $"table '{name}' is too large");

        ulong[] slots = SlotsFor(keys.Length);
        short[] weights = new short[(keys.Length + 1) * stride];
        int at = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            WeightFile.Check(i == 0 ? keys[i] != 0 : keys[i] > keys[i - 1], $"the features of table '{name}' are not in order");
            int end = at + counts[i];
            WeightFile.Check(end <= columns.Length, $"the rows of table '{name}' are longer than its weights");
            int shift = narrow ? shifts[i] : 0;
            WeightFile.Check(shift <= MostShift, $"table '{name}' has an impossible shift");
            int row = (i + 1) * stride;
            for (; at < end; at++)
            {
                WeightFile.Check(columns[at] < classes, $"table '{name}' has a weight for a class that is not there");
                weights[row + columns[at]] = (short)(narrow ? bytes[at] << shift : words[at]);
            }

            Place(slots, keys[i], i + 1);
        }

        WeightFile.Check(at == columns.Length, $"table '{name}' has weights that no row claims");
        return new LinearTable(classes, scale[0], slots, weights);
    }

    /// <summary>
    /// Writes the weights under <paramref name="name"/> (at most 15 characters), quantised. Rows that become zero are left out.
    /// </summary>
    /// <param name="writer">The file to be.</param>
    /// <param name="name">Begins the sections' names.</param>
    /// <param name="weights">The trained weights; keys in any order, each once, none 0.</param>
    /// <param name="bits">8: a byte a weight with a shift a row; 16: two bytes a weight.</param>
    /// <param name="limit">The largest quantised weight; a stage that sums in 16 bits bounds its sums by it.</param>
    public static void Write(WeightFileWriter writer, string name, LinearWeights weights, int bits, int limit = 32000)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bits is 8 or 16, true, nameof(bits));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 32000);
        float most = 0;
        foreach (float value in weights.Values)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        // Below this a float has no precision left to scale; such a model is all zero.
        float scale = most < 1e-30f ? 1 : most / limit;
        int[] order = new int[weights.Rows];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort((uint[])weights.Keys.Clone(), order);
        List<uint> keys = [];
        List<byte> counts = [], shifts = [], columns = [];
        List<short> values = [];
        foreach (int row in order)
        {
            int largest = 0;
            for (int i = weights.Starts[row]; i < weights.Starts[row + 1]; i++)
            {
                largest = Math.Max(largest, Math.Abs(Quantise(weights.Values[i], scale)));
            }

            int shift = 0;
            while (bits == 8 && (largest + (1 << shift >> 1)) >> shift > 127)
            {
                shift++;
            }

            int before = columns.Count;
            for (int i = weights.Starts[row]; i < weights.Starts[row + 1]; i++)
            {
                int value = Quantise(weights.Values[i], scale * (1 << shift));
                if (value != 0)
                {
                    columns.Add(weights.Columns[i]);
                    values.Add((short)value);
                }
            }

            if (columns.Count > before)
            {
                keys.Add(weights.Keys[row]);
                counts.Add(checked((byte)(columns.Count - before)));
                shifts.Add((byte)shift);
            }
        }

        writer.Add($"{name}.shape", [weights.Classes]);
        writer.Add($"{name}.scale", [scale]);
        writer.Add($"{name}.keys", keys.ToArray());
        writer.Add($"{name}.counts", counts.ToArray());
        writer.Add($"{name}.columns", columns.ToArray());
        if (bits == 8)
        {
            writer.Add($"{name}.shifts", shifts.ToArray());
            writer.Add($"{name}.weights", values.ConvertAll(v => (sbyte)v).ToArray());
        }
        else
        {
            writer.Add($"{name}.weights", values.ToArray());
        }
    }

    private static int Quantise(float value, float scale) => (int)MathF.Round(value / scale, MidpointRounding.AwayFromZero);
}
