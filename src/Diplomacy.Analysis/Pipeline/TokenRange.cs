namespace Diplomacy.Analysis.Pipeline;

/// <summary>A half-open run of token indices, <c>[First, End)</c>.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index just behind the last token.</param>
public readonly record struct TokenRange(int First, int End)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - First;

    /// <summary>Whether the range holds no token.</summary>
    public bool IsEmpty => End <= First;

    /// <summary>Whether token <paramref name="index"/> is in the range.</summary>
    public bool Contains(int index) => First <= index && index < End;

    /// <summary>Whether the two ranges share a token.</summary>
    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;
}
