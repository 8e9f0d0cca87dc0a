using System.Globalization;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>Counts right, predicted and gold names by type. Names are right with the same extent and type.</summary>
internal sealed class EntityScore
{
    private readonly int[,] _counts = new int[6, 3];

    /// <summary>Whether gold has no B, so that neighbours of one type are one name (IO tags).</summary>
    public bool GoldJoins { get; init; }

    /// <summary>F1 over persons, organisations and locations, 0..100.</summary>
    public double Main => F1(1, 3);

    /// <summary>Counts a sentence.</summary>
    public void Add(ReadOnlySpan<byte> gold, ReadOnlySpan<byte> predicted)
    {
        HashSet<(int, int, EntityType)> right = [.. Spans(gold, GoldJoins)];
        foreach ((int First, int End, EntityType Type) span in right)
        {
            _counts[(int)span.Type, 2]++;
        }

        foreach ((int First, int End, EntityType Type) span in Spans(predicted, joins: false))
        {
            _counts[(int)span.Type, 1]++;
            _counts[(int)span.Type, 0] += right.Contains(span) ? 1 : 0;
        }
    }

    /// <summary>F1 over types <paramref name="from"/> to <paramref name="to"/>.</summary>
    public double F1(int from, int to)
    {
        int right = 0, both = 0;
        for (int type = from; type <= to; type++)
        {
            right += _counts[type, 0];
            both += _counts[type, 1] + _counts[type, 2];
        }

        return both == 0 ? 0 : 200.0 * right / both;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PER {F1(1, 1):F2} ORG {F1(2, 2):F2} LOC {F1(3, 3):F2} NORP {F1(4, 4):F2} MISC {F1(5, 5):F2}, PER+ORG+LOC {Main:F2}");

    /// <summary>The names that labels spell.</summary>
    public static List<(int First, int End, EntityType Type)> Spans(ReadOnlySpan<byte> labels, bool joins)
    {
        List<(int, int, EntityType)> spans = [];
        for (int i = 0; i < labels.Length;)
        {
            if (labels[i] == EntityLabel.Outside)
            {
                i++;
                continue;
            }

            int first = i;
            EntityType type = EntityLabel.TypeOf(labels[i]);
            if (joins)
            {
                while (i < labels.Length && EntityLabel.TypeOf(labels[i]) == type)
                {
                    i++;
                }
            }
            else
            {
                while (EntityLabel.IsOpen(labels[i++]) && i < labels.Length)
                {
                }
            }

            spans.Add((first, i, type));
        }

        return spans;
    }
}
