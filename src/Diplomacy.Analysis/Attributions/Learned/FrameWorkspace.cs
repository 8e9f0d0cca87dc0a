namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>What the learned finder keeps from document to document.</summary>
internal sealed class FrameWorkspace
{
    public FrameDocument Document { get; } = new();

    public FrameWindow Window { get; } = new();

    public FrameDecoder Decoder { get; } = new();
}
