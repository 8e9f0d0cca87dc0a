namespace Diplomacy.Analysis.ML.Training;

/// <summary>An example for <see cref="MaximumEntropyTrainer"/>: its class and its hashed features.</summary>
/// <param name="Class">Number of the class, from 0.</param>
/// <param name="Features">Hashed features, each 0 or 1.</param>
internal sealed record SparseExample(int Class, uint[] Features);
