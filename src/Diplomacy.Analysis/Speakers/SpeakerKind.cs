namespace Diplomacy.Analysis.Speakers;

/// <summary>What a speaker is.</summary>
public enum SpeakerKind : byte
{
    /// <summary>Not to be told.</summary>
    Unknown,

    /// <summary>A single person.</summary>
    Person,

    /// <summary>A state or its government.</summary>
    State,

    /// <summary>A ministry, party, company, international organisation.</summary>
    Organization,

    /// <summary>Several or unnamed people ("officials", "protesters").</summary>
    Group,

    /// <summary>A report, resolution, treaty.</summary>
    Document,
}
