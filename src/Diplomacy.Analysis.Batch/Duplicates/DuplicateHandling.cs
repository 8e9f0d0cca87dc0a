namespace Diplomacy.Analysis.Batch.Duplicates;

/// <summary>What is done with articles that are copies of earlier ones, as newspapers print the same agency report.</summary>
public enum DuplicateHandling
{
    /// <summary>Nothing; they are not looked for.</summary>
    Ignore,

    /// <summary>They are analysed, and their claims say of which document it is a copy.</summary>
    Flag,

    /// <summary>They are not analysed: the claims stand once, and the copies are mentions of the document they belong to.</summary>
    Merge,
}
