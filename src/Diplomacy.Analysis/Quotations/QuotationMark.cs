namespace Diplomacy.Analysis.Quotations;

/// <summary>
/// One mark as the pairing sees it: where it stands and what each reading of it would cost. Costs are small whole
/// numbers (ten for one plain error of the writer); the cheapest reading of all marks together wins.
/// </summary>
internal struct QuotationMark
{
    /// <summary>Index of the token.</summary>
    public int Token;

    /// <summary>Paragraph ends between the mark before and this one.</summary>
    public int Breaks;

    /// <summary>Index of the first token of the paragraph behind the nearest of those ends.</summary>
    public int ParagraphStart;

    /// <summary>Cost of reading it as opening.</summary>
    public byte Open;

    /// <summary>Cost of reading it as closing.</summary>
    public byte Close;

    /// <summary>Cost of reading it as no quotation mark: an apostrophe, inches, a stray character.</summary>
    public byte Skip;

    /// <summary>Cost, on top, of opening inside an open quotation of the same family.</summary>
    public byte Nest;

    /// <summary>Whether its paragraph starts with it.</summary>
    public bool LeadsParagraph;
}
