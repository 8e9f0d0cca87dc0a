using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Entities;

/// <summary>One mention of an entity in the text.</summary>
public struct EntityMention
{
    /// <summary>The tokens of the name, without title ("Wang Yi" in "Foreign Minister Wang Yi").</summary>
    public TokenRange Tokens;

    /// <summary>What is named.</summary>
    public EntityType Type;

    /// <summary>Who or what it is; null where only the type is known.</summary>
    public EntityIdentity? Identity;

    /// <summary>Number of the coreference chain in this document; mentions of one entity share it. -1 where none.</summary>
    public int Chain;

    /// <summary>0..1, how sure the stage is of type and extent.</summary>
    public float Confidence;
}
