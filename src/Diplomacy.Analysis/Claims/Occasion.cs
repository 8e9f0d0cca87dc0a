namespace Diplomacy.Analysis.Claims;

/// <summary>When and where words were said, as far as the text tells.</summary>
internal struct Occasion
{
    /// <summary>The day, or null.</summary>
    public DateOnly? Date;

    /// <summary>The place's tokens; empty where unknown.</summary>
    public Pipeline.TokenRange Place;

    /// <summary>The event or institution's tokens; empty where unknown.</summary>
    public Pipeline.TokenRange Venue;
}
