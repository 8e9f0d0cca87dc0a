namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>What the learned models of the claim stage look at in a word.</summary>
internal readonly struct FeatureWord(int length, uint word, uint stem, int cluster)
{
    /// <summary>Hash of the word in small letters.</summary>
    public readonly uint Word = word;

    /// <summary>Hash of its beginning.</summary>
    public readonly uint Stem = stem;

    /// <summary>Its cluster; 0 where unknown.</summary>
    public readonly int Cluster = cluster;

    /// <summary>Number of code units of the form as it stands; 0 where nothing was read.</summary>
    public readonly int Length = length;
}
