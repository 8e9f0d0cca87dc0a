using System.Buffers.Binary;
using System.Text.Unicode;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// Reads the strings of a section in order: <c>while (strings.TryRead(out ReadOnlySpan&lt;char&gt; text))</c>. What it gives is valid
/// until the next read.
/// </summary>
internal ref struct WeightStrings
{
    private readonly char[] _scratch = new char[256];
    private ReadOnlySpan<byte> _rest;

    public WeightStrings(ReadOnlySpan<byte> section) => _rest = section;

    /// <summary>The next string; false at the end.</summary>
    /// <exception cref="WeightFileException">The section is no list of strings of at most 255 UTF-8 bytes.</exception>
    public bool TryRead(out ReadOnlySpan<char> text)
    {
        text = default;
        if (_rest.IsEmpty)
        {
            return false;
        }

        WeightFile.Check(_rest.Length >= 2, "a list of strings is cut");
        int length = BinaryPrimitives.ReadUInt16LittleEndian(_rest);
        WeightFile.Check(length < _scratch.Length && length <= _rest.Length - 2, "a string is longer than its section");
        System.Buffers.OperationStatus status = Utf8.ToUtf16(_rest.Slice(2, length), _scratch, out _, out int written, replaceInvalidSequences: false);
        WeightFile.Check(status == System.Buffers.OperationStatus.Done, "a string is not UTF-8");
        _rest = _rest[(2 + length)..];
        text = _scratch.AsSpan(0, written);
        return true;
    }
}
