using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>The part of a text in which the content of one cue is sought: a sentence, or a sentence's part inside a quotation.</summary>
internal readonly ref struct Stretch
{
    public readonly PhraseGrammar Grammar;
    public readonly QuotationMap Quotations;
    public readonly ReadOnlySpan<CueCandidate> Candidates;
    public readonly int Index;
    public readonly int First;
    public readonly int End;

    public Stretch(in PhraseGrammar grammar, in QuotationMap quotations, ReadOnlySpan<CueCandidate> candidates, int index, int first, int end)
    {
        Grammar = grammar;
        Quotations = quotations;
        Candidates = candidates;
        Index = index;
        First = first;
        End = end;
    }

    public ref readonly CueCandidate Cue => ref Candidates[Index];

    /// <summary>The subject of a passive; <see cref="CueCandidate.Source"/> holds its agent.</summary>
    public TokenRange Patient => Cue.Patient;

    public bool OpensQuotation(int at) => at < Grammar.Tokens.Length && Grammar.IsQuote(at) && Quotations.OpeningAt(at) >= 0;

    /// <summary>Whether a quotation opens at <paramref name="at"/> or behind one comma or colon there.</summary>
    public bool OpensQuotationNear(int at, out int mark)
    {
        mark = at < End && (Grammar.IsComma(at) || Grammar.IsColon(at)) ? at + 1 : at;
        return mark < End && OpensQuotation(mark);
    }

    /// <summary>Whether <paramref name="token"/> stands in a quotation that this cue does not stand in.</summary>
    public bool IsInsideQuotation(int token)
    {
        int q = Quotations.Holding(token);
        return q >= 0 && !Quotations.Quotations[q].Inner.Contains(Cue.Head);
    }

    /// <summary>Whether a quotation closes right before the clause at <paramref name="clause"/>, a comma between allowed.</summary>
    public bool FollowsQuotation(int clause)
    {
        int mark = clause - 1;
        if (mark >= First && Grammar.IsComma(mark))
        {
            mark--;
        }

        // Not behind a short name in marks: "the “Open” party said".
        return mark >= 0 && Grammar.IsQuote(mark) && Quotations.ClosingAt(mark) is >= 0 and var q && (Quotations.Quotations[q].Kind == QuotationKind.Speech || Quotations.Quotations[q].Inner.Count > 2);
    }

    public bool ParticipleAt(int at)
    {
        for (int i = Index + 1; i < Candidates.Length && Candidates[i].Cue.First <= at + 1; i++)
        {
            if (Candidates[i].Shape == CueShape.Participle && Candidates[i].Cue.First >= at)
            {
                return true;
            }
        }

        return Grammar.Tags[at] == PennTag.VBG;
    }

    /// <summary>Where the words before this cue start: behind the content of the cue before it, else at the stretch's first token.</summary>
    public int LeftBorder()
    {
        int border = First;
        if (Index > 0 && Candidates[Index - 1].Done > border)
        {
            border = Candidates[Index - 1].Done;
        }

        while (border < End && (Grammar.IsComma(border) || Grammar.IsSemicolon(border)))
        {
            border++;
        }

        return border;
    }
}
