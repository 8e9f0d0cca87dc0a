namespace Diplomacy.Analysis.Attributions;

/// <summary>How the words are given.</summary>
public enum SpeechForm : byte
{
    /// <summary>Paraphrased.</summary>
    Indirect,

    /// <summary>Partly in the speaker's own words.</summary>
    Mixed,

    /// <summary>All of it the speaker's own words, in quotation marks or in a first-person text.</summary>
    Direct,
}
