namespace Diplomacy.Analysis.Pipeline;

/// <summary>The layers of an analysis, in the order in which the stages write them.</summary>
[Flags]
public enum AnalysisLayers
{
    /// <summary>No layer.</summary>
    None = 0,

    /// <summary>Tokens.</summary>
    Tokens = 1,

    /// <summary>Sentences and paragraphs.</summary>
    Sentences = 2,

    /// <summary>Regions of the article: headline, dateline, boilerplate, turns.</summary>
    Regions = 4,

    /// <summary>Part-of-speech tags.</summary>
    Tags = 8,

    /// <summary>Entities with identity.</summary>
    Entities = 16,

    /// <summary>Quotations.</summary>
    Quotations = 32,

    /// <summary>Dependency trees, made on demand for the sentences that later stages ask for.</summary>
    Parse = 64,

    /// <summary>Attributions: source, cue, content.</summary>
    Attributions = 128,

    /// <summary>Resolved speakers of attributions.</summary>
    Speakers = 256,

    /// <summary>Claims.</summary>
    Claims = 512,

    /// <summary>Names with extent and type, found by the trained recogniser; the entity stage reads them.</summary>
    Names = 1024,

    /// <summary>Attributions as readers see them, revised by the learned finder. Made when they are first asked for; claims do not read them.</summary>
    ShownAttributions = 2048,
}
