using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Quotations;

/// <summary>A text in quotation marks: one opening mark, its closing mark or the place where it must have ended.</summary>
public struct Quotation
{
    /// <summary>The tokens from the opening mark to the closing one, both included where they exist.</summary>
    public TokenRange Tokens;

    /// <summary>The tokens between the marks.</summary>
    public TokenRange Inner;

    /// <summary>Depth of nesting; 0 for an outermost quotation.</summary>
    public int Depth;

    /// <summary>Index of the quotation of the paragraph before that this one continues, or -1.</summary>
    public int Continues;

    /// <summary>What the marks are for.</summary>
    public QuotationKind Kind;

    /// <summary>Whether a closing mark was found.</summary>
    public bool Closed;
}
