using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Speakers;

/// <summary>One of the speakers of an attribution, resolved ("Wang Yi" of "Wang Yi and Sergei Lavrov").</summary>
internal struct SpeakerPart
{
    /// <summary>Name of the person or body, or null.</summary>
    public string? Name;

    /// <summary>Office, or null.</summary>
    public string? Office;

    /// <summary>Code of the state or organisation, or null.</summary>
    public string? Country;

    /// <summary>What the speaker is.</summary>
    public SpeakerKind Kind;

    /// <summary>How the speaker was found.</summary>
    public SpeakerResolution Resolution;

    /// <summary>Class of the office, for "her counterpart" and "the minister".</summary>
    public OfficeClass Class;

    /// <summary>Number of the person in the document, or -1.</summary>
    public int Person;

    /// <summary>'m', 'f' or '\0'.</summary>
    public char Gender;

    /// <summary>The words that mean this speaker.</summary>
    public TokenRange Mention;

    /// <summary>0..1.</summary>
    public float Confidence;
}
