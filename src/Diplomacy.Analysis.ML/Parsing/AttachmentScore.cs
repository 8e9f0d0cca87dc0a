using System.Globalization;
using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>Counts of right heads (UAS) and of right heads with the right universal relation (LAS), all tokens counted.</summary>
internal struct AttachmentScore
{
    public long Tokens;
    public long Heads;
    public long Labelled;

    public readonly double Unlabelled => 100.0 * Heads / Math.Max(1, Tokens);

    public readonly double LabelledScore => 100.0 * Labelled / Math.Max(1, Tokens);

    public void Add(int goldHead, DependencyRelation goldRelation, int head, DependencyRelation relation)
    {
        Tokens++;
        if (goldHead == head)
        {
            Heads++;
            Labelled += goldRelation.Base() == relation.Base() ? 1 : 0;
        }
    }

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"UAS {Unlabelled:F2} LAS {LabelledScore:F2}");
}
