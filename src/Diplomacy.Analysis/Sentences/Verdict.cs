namespace Diplomacy.Analysis.Sentences;

/// <summary>What the rules say of the gap before a token.</summary>
[Flags]
internal enum Verdict : byte
{
    /// <summary>No sentence starts here, as far as they see; the model may know better.</summary>
    None = 0,

    /// <summary>A sentence starts here.</summary>
    Start = 1,

    /// <summary>The construction settles it; the model is not asked.</summary>
    Firm = 2,
}
