using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Attributions;

/// <summary>An attribution as readers see it. Spans are slices of <see cref="DocumentContext.Ranges"/>.</summary>
internal struct ShownAttribution
{
    /// <summary>Its number: the index in <see cref="DocumentContext.Attributions"/>, which has its speaker and what claims read.</summary>
    public int Number;

    /// <summary>The source's ranges; empty where no source is given.</summary>
    public TokenRange Source;

    /// <summary>The cue's ranges.</summary>
    public TokenRange Cue;

    /// <summary>The content's ranges.</summary>
    public TokenRange Content;

    /// <summary>How the words are given.</summary>
    public SpeechForm Form;

    /// <summary>How likely it is an attribution, 0..1.</summary>
    public float Confidence;

    /// <summary>Where it stands: its cue's head or, without a cue, the first token of its content. Sorts the list.</summary>
    public int Place;
}
