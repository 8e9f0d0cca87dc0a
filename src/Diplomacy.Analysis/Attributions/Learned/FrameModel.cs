using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>
/// The weights of the learned attribution finder: which words may head cues, the logistic score of a cue, and the chain model
/// that labels source, cue and content around it. Immutable; any number of threads.
/// </summary>
internal sealed class FrameModel
{
    /// <summary>Name of the model file.</summary>
    public const string FileName = "attributions";

    /// <summary>Number of labels.</summary>
    public const int Labels = 4;

    private FrameModel(LinearTable cue, LinearTable emission, LinearTable transition, HashSet<uint> heads, HashSet<uint> idle, FrameGroups groups, float add, float keep)
    {
        Cue = cue;
        Emission = emission;
        Transition = transition;
        Heads = heads;
        Idle = idle;
        Groups = groups;
        AddFrom = add;
        KeepFrom = keep;
    }

    /// <summary>One class: log odds of "heads a cue".</summary>
    public LinearTable Cue { get; }

    /// <summary>A class a <see cref="FrameLabel"/>.</summary>
    public LinearTable Emission { get; }

    /// <summary>Class <c>from * 4 + to</c>.</summary>
    public LinearTable Transition { get; }

    /// <summary>Hashes of the lower-case words that head cues in the training data.</summary>
    public HashSet<uint> Heads { get; }

    /// <summary>Hashes of the lower-case verbs that are frequent there and hardly ever head one: "is", "go".</summary>
    public HashSet<uint> Idle { get; }

    /// <summary>The features it was trained with.</summary>
    public FrameGroups Groups { get; }

    /// <summary>A cue that no rule found counts from this probability on; chosen on held-out articles.</summary>
    public float AddFrom { get; }

    /// <summary>An attribution of the rules is shown from this probability on; chosen on held-out articles.</summary>
    public float KeepFrom { get; }

    /// <summary>The same weights with other thresholds.</summary>
    public FrameModel With(float addFrom, float keepFrom) => new(Cue, Emission, Transition, Heads, Idle, Groups, addFrom, keepFrom);

    /// <summary>Reads what the trainer wrote.</summary>
    /// <exception cref="WeightFileException">A section is missing, or its content cannot be such a model.</exception>
    public static FrameModel Read(WeightFile file)
    {
        LinearTable cue = LinearTable.Read(file, "cue");
        LinearTable emission = LinearTable.Read(file, "emission");
        LinearTable transition = LinearTable.Read(file, "transition");
        WeightFile.Check(cue.Classes == 1 && emission.Classes == Labels && transition.Classes == Labels * Labels, "the attribution tables have the wrong number of classes");
        ReadOnlySpan<float> thresholds = file.Singles("thresholds");
        WeightFile.Check(thresholds.Length == 2 && thresholds[0] is >= 0 and <= 1 && thresholds[1] is >= 0 and <= 1, "the attribution thresholds are no probabilities");
        ReadOnlySpan<int> groups = file.Int32s("groups");
        WeightFile.Check(groups.Length == 1 && (groups[0] & ~15) == 0, "the attribution model claims features that are not known");
        return new FrameModel(cue, emission, transition, SetOf(file.UInt32s("heads")), SetOf(file.UInt32s("idle")), (FrameGroups)groups[0], thresholds[0], thresholds[1]);
    }

    private static HashSet<uint> SetOf(ReadOnlySpan<uint> words)
    {
        var set = new HashSet<uint>(words.Length);
        foreach (uint word in words)
        {
            set.Add(word);
        }

        return set;
    }
}
