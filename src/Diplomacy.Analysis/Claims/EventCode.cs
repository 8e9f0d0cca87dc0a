namespace Diplomacy.Analysis.Claims;

/// <summary>The codes of one kind of event.</summary>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="PloverEvent">PLOVER 2.0 event, or null.</param>
/// <param name="PloverMode">PLOVER 2.0 mode, or null.</param>
/// <param name="Quad">One of the four classes.</param>
/// <param name="Goldstein">Score of the CAMEO code, GDELT lineage, or null.</param>
internal sealed record EventCode(string Cameo, string? PloverEvent, string? PloverMode, QuadClass Quad, double? Goldstein);
