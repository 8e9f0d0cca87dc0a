namespace Diplomacy.Analysis.Models;

internal sealed partial class LinearTable
{
    /// <summary>
    /// The same table with rows added behind, each the sum of some of its rows: what a stage meets often together (the features
    /// of a frequent word) then costs one row. The first has index <see cref="Rows"/>.
    /// </summary>
    /// <param name="sums">For each row to add, the rows to sum.</param>
    /// <exception cref="WeightFileException">A sum does not fit 16 bits; the writer's limit keeps those of our files small.</exception>
    public LinearTable WithSums(IReadOnlyList<int[]> sums)
    {
        int first = _weights.Length;
        short[] weights = new short[first + (sums.Count * Stride)];
        _weights.CopyTo(weights, 0);
        Span<int> total = stackalloc int[256];
        total = total[..Stride];
        for (int i = 0; i < sums.Count; i++)
        {
            total.Clear();
            Add(sums[i], total);
            for (int c = 0; c < total.Length; c++)
            {
                WeightFile.Check(total[c] is >= short.MinValue and <= short.MaxValue, "its weights are too large to be summed");
                weights[first + (i * Stride) + c] = (short)total[c];
            }
        }

        return new LinearTable(Classes, Scale, _slots, weights);
    }
}
