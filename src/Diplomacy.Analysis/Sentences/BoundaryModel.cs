using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Sentences;

/// <summary>
/// A logistic regression over hashed features that says how likely a sentence starts at a token. The weights are one array
/// indexed by the feature's low bits, without keys: a feature costs one read from 128 kB that stay in the cache. What
/// collides was trained with its collisions.
/// </summary>
internal sealed class BoundaryModel
{
    /// <summary>Number of weights; a power of two.</summary>
    public const int Size = 1 << 17;

    /// <summary>Name of the model, and of its file without ending.</summary>
    public const string Name = "sentences";

    private const string Section = "boundary.bits";
    private readonly sbyte[] _weights;

    private BoundaryModel(sbyte[] weights) => _weights = weights;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="WeightFileException">The section is missing or has another size.</exception>
    public static BoundaryModel Read(WeightFile file)
    {
        ReadOnlySpan<sbyte> weights = file.SBytes(Section);
        WeightFile.Check(weights.Length == Size, "the table of sentence boundaries has another size than this version reads");
        return new BoundaryModel(weights.ToArray());
    }

    /// <summary>Writes weights, scaled so that the largest takes all of a byte.</summary>
    public static void Write(WeightFileWriter writer, ReadOnlySpan<float> weights)
    {
        float largest = 1e-6f;
        foreach (float weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        var bytes = new sbyte[Size];
        for (int i = 0; i < Size; i++)
        {
            bytes[i] = (sbyte)Math.Round(weights[i] / largest * 127);
        }

        writer.Add(Section, bytes);
    }

    /// <summary>Sum of the features' weights; above zero a boundary is likelier than none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Score(ReadOnlySpan<uint> features)
    {
        sbyte[] weights = _weights;
        int sum = 0;
        foreach (uint feature in features)
        {
            sum += weights[(int)(feature & (Size - 1))];
        }

        return sum;
    }
}
