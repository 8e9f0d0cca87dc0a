namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Counts what is read through it.</summary>
internal sealed class CountingStream(Stream inner, Action<int> read) : ForwardOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        read(count);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
