using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Training;

/// <summary>A sentence the tagger learns from.</summary>
/// <param name="Forms">The words.</param>
/// <param name="Tags">Their tags; <see cref="PennTag.None"/> where the corpus follows another convention and is not to teach.</param>
/// <param name="Gold">Whether the tags follow the convention we are measured by; others fill the dictionary with less weight.</param>
internal sealed record TaggerExample(string[] Forms, PennTag[] Tags, bool Gold);
