using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

internal sealed partial class TaggerTrainer
{
    // Of a million tags taken early so many may be others than all features together would have given; that costs a hundredth of a
    // point and saves a quarter of the time.
    private const int EarlyErrors = 500;

    /// <summary>
    /// How far a tag must lead by the features of single words and of the last two tags, so that the features that join words
    /// need not be asked: <see cref="PosTagger"/> saves three quarters of them by it.
    /// </summary>
    internal static int SureMargin(LinearTable table, IEnumerable<WordFacts[]> sentences)
    {
        List<(int Margin, bool Right)> leads = [];
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[256];
        scores = scores[..table.Stride];
        foreach (WordFacts[] words in sentences)
        {
            PennTag last = PennTag.None, previous = PennTag.None;
            for (int i = 0; i < words.Length; i++)
            {
                PennTag tag = words[i].Only;
                if (tag == PennTag.None)
                {
                    int count = TagFeatures.Single(words, i, last, previous, features);
                    table.Score(features[..count], scores);
                    PennTag early = Best(scores);
                    int margin = scores[(int)early] - Rival(scores, early);
                    table.Add(features[..TagFeatures.Joined(words, i, last, previous, features)], scores);
                    tag = Best(scores);
                    leads.Add((margin, tag == early));
                }

                previous = last;
                last = tag;
            }
        }

        leads.Sort((a, b) => b.Margin.CompareTo(a.Margin));
        long wrong = 0;
        int sure = 1 << 15;
        for (int i = 0; i < leads.Count; i++)
        {
            wrong += leads[i].Right ? 0 : 1;
            sure = wrong * 1_000_000 <= (i + 1L) * EarlyErrors ? Math.Max(1, leads[i].Margin) : sure;
        }

        return sure;
    }

    private static int Rival(ReadOnlySpan<int> scores, PennTag tag)
    {
        int rival = int.MinValue;
        for (int i = 1; i < PennTags.Count; i++)
        {
            rival = i != (int)tag ? Math.Max(rival, scores[i]) : rival;
        }

        return rival;
    }

    // The tag with the highest score; the first of equal ones.
    private static PennTag Best(ReadOnlySpan<int> scores) => (PennTag)(1 + LinearTable.Best(scores[1..PennTags.Count]));

    private static LinearTable Table(LinearWeights weights, int bits)
    {
        var writer = new WeightFileWriter();
        LinearTable.Write(writer, "scores", weights, bits, WeightLimit);
        return LinearTable.Read(WeightFile.Open(new MemoryStream(writer.ToArray())), "scores");
    }

    // Tags a sentence by all of the features.
    private static void Tag(LinearTable table, ReadOnlySpan<WordFacts> words, Span<PennTag> tags)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[256];
        scores = scores[..table.Stride];
        PennTag last = PennTag.None, previous = PennTag.None;
        for (int i = 0; i < words.Length; i++)
        {
            tags[i] = words[i].Only;
            if (tags[i] == PennTag.None)
            {
                table.Score(features[..TagFeatures.All(words, i, last, previous, features)], scores);
                tags[i] = Best(scores);
            }

            previous = last;
            last = tags[i];
        }
    }
}
