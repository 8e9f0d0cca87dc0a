using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Speakers;

/// <summary>Working memory of the speaker stage for one document; lives with the context and is reused.</summary>
internal sealed class SpeakerWorkspace
{
    /// <summary>The resolved parts of all attributions, one after the other.</summary>
    public Buffer<SpeakerPart> Parts { get; } = new();

    /// <summary>For each attribution its slice of <see cref="Parts"/>.</summary>
    public Buffer<TokenRange> PartsOf { get; } = new();

    /// <summary>How many of <see cref="PartsOf"/> stand before the attribution at hand.</summary>
    public int Resolved { get; set; }

    /// <summary>The speakers that the metadata names; empty where there are none.</summary>
    public Buffer<SpeakerPart> Own { get; } = new(4);

    /// <summary>The state whose affairs the article tells, or null.</summary>
    public string? Home { get; set; }

    /// <summary>Number of the turn whose speaker was looked for last, counted from 1; 0 before the first.</summary>
    public int Turn { get; set; }

    /// <summary>The speaker of <see cref="Turn"/>; without a name where there is none or more than one.</summary>
    public SpeakerPart TurnSpeaker { get; set; }

    /// <summary>How often each entity of the document was counted for <see cref="Home"/>, by chain.</summary>
    public Dictionary<int, int> MentionsOf { get; } = [];

    /// <summary>Starts a new document.</summary>
    public void Clear()
    {
        Parts.Clear();
        PartsOf.Clear();
        Own.Clear();
        Resolved = 0;
        MentionsOf.Clear();
        Turn = 0;
        TurnSpeaker = default;
        Home = null;
    }
}
