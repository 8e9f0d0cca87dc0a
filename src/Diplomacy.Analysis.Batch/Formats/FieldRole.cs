namespace Diplomacy.Analysis.Batch.Formats;

/// <summary>What a column or JSON property holds.</summary>
public enum FieldRole
{
    /// <summary>Nothing that the analysis reads.</summary>
    None,

    /// <summary>Identifier of the document.</summary>
    Id,

    /// <summary>Headline.</summary>
    Title,

    /// <summary>The body.</summary>
    Text,

    /// <summary>An abstract or lead; read where there is no body.</summary>
    Summary,

    /// <summary>Day of publication.</summary>
    Date,

    /// <summary>The medium or site.</summary>
    Source,

    /// <summary>Address on the web.</summary>
    Url,

    /// <summary>Language of the text.</summary>
    Language,

    /// <summary>Who wrote the article: tells a news export from a collection of statements, and is not read otherwise.</summary>
    Author,

    /// <summary>Section of the newspaper; not read.</summary>
    Section,

    /// <summary>The person whose words the text is.</summary>
    Speaker,

    /// <summary>The state the speaker acts for.</summary>
    SpeakerCountry,
}
