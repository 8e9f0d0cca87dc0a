namespace Diplomacy.Analysis.Claims;

/// <summary>A noun or predicative adjective that names an act of speech ("rejection", "concerned").</summary>
/// <param name="Act">The finer act.</param>
/// <param name="Family">Its family.</param>
/// <param name="Ladder">The ladder of force it stands on, or empty.</param>
/// <param name="Rung">Its rung, 0 where there is no ladder.</param>
internal sealed record CueNoun(string Act, ActFamily Family, string Ladder, int Rung);
