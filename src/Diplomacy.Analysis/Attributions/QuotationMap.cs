using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;

namespace Diplomacy.Analysis.Attributions;

/// <summary>Answers which quotation holds a token. Quotations stand in the order of their first tokens.</summary>
internal readonly ref struct QuotationMap
{
    private const int DeepestNesting = 8;

    public readonly ReadOnlySpan<Quotation> Quotations;

    public QuotationMap(DocumentContext document) => Quotations = document.Quotations.Span;

    /// <summary>The innermost quotation of somebody's words whose inside holds token <paramref name="token"/>, or -1.</summary>
    public int Holding(int token)
    {
        int at = LastStartingAtOrBefore(token);
        for (int tries = 0; at >= 0 && tries < DeepestNesting; at--, tries++)
        {
            if (Quotations[at].Inner.Contains(token) && Quotations[at].Kind is QuotationKind.Speech or QuotationKind.Fragment)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The innermost quotation of whole clauses whose inside holds token <paramref name="token"/>, or -1.</summary>
    public int SpeechHolding(int token)
    {
        int at = LastStartingAtOrBefore(token);
        for (int tries = 0; at >= 0 && tries < DeepestNesting; at--, tries++)
        {
            if (Quotations[at].Inner.Contains(token) && Quotations[at].Kind == QuotationKind.Speech)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The innermost quotation of any kind that holds token <paramref name="token"/>, marks included, or -1.</summary>
    public int Around(int token)
    {
        int at = LastStartingAtOrBefore(token);
        for (int tries = 0; at >= 0 && tries < DeepestNesting; at--, tries++)
        {
            if (Quotations[at].Tokens.Contains(token))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The quotation whose opening mark is token <paramref name="token"/>, or -1.</summary>
    public int OpeningAt(int token)
    {
        int at = LastStartingAtOrBefore(token);
        return at >= 0 && Quotations[at].Tokens.First == token && Quotations[at].Kind is QuotationKind.Speech or QuotationKind.Fragment ? at : -1;
    }

    /// <summary>The outermost quotation whose last token is <paramref name="token"/>, or -1.</summary>
    public int ClosingAt(int token)
    {
        int at = LastStartingAtOrBefore(token);
        int found = -1;
        for (int tries = 0; at >= 0 && tries < DeepestNesting; at--, tries++)
        {
            if (Quotations[at].Closed && Quotations[at].Tokens.End == token + 1)
            {
                found = at;
            }
        }

        return found;
    }

    /// <summary>Index of the first quotation that starts at or behind <paramref name="token"/>; their number where there is none.</summary>
    public int FirstStartingAt(int token) => LastStartingAtOrBefore(token - 1) + 1;

    private int LastStartingAtOrBefore(int token)
    {
        int low = 0;
        int high = Quotations.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if (Quotations[middle].Tokens.First <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}
