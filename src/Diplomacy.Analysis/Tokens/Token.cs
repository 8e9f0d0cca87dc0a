using System.Runtime.InteropServices;

namespace Diplomacy.Analysis.Tokens;

/// <summary>
/// One token of the shared token array. Tokens never overlap and stand in text order; what lies between them is white
/// space, so the text can always be rebuilt.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct Token
{
    /// <summary>Index of the first UTF-16 code unit in the source.</summary>
    public int Start;

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length;

    /// <summary>Id of the exact form in the analyzer's vocabulary; 0 where the form is unknown.</summary>
    public int Lexeme;

    /// <summary>Id of the lower-case form in the analyzer's vocabulary; 0 where that form is unknown.</summary>
    public int Lower;

    /// <summary>Stable hash of the exact form (see <see cref="Lexicons.StableHash"/>).</summary>
    public uint Hash;

    /// <summary>Index of the sentence that holds the token.</summary>
    public int Sentence;

    /// <summary>Facts about letters and place.</summary>
    public TokenTraits Traits;

    /// <summary>What the token is made of.</summary>
    public TokenKind Kind;

    /// <summary>Index just behind the last code unit (exclusive).</summary>
    public readonly int End => Start + Length;

    /// <summary>The token's place in the source.</summary>
    public readonly TextSpan Span => new(Start, Length);

    /// <summary>Whether <paramref name="trait"/> is set.</summary>
    public readonly bool Is(TokenTraits trait) => (Traits & trait) != 0;
}
