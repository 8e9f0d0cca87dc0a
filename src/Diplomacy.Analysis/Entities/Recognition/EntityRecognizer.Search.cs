using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diplomacy.Analysis.Entities.Recognition;

internal sealed partial class EntityRecognizer
{
    private const int Never = -(1 << 28);
    private const int Lanes = 24;

    // A bit for each label that may begin a stretch, and for each that may end one.
    private static readonly uint First = Labels(label => EntityLabel.MayFollow(EntityLabel.Outside, label));
    private static readonly uint Last = Labels(label => !EntityLabel.IsOpen(label));

    /// <summary>
    /// The best labels of a sentence (Viterbi), stretch of candidates by stretch of candidates: what lies between is outside.
    /// Integer sums and comparisons in a fixed order: every instruction set gives the same labels.
    /// </summary>
    internal static void Decode(EntityModel model, NameScratch scratch, int start, int length)
    {
        ReadOnlySpan<int> rows = scratch.Rows.Slice(start, length);
        Span<byte> labels = scratch.Labels.Slice(start, length);
        labels.Clear();
        for (int i = 0; i < length; i++)
        {
            if (rows[i] >= 0)
            {
                int end = i + 1;
                while (end < length && rows[end] >= 0)
                {
                    end++;
                }

                Decode(model, scratch, rows[i], labels[i..end]);
                i = end;
            }
        }
    }

    // The rows of one stretch of candidates stand one behind the other.
    [SkipLocalsInit]
    private static void Decode(EntityModel model, NameScratch scratch, int row, Span<byte> labels)
    {
        int stride = model.Table.Width;
        ref int scores = ref scratch.Scores[row * stride];
        ref byte back = ref scratch.Back[row * stride];
        ref int moves = ref MemoryMarshal.GetReference(model.Transitions);
        Span<int> reached = stackalloc int[Lanes];
        reached.Fill(Never);
        for (uint left = First; left != 0; left &= left - 1)
        {
            int label = BitOperations.TrailingZeroCount(left);
            reached[label] = Unsafe.Add(ref scores, label);
        }

        ref int from = ref MemoryMarshal.GetReference(reached);
        for (int i = 1; i < labels.Length; i++)
        {
            scores = ref Unsafe.Add(ref scores, stride);
            back = ref Unsafe.Add(ref back, stride);
            Step(ref from, ref scores, ref moves, ref back);
            if ((i & 63) == 0)
            {
                Rebase(reached);
            }
        }

        int best = EntityLabel.Outside;
        for (uint left = Last; left != 0; left &= left - 1)
        {
            int label = BitOperations.TrailingZeroCount(left);
            best = reached[label] > reached[best] ? label : best;
        }

        for (int i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)best;
            if (i > 0)
            {
                best = Unsafe.Add(ref back, best);
                back = ref Unsafe.Add(ref back, -stride);
            }
        }
    }

    private static uint Labels(Predicate<byte> which)
    {
        uint labels = 0;
        for (byte label = 0; label < EntityLabel.Count; label++)
        {
            labels |= which(label) ? 1u << label : 0;
        }

        return labels;
    }

    // Only differences count; taking the best off keeps the sums of a page in capitals far from the bounds of an int.
    private static void Rebase(Span<int> reached)
    {
        int best = reached[0];
        for (int label = 1; label < EntityLabel.Count; label++)
        {
            best = Math.Max(best, reached[label]);
        }

        for (int label = 0; label < EntityLabel.Count; label++)
        {
            reached[label] = reached[label] <= Never / 2 ? Never : reached[label] - best;
        }
    }

    // One word further: for each label the best way to it. 24 lanes hold the 21 labels.
    private static void Step(ref int from, ref int scores, ref int moves, ref byte back)
    {
        Vector256<int> best0 = Vector256.Create(Never), best1 = best0, best2 = best0;
        Vector256<int> way0 = Vector256<int>.Zero, way1 = way0, way2 = way0;
        for (int k = 0; k < EntityLabel.Count; k++)
        {
            int reached = Unsafe.Add(ref from, k);
            if (reached <= Never / 2)
            {
                continue;
            }

            Vector256<int> here = Vector256.Create(reached);
            Vector256<int> label = Vector256.Create(k);
            nuint at = (nuint)(k * Lanes);
            Vector256<int> try0 = here + Vector256.LoadUnsafe(ref moves, at);
            Vector256<int> try1 = here + Vector256.LoadUnsafe(ref moves, at + 8);
            Vector256<int> try2 = here + Vector256.LoadUnsafe(ref moves, at + 16);
            Vector256<int> better0 = Vector256.GreaterThan(try0, best0);
            Vector256<int> better1 = Vector256.GreaterThan(try1, best1);
            Vector256<int> better2 = Vector256.GreaterThan(try2, best2);
            best0 = Vector256.ConditionalSelect(better0, try0, best0);
            best1 = Vector256.ConditionalSelect(better1, try1, best1);
            best2 = Vector256.ConditionalSelect(better2, try2, best2);
            way0 = Vector256.ConditionalSelect(better0, label, way0);
            way1 = Vector256.ConditionalSelect(better1, label, way1);
            way2 = Vector256.ConditionalSelect(better2, label, way2);
        }

        (best0 + Vector256.LoadUnsafe(ref scores, 0)).StoreUnsafe(ref from);
        (best1 + Vector256.LoadUnsafe(ref scores, 8)).StoreUnsafe(ref from, 8);
        (best2 + Vector256.LoadUnsafe(ref scores, 16)).StoreUnsafe(ref from, 16);
        Vector256<short> low = Vector256.Narrow(way0, way1);
        Vector256<short> high = Vector256.Narrow(way2, Vector256<int>.Zero);
        Vector256.Narrow(low, high).AsByte().StoreUnsafe(ref back);
    }
}
