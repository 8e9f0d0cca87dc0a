namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// How a sentence uses capitals. In "OFFICIALS REJECT TRUCE" or "Officials Reject Truce Offer" a capital tells nothing, in
/// "officials in paris" its absence tells nothing: the tagger reads shapes together with this.
/// </summary>
internal enum SentenceCase : byte
{
    /// <summary>Capitals mark names and the start.</summary>
    Mixed,

    /// <summary>Nearly all words are in capitals.</summary>
    Upper,

    /// <summary>Most words of any length begin with a capital, as in headlines.</summary>
    Title,

    /// <summary>No capital at all.</summary>
    Lower,
}
