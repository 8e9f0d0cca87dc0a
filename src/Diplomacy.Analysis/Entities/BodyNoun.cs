namespace Diplomacy.Analysis.Entities;

/// <summary>A common noun for a body or for people of a state.</summary>
/// <param name="Kind">Column <c>kind</c> of <c>body_nouns.tsv</c> ("government", "military").</param>
/// <param name="Body">Name of the body without its state ("Armed Forces"); empty where the text's words are kept.</param>
internal sealed record BodyNoun(string Kind, string Body);
