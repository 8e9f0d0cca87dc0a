namespace Diplomacy.Analysis.Batch.Offsets;

/// <summary>
/// Turns UTF-16 offsets of one text into another unit. A lone surrogate counts as one code point and three bytes, which
/// is what its replacement character takes. Immutable once made; safe for any number of threads.
/// </summary>
public sealed class OffsetMap
{
    // A checkpoint each 256 code units: a query scans 128 on average, and the table takes 1.6 % of the text's memory.
    private const int Shift = 8;

    private readonly MarkupMap? _markup;
    private readonly OffsetMap? _source;
    private readonly string _text;
    private readonly int[]? _checkpoints;

    /// <summary>Prepares the map of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public OffsetMap(string text, OffsetUnit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        Unit = unit;
        int firstWide = unit == OffsetUnit.Utf16 ? -1 : text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        if (firstWide < 0)
        {
            return;
        }

        _checkpoints = new int[(text.Length >> Shift) + 1];
        int units = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if ((i & ((1 << Shift) - 1)) == 0)
            {
                _checkpoints[i >> Shift] = units;
            }

            units += Width(i);
        }

        if ((text.Length & ((1 << Shift) - 1)) == 0)
        {
            _checkpoints[text.Length >> Shift] = units;
        }
    }

    /// <summary>Prepares the map of a text that was taken out of markup: offsets count in the markup as the export holds it.</summary>
    internal OffsetMap(MarkupMap markup, OffsetUnit unit)
        : this("", unit)
    {
        _markup = markup;
        _source = new OffsetMap(markup.Source, unit);
    }

    /// <summary>What the converted offsets count.</summary>
    public OffsetUnit Unit { get; }

    /// <summary>
    /// The offset in <see cref="Unit"/> of the UTF-16 offset <paramref name="index"/>, 0 up to the text's length. Inside
    /// a surrogate pair it is the offset behind the pair.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> lies outside the text.</exception>
    public int Convert(int index)
    {
        if (_markup is not null)
        {
            return _source!.Convert(_markup.SourceStart(index));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, _text.Length);
        if (_checkpoints is null)
        {
            return index;
        }

        int block = index >> Shift;
        int units = _checkpoints[block];
        for (int i = block << Shift; i < index; i++)
        {
            units += Width(i);
        }

        return units;
    }

    /// <summary>The offset of the exclusive end of a span. The same as <see cref="Convert"/> but where markup was taken out of the text: there it is the end of the last character, not the start of what follows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> lies outside the text.</exception>
    public int ConvertEnd(int index) => _markup is null || index == 0 ? Convert(index) : _source!.Convert(_markup.SourceEnd(index));

    // The first half of a pair carries the width of both, so that a pair never counts twice.
    private int Width(int index)
    {
        char c = _text[index];
        bool bytes = Unit == OffsetUnit.Utf8;
        if (c < '\u0080' || !bytes && !char.IsSurrogate(c))
        {
            return 1;
        }

        if (!char.IsSurrogate(c))
        {
            return c < '\u0800' ? 2 : 3;
        }

        if (char.IsLowSurrogate(c) && index > 0 && char.IsHighSurrogate(_text[index - 1]))
        {
            return 0;
        }

        bool pair = char.IsHighSurrogate(c) && index + 1 < _text.Length && char.IsLowSurrogate(_text[index + 1]);
        return !bytes ? 1 : pair ? 4 : 3;
    }
}
