namespace Diplomacy.Analysis.Quotations;

/// <summary>Marks that pair with each other; families nest in one another freely.</summary>
internal enum QuotationFamily : byte
{
    /// <summary>Not a quotation mark.</summary>
    None,

    /// <summary>Straight, curly, low and typewritten double marks.</summary>
    Double,

    /// <summary>Straight, curly and low single marks; also every apostrophe that is a token.</summary>
    Single,

    /// <summary>Guillemets, either way round.</summary>
    Guillemet,

    /// <summary>East Asian corner marks.</summary>
    Corner,
}
