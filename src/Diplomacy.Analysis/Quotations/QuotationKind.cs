namespace Diplomacy.Analysis.Quotations;

/// <summary>What a pair of quotation marks is for.</summary>
public enum QuotationKind : byte
{
    /// <summary>Somebody's words: a clause or more.</summary>
    Speech,

    /// <summary>A few of somebody's words inside another's sentence ("called it “hasty and unfounded”").</summary>
    Fragment,

    /// <summary>Marks of distance or of a term ("so-called “volunteers”").</summary>
    Scare,

    /// <summary>The title of a work, event or theme.</summary>
    Title,
}
