using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>
/// The trained models of the claim stage (<c>acts.weights</c>): which family the words belong to, which way they lean, and whether
/// the record as a whole is right. Maximum entropy models, trained by <c>diplomacy train acts</c>. Immutable; any number of threads.
/// </summary>
internal sealed class ActModel
{
    /// <summary>Name of the model file.</summary>
    public const string FileName = "acts";

    /// <summary>Number of families.</summary>
    public const int Families = 15;

    /// <summary>Number of stances, -2 to 2.</summary>
    public const int Stances = 5;

    /// <summary>What a record can be: no claim at all, a claim with a fault, right.</summary>
    public const int Outcomes = 3;

    /// <summary>Number of fields with a confidence of their own.</summary>
    public const int Fields = 4;

    /// <summary>What a field can be: wrong, right.</summary>
    public const int Verdicts = 2;

    /// <summary>The feature that stands in every row.</summary>
    public const uint Bias = 0xB1A5_0001;

    private static readonly string[] FieldSections = ["right.act", "right.speaker", "right.addressee", "right.stance"];

    private readonly LinearTable _acts;
    private readonly LinearTable _stances;
    private readonly LinearTable _records; // outcomes, then wrong and right of each field: all are asked of every record
    private readonly float _outcomeScale;
    private readonly float[] _fieldScales;

    private ActModel(LinearTable acts, LinearTable stances, LinearTable records, LinearTable[] fields, ReadOnlySpan<float> limits)
    {
        (_acts, _stances, _records) = (acts, stances, LinearTable.Join([records, .. fields]));
        (_outcomeScale, _fieldScales) = (records.Scale, [.. fields.Select(static f => f.Scale)]);
        (OverrideAt, StanceAt, DropAt, NeutralWeight) = (limits[0], limits[1], limits[2], limits[3]);
    }

    /// <summary>How likely a family must be to take the place of the rules'.</summary>
    public float OverrideAt { get; }

    /// <summary>How likely a stance must be to take the place of the rules'.</summary>
    public float StanceAt { get; }

    /// <summary>How likely it must be that a record is no claim to drop it.</summary>
    public float DropAt { get; }

    /// <summary>What the probability of a neutral stance is multiplied by: below 1 where the labels are more reserved than the guidelines.</summary>
    public float NeutralWeight { get; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be a model.</exception>
    public static ActModel Read(WeightFile file)
    {
        LinearTable acts = LinearTable.Read(file, "acts");
        LinearTable stances = LinearTable.Read(file, "stances");
        LinearTable records = LinearTable.Read(file, "records");
        LinearTable[] fields = [.. FieldSections.Select(s => LinearTable.Read(file, s))];
        ReadOnlySpan<float> limits = file.Singles("limits");
        WeightFile.Check(acts.Classes == Families && stances.Classes == Stances && records.Classes == Outcomes && fields.All(f => f.Classes == Verdicts) && limits.Length == 4, "the models of acts, stances and records have other classes than this library");
        return new ActModel(acts, stances, records, fields, limits);
    }

    /// <summary>Writes the models.</summary>
    public static void Write(WeightFileWriter writer, LinearWeights acts, LinearWeights stances, LinearWeights records, IReadOnlyList<LinearWeights> fields, float overrideAt, float stanceAt, float dropAt, float neutralWeight)
    {
        LinearTable.Write(writer, "acts", acts, bits: 16);
        LinearTable.Write(writer, "stances", stances, bits: 16);
        LinearTable.Write(writer, "records", records, bits: 16);
        for (int i = 0; i < Fields; i++)
        {
            LinearTable.Write(writer, FieldSections[i], fields[i], bits: 16);
        }

        writer.Add("limits", [overrideAt, stanceAt, dropAt, neutralWeight]);
    }

    /// <summary>The probability of each family.</summary>
    public void Acts(ReadOnlySpan<uint> features, Span<double> probabilities) => Score(_acts, features, probabilities[..Families]);

    /// <summary>The probability of each stance, -2 first.</summary>
    public void Stance(ReadOnlySpan<uint> features, Span<double> probabilities) => Score(_stances, features, probabilities[..Stances]);

    /// <summary>
    /// The probability that a record is no claim, a claim with a fault, right; and of each <see cref="RecordField"/> that it is
    /// right, if the record is a claim.
    /// </summary>
    public void Record(ReadOnlySpan<uint> features, Span<double> outcomes, Span<double> right)
    {
        Span<int> scores = stackalloc int[16];
        Sum(_records, features, scores);
        Softmax.Of(scores[..Outcomes], _outcomeScale, outcomes[..Outcomes]);
        Span<double> verdicts = stackalloc double[Verdicts];
        for (int i = 0; i < Fields; i++)
        {
            Softmax.Of(scores.Slice(Outcomes + (i * Verdicts), Verdicts), _fieldScales[i], verdicts);
            right[i] = verdicts[1];
        }
    }

    private static void Score(LinearTable table, ReadOnlySpan<uint> features, Span<double> probabilities)
    {
        Span<int> scores = stackalloc int[16];
        Sum(table, features, scores);
        Softmax.Of(scores[..table.Classes], table.Scale, probabilities);
    }

    private static void Sum(LinearTable table, ReadOnlySpan<uint> features, Span<int> scores)
    {
        table.Score([Bias], scores);
        for (int at = 0; at < features.Length; at += LinearTable.MostFeatures)
        {
            table.Add(features.Slice(at, Math.Min(LinearTable.MostFeatures, features.Length - at)), scores);
        }
    }
}
