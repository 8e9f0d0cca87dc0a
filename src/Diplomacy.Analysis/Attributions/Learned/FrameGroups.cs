namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>Groups of features of the learned attribution finder, for ablations; words, tags and entities are always read.</summary>
[Flags]
internal enum FrameGroups
{
    /// <summary>Words, tags and entities alone.</summary>
    None = 0,

    /// <summary>The dependency tree of the cue's sentence. Without it no sentence is parsed.</summary>
    Tree = 1,

    /// <summary>Clusters of words.</summary>
    Clusters = 2,

    /// <summary>Quotations: which one holds a token, and how it stands to the cue.</summary>
    Quotations = 4,

    /// <summary>What the rules made of the same cue and of the sentence.</summary>
    Rules = 8,
}
