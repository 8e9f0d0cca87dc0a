namespace Diplomacy.Analysis.ML.Names;

/// <summary>What a state is called.</summary>
/// <param name="Code">ISO 3166 alpha-3.</param>
/// <param name="Name">Its name.</param>
/// <param name="Adjective">"Norwegian".</param>
/// <param name="People">"Norwegians".</param>
/// <param name="Capital">Its capital.</param>
/// <param name="Forms">What else it and what is of it are called.</param>
internal sealed record StateNames(string Code, string Name, string Adjective, string People, string Capital, string[] Forms);
