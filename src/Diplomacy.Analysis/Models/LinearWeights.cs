namespace Diplomacy.Analysis.Models;

/// <summary>
/// Weights of a linear model of several classes as the trainer leaves them: for each hashed feature the classes that have a
/// weight. Row <c>i</c> has key <c>Keys[i]</c> and the entries from <c>Starts[i]</c> to <c>Starts[i + 1]</c>.
/// </summary>
internal sealed record LinearWeights(int Classes, uint[] Keys, int[] Starts, byte[] Columns, float[] Values)
{
    /// <summary>Number of features.</summary>
    public int Rows => Keys.Length;
}
