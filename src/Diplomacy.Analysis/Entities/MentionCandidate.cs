using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Entities;

/// <summary>
/// A span that names something, before it is known who or what that is. The seam between finding names and linking them:
/// rules, lexicons and a learned recogniser all write these, the linker reads them and does not ask where they come from.
/// </summary>
internal struct MentionCandidate
{
    /// <summary>The tokens of the name, without title.</summary>
    public TokenRange Tokens;

    /// <summary>What is named.</summary>
    public EntityType Type;

    /// <summary>The lexicon's entry of exactly this span, or null.</summary>
    public NameEntry? Entry;

    /// <summary>Who or what it is where that is known already (a body made from a pattern), or null.</summary>
    public EntityIdentity? Identity;

    /// <summary>0..1, how sure the finder is of extent and type.</summary>
    public float Confidence;

    /// <summary>Gender told by an honorific before it, or '\0'.</summary>
    public char Gender;

    /// <summary>Number of the person in this document, or -1. Written by the linker.</summary>
    public int Person;
}
