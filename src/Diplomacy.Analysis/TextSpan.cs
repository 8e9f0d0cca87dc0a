namespace Diplomacy.Analysis;

/// <summary>
/// A half-open stretch of the source text, <c>[Start, Start + Length)</c>, counted in UTF-16 code units of the
/// untouched source string: <c>text.Substring(span.Start, span.Length)</c> is always what the library says it is.
/// </summary>
/// <param name="Start">Index of the first UTF-16 code unit, zero-based.</param>
/// <param name="Length">Number of UTF-16 code units, zero or more.</param>
public readonly record struct TextSpan(int Start, int Length) : IComparable<TextSpan>
{
    /// <summary>Index just behind the last code unit (exclusive).</summary>
    public int End => Start + Length;

    /// <summary>Whether the span covers no text.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Makes a span from its two ends; <paramref name="end"/> is exclusive.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The covered part of <paramref name="text"/>, without copying.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the text.</exception>
    public ReadOnlySpan<char> Slice(string text) => text.AsSpan(Start, Length);

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Orders by start, then by length.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : Length.CompareTo(other.Length);

    /// <summary>Whether the left span stands before the right one.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left span stands behind the right one.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left span stands before the right one or equals it.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left span stands behind the right one or equals it.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
