using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Regions;

/// <summary>Tokens that belong to a region other than the body. Marks stand in text order and do not overlap.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Region">What they are.</param>
internal readonly record struct RegionMark(TokenRange Tokens, RegionKind Region);
