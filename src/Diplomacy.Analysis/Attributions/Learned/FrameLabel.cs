namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>What a token is to a given cue.</summary>
internal enum FrameLabel : byte
{
    /// <summary>Nothing.</summary>
    Outside,

    /// <summary>Part of who speaks.</summary>
    Source,

    /// <summary>Part of the cue.</summary>
    Cue,

    /// <summary>Part of what is said.</summary>
    Content,
}
