using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Claims.Learned;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>A draft of the pipeline with the label of the claim it is part of.</summary>
/// <param name="Passage">Number of the passage.</param>
/// <param name="Row">What the pipeline knew.</param>
/// <param name="Act">The annotator's family.</param>
/// <param name="Stance">The annotator's stance.</param>
internal sealed record ActExample(int Passage, DraftRow Row, ActFamily Act, int Stance);
