namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>Arrays for the values of one batch, handed out in order and taken again by the next batch.</summary>
internal sealed class Tape
{
    private readonly List<float[]> _arrays = [];
    private int _used;

    /// <summary>A zeroed stretch of at least <paramref name="length"/> numbers, valid until <see cref="Rewind"/>.</summary>
    public float[] Take(int length)
    {
        if (_used == _arrays.Count)
        {
            _arrays.Add([]);
        }

        if (_arrays[_used].Length < length)
        {
            _arrays[_used] = new float[length + (length / 4)];
        }

        float[] array = _arrays[_used++];
        Array.Clear(array, 0, length);
        return array;
    }

    public void Rewind() => _used = 0;
}
