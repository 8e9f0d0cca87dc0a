using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>The trained parts of the recogniser, as they stand in <c>entities.weights</c>. Immutable; any number of threads.</summary>
internal sealed class EntityModel
{
    private const int Lanes = 24;
    private const int Never = -(1 << 28);

    /// <summary>The class of the margins from 0 on; those below are negative.</summary>
    public const int ConfidenceZero = 16;

    private readonly int[] _transitions;
    private readonly HashSet<uint> _inner;
    private readonly HashSet<uint> _alone;
    private readonly byte[] _confidence;
    private readonly int _marginStep;

    private EntityModel(NarrowTable table, int[] transitions, NameTypes types, HashSet<uint> inner, HashSet<uint> alone, byte[] confidence, int marginStep, FeatureGroups groups)
    {
        Table = table;
        _transitions = transitions;
        Types = types;
        _inner = inner;
        _alone = alone;
        _confidence = confidence;
        _marginStep = marginStep;
        Groups = groups;
    }

    /// <summary>Feature to label scores.</summary>
    public NarrowTable Table { get; }

    /// <summary>The groups of features it was trained with; making others would be in vain.</summary>
    public FeatureGroups Groups { get; }

    /// <summary>Kinds of words.</summary>
    public NameTypes Types { get; }

    /// <summary>Score of going from one label to the next, in rows of 24; what the labels forbid is far below all others.</summary>
    public ReadOnlySpan<int> Transitions => _transitions;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be a model.</exception>
    public static EntityModel Read(WeightFile file)
    {
        NarrowTable table = NarrowTable.Read(file, "scores");
        WeightFile.Check(table.Classes == EntityLabel.Count, "the recogniser has another number of labels");
        ReadOnlySpan<short> moves = file.Int16s("moves");
        WeightFile.Check(moves.Length == EntityLabel.Count * EntityLabel.Count, "the recogniser has another number of transitions");
        int[] transitions = new int[EntityLabel.Count * Lanes];
        Array.Fill(transitions, Never);
        for (byte from = 0; from < EntityLabel.Count; from++)
        {
            for (byte to = 0; to < EntityLabel.Count; to++)
            {
                if (EntityLabel.MayFollow(from, to))
                {
                    transitions[(from * Lanes) + to] = moves[(from * EntityLabel.Count) + to];
                }
            }
        }

        ReadOnlySpan<int> groups = file.Int32s("groups");
        WeightFile.Check(groups.Length == 1 && (groups[0] & ~(int)FeatureGroups.All) == 0, "the recogniser wants features that are not known");
        ReadOnlySpan<int> step = file.Int32s("confidence.step");
        ReadOnlySpan<byte> confidence = file.Bytes("confidence.percent");
        WeightFile.Check(step.Length == 1 && step[0] > 0 && confidence.Length > 0, "the recogniser has no confidences");
        foreach (byte percent in confidence)
        {
            WeightFile.Check(percent <= 100, "a confidence is above 100 percent");
        }

        return new EntityModel(table, transitions, NameTypes.Read(file), [.. file.UInt32s("words.inner").ToArray()], [.. file.UInt32s("words.alone").ToArray()], confidence.ToArray(), step[0], (FeatureGroups)groups[0]);
    }

    /// <summary>Writes the parts beside <see cref="Table"/>, which <see cref="LinearTable.Write"/> puts under "scores".</summary>
    /// <param name="writer">The file to be.</param>
    /// <param name="moves">Transition scores in the units of the table, label by label.</param>
    /// <param name="inner">Hashes of lower-case words that stand in names beside capitalised words ("of").</param>
    /// <param name="alone">Hashes of lower-case words that are names without any capital near.</param>
    /// <param name="groups">The groups of features of the table.</param>
    /// <param name="marginStep">Width of a class of margins, in the units of the table.</param>
    /// <param name="percent">For each class of margins, how many names of a hundred are right.</param>
    public static void Write(WeightFileWriter writer, short[] moves, IEnumerable<uint> inner, IEnumerable<uint> alone, FeatureGroups groups, int marginStep, byte[] percent)
    {
        writer.Add("moves", moves);
        writer.Add("words.inner", inner.Order().ToArray());
        writer.Add("words.alone", alone.Order().ToArray());
        writer.Add("groups", [(int)groups]);
        writer.Add("confidence.step", [marginStep]);
        writer.Add("confidence.percent", percent);
    }

    /// <summary>Looks a word up in the lists of small words that may be in names.</summary>
    public void Classify(ref NameFacts word) => Classify(ref word, _inner, _alone);

    internal static void Classify(ref NameFacts word, HashSet<uint> inner, HashSet<uint> alone)
    {
        word.Inner = inner.Contains(word.Word);
        word.Alone = word.Case == NameShape.Lower && alone.Contains(word.Word);
    }

    /// <summary>Marks the candidates of a sentence (with edges, which this writes) whose words are classified; returns how many there are.</summary>
    public static int Mark(Span<NameFacts> sentence)
    {
        const int margin = EntityFeatures.Margin;
        sentence[..margin].Fill(EntityFeatures.Edge);
        sentence[^margin..].Fill(EntityFeatures.Edge);
        int found = 0;
        for (int i = margin; i < sentence.Length - margin; i++)
        {
            ref NameFacts word = ref sentence[i];
            word.Candidate = word.Upper
                || word.Alone
                || (word.Inner && (sentence[i - 1].Upper || sentence[i + 1].Upper || sentence[i - 2].Upper || sentence[i + 2].Upper));
            found += word.Candidate ? 1 : 0;
        }

        return found;
    }

    /// <summary>How sure a margin makes a name, 0..1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ConfidenceOf(int margin) => _confidence[Math.Clamp((margin / _marginStep) + ConfidenceZero, 0, _confidence.Length - 1)] * 0.01f;
}
