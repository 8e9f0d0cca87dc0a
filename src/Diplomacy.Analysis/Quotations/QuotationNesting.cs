using System.Buffers;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Quotations;

/// <summary>Puts the quotations of all families into text order, makes them nest, and numbers depth and continuation.</summary>
internal static class QuotationNesting
{
    public static void Arrange(DocumentContext document)
    {
        Span<Quotation> all = document.Quotations.Span;
        all.Sort(static (a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First.CompareTo(b.Tokens.First) : b.Tokens.End.CompareTo(a.Tokens.End));
        int[] open = ArrayPool<int>.Shared.Rent(all.Length);
        int depth = 0;
        int count = 0;
        int unclosed = -1;
        for (int i = 0; i < all.Length; i++)
        {
            Quotation quotation = all[i];
            while (depth > 0 && all[open[depth - 1]].Tokens.End <= quotation.Tokens.First)
            {
                depth--;
            }

            bool kept = true;
            for (int before = 0; kept && depth > 0 && depth != before;)
            {
                before = depth;
                kept = Fit(ref all[open[depth - 1]], ref quotation, ref depth);
            }

            if (!kept)
            {
                continue;
            }

            quotation.Depth = depth;
            if (quotation.Continues == 0)
            {
                quotation.Continues = depth == 0 && unclosed >= 0 && quotation.Tokens.First - all[unclosed].Tokens.End is 0 or 1 ? unclosed : -1;
            }

            if (depth == 0)
            {
                unclosed = quotation.Closed ? -1 : count;
            }

            // Compacts in place: count never passes i.
            all[count] = quotation;
            open[depth++] = count++;
        }

        document.Quotations.Resize(count);
        ArrayPool<int>.Shared.Return(open);
    }

    /// <summary>Makes <paramref name="inner"/> end inside <paramref name="outer"/>, or cuts the one that has no closing mark; false drops it.</summary>
    private static bool Fit(ref Quotation outer, ref Quotation inner, ref int depth)
    {
        int limit = outer.Inner.End;
        if (inner.Tokens.First >= limit || inner.Tokens.First < outer.Inner.First)
        {
            return false;
        }

        if (inner.Tokens.End <= limit)
        {
            return true;
        }

        if (!inner.Closed)
        {
            inner.Tokens = new TokenRange(inner.Tokens.First, limit);
            inner.Inner = new TokenRange(inner.Inner.First, Math.Max(inner.Inner.First, limit));
            return inner.Tokens.Count > 1;
        }

        if (!outer.Closed && inner.Tokens.First > outer.Inner.First)
        {
            outer.Tokens = new TokenRange(outer.Tokens.First, inner.Tokens.First);
            outer.Inner = new TokenRange(outer.Inner.First, inner.Tokens.First);
            depth--;
            return true;
        }

        return false;
    }
}
