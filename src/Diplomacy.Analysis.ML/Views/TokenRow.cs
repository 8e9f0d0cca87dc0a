namespace Diplomacy.Analysis.ML.Views;

/// <summary>A token as a row of an ML.NET data view.</summary>
public sealed class TokenRow
{
    /// <summary>Id of the document.</summary>
    public string DocId { get; set; } = "";

    /// <summary>Number of the sentence in the document, from 0.</summary>
    public int Sentence { get; set; }

    /// <summary>Index of the first UTF-16 code unit in the text.</summary>
    public int Start { get; set; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length { get; set; }

    /// <summary>The word as it stands in the text.</summary>
    public string Form { get; set; } = "";

    /// <summary>Its Penn tag, spelled as in the treebanks.</summary>
    public string Tag { get; set; } = "";
}
