using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>A name that the recogniser found: extent and type, not yet who or what.</summary>
internal struct NameSpan
{
    /// <summary>The tokens of the name.</summary>
    public TokenRange Tokens;

    /// <summary>What kind of thing bears it.</summary>
    public EntityType Type;

    /// <summary>0..1: of names with this number, such a part had right extent and type on held-out data.</summary>
    public float Confidence;
}
