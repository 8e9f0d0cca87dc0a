namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>The window of one cue: a label a token, and the rows of the features of each token and of each step between two.</summary>
internal sealed record FrameExample(byte[] Labels, int[][] Emission, int[][] Transition);
