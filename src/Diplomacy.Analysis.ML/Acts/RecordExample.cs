using Diplomacy.Analysis.Claims.Learned;

namespace Diplomacy.Analysis.ML.Acts;

/// <summary>A record of the pipeline, held against the labels.</summary>
/// <param name="Passage">Number of the passage.</param>
/// <param name="Features">What the model of records is given.</param>
/// <param name="Outcome">0: no claim was marked there; 1: one was, but something is wrong; 2: act, speaker, country and addressees are right.</param>
/// <param name="Right">For each <see cref="RecordField"/> whether it is right; empty where no claim was marked.</param>
internal sealed record RecordExample(int Passage, uint[] Features, int Outcome, bool[] Right);
