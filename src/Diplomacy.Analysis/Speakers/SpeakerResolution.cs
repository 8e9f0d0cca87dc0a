namespace Diplomacy.Analysis.Speakers;

/// <summary>How a speaker was found.</summary>
public enum SpeakerResolution : byte
{
    /// <summary>Not found.</summary>
    None,

    /// <summary>By name.</summary>
    Named,

    /// <summary>By title or office.</summary>
    Title,

    /// <summary>By pronoun.</summary>
    Pronoun,

    /// <summary>By a seat or building that stands for a body.</summary>
    Metonym,

    /// <summary>By the article's metadata.</summary>
    Metadata,

    /// <summary>Carried on from a sentence before.</summary>
    Carried,
}
