namespace Diplomacy.Analysis;

/// <summary>
/// A text with what is known about it. Only <see cref="Text"/> is needed; every other member sharpens the result.
/// The text is never trimmed, normalised or re-encoded: all offsets of the results refer to it as given.
/// </summary>
public sealed record Article
{
    /// <summary>The body as it came from the source. Any string is allowed, also empty ones and lone surrogates.</summary>
    public required string Text { get; init; }

    /// <summary>Identifier of the document in its corpus; empty where there is none. Part of the claim's hash.</summary>
    public string Id { get; init; } = "";

    /// <summary>The headline, or null. Never a source of claims.</summary>
    public string? Title { get; init; }

    /// <summary>The medium or site, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Where the article stands on the web, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Day of publication, or null. Decides which office holder a bare title means.</summary>
    public DateOnly? PublishedAt { get; init; }

    /// <summary>
    /// The person whose own words the text is, or null. With a speaker the text is a first-person statement or a
    /// transcript, and what the speaker asserts in his own voice is a claim too.
    /// </summary>
    public string? Speaker { get; init; }

    /// <summary>
    /// ISO 3166 alpha-3 code (or an organisation's acronym) of the state the speaker acts for, or null. A country
    /// without a <see cref="Speaker"/> means a statement by that state's delegate, as in United Nations debates.
    /// </summary>
    public string? SpeakerCountry { get; init; }

    /// <summary>BCP 47 code of the language, or null where it is not known. Only English texts are analysed.</summary>
    public string? Language { get; init; }
}
