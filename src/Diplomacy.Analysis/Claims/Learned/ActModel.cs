using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>
/// The trained models of the claim stage (<c>acts.weights</c>): which family the words belong to, and which way they lean. Both
/// are maximum entropy models, trained by <c>diplomacy train acts</c>. Immutable; any number of threads.
/// </summary>
internal sealed class ActModel
{
    /// <summary>Name of the model file.</summary>
    public const string FileName = "acts";

    /// <summary>Number of families.</summary>
    public const int Families = 15;

    /// <summary>Number of stances, -2 to 2.</summary>
    public const int Stances = 5;

    /// <summary>The feature that stands in every row.</summary>
    public const uint Bias = 0xB1A5_0001;

    private readonly LinearTable _words;
    private readonly LinearTable _acts;
    private readonly LinearTable _stances;

    private ActModel(LinearTable words, LinearTable acts, LinearTable stances, float override_, float stance)
    {
        (_words, _acts, _stances) = (words, acts, stances);
        (OverrideAt, StanceAt) = (override_, stance);
    }

    /// <summary>How likely a family must be to take the place of the rules'.</summary>
    public float OverrideAt { get; }

    /// <summary>How likely a stance must be to take the place of the rules'.</summary>
    public float StanceAt { get; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be a model.</exception>
    public static ActModel Read(WeightFile file)
    {
        LinearTable words = LinearTable.Read(file, "words");
        LinearTable acts = LinearTable.Read(file, "acts");
        LinearTable stances = LinearTable.Read(file, "stances");
        ReadOnlySpan<float> limits = file.Singles("limits");
        WeightFile.Check(words.Classes == Families && acts.Classes == Families && stances.Classes == Stances && limits.Length == 2, "the models of acts and stances have other classes than this library");
        return new ActModel(words, acts, stances, limits[0], limits[1]);
    }

    /// <summary>Writes the models.</summary>
    public static void Write(WeightFileWriter writer, LinearWeights words, LinearWeights acts, LinearWeights stances, float overrideAt, float stanceAt)
    {
        LinearTable.Write(writer, "words", words, bits: 8);
        LinearTable.Write(writer, "acts", acts, bits: 16);
        LinearTable.Write(writer, "stances", stances, bits: 16);
        writer.Add("limits", [overrideAt, stanceAt]);
    }

    /// <summary>The probability of each family by the words of the content alone.</summary>
    public void Words(ReadOnlySpan<uint> features, Span<double> probabilities) => Score(_words, features, probabilities[..Families]);

    /// <summary>The probability of each family.</summary>
    public void Acts(ReadOnlySpan<uint> features, Span<double> probabilities) => Score(_acts, features, probabilities[..Families]);

    /// <summary>The probability of each stance, -2 first.</summary>
    public void Stance(ReadOnlySpan<uint> features, Span<double> probabilities) => Score(_stances, features, probabilities[..Stances]);

    private static void Score(LinearTable table, ReadOnlySpan<uint> features, Span<double> probabilities)
    {
        Span<int> scores = stackalloc int[256];
        scores = scores[..table.Stride];
        table.Score([Bias], scores);
        for (int at = 0; at < features.Length; at += LinearTable.MostFeatures)
        {
            table.Add(features.Slice(at, Math.Min(LinearTable.MostFeatures, features.Length - at)), scores);
        }

        Softmax.Of(scores[..table.Classes], table.Scale, probabilities);
    }
}
