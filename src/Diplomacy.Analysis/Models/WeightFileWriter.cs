using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// Collects sections and writes them as a weight file; the same sections in the same order give the same bytes.
/// <code>
/// var writer = new WeightFileWriter();
/// writer.Add("lexicon.words", words);              // strings of at most 255 UTF-8 bytes
/// LinearTable.Write(writer, "scores", classes, rows, bits: 8);
/// writer.Save(stream);
/// </code>
/// </summary>
internal sealed class WeightFileWriter
{
    private readonly List<(string Name, WeightKind Kind, byte[] Data)> _sections = [];

    public void Add(string name, ReadOnlySpan<byte> values) => Add(name, WeightKind.Byte, values.ToArray());

    public void Add(string name, ReadOnlySpan<sbyte> values) => Add(name, WeightKind.SByte, MemoryMarshal.AsBytes(values).ToArray());

    public void Add(string name, ReadOnlySpan<short> values)
    {
        byte[] data = new byte[values.Length * 2];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(i * 2), values[i]);
        }

        Add(name, WeightKind.Int16, data);
    }

    public void Add(string name, ReadOnlySpan<int> values) => Add(name, WeightKind.Int32, Words(values));

    public void Add(string name, ReadOnlySpan<uint> values) => Add(name, WeightKind.UInt32, Words(MemoryMarshal.Cast<uint, int>(values)));

    public void Add(string name, ReadOnlySpan<float> values) => Add(name, WeightKind.Single, Words(MemoryMarshal.Cast<float, int>(values)));

    public void Add(string name, IEnumerable<string> values)
    {
        var data = new MemoryStream();
        foreach (string value in values)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            if (bytes.Length > 255)
            {
                throw new ArgumentException($"A string of section '{name}' has {bytes.Length} UTF-8 bytes; 255 are the most.", nameof(values));
            }

            data.WriteByte((byte)bytes.Length);
            data.WriteByte(0);
            data.Write(bytes);
        }

        Add(name, WeightKind.Strings, data.ToArray());
    }

    /// <summary>A writer with the same sections, to add others to.</summary>
    public WeightFileWriter Copy()
    {
        var copy = new WeightFileWriter();
        copy._sections.AddRange(_sections);
        return copy;
    }

    /// <summary>Writes the file.</summary>
    public void Save(Stream stream) => stream.Write(ToArray());

    /// <summary>The file as bytes.</summary>
    public byte[] ToArray()
    {
        int directory = WeightFile.HeaderSize + (_sections.Count * WeightFile.EntrySize);
        long length = directory;
        foreach ((_, _, byte[] data) in _sections)
        {
            length = Align(length) + data.Length;
        }

        if (length > WeightFile.LongestFile)
        {
            throw new InvalidOperationException($"The weight file would have {length} bytes; {WeightFile.LongestFile} are the most. Prune the model.");
        }

        byte[] file = new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(file, WeightFile.Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(4), WeightFile.Version);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(6), (ushort)_sections.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), (uint)length);
        long offset = directory;
        for (int i = 0; i < _sections.Count; i++)
        {
            (string name, WeightKind kind, byte[] data) = _sections[i];
            Span<byte> entry = file.AsSpan(WeightFile.HeaderSize + (i * WeightFile.EntrySize), WeightFile.EntrySize);
            offset = Align(offset);
            Encoding.ASCII.GetBytes(name, entry);
            entry[WeightFile.NameSize] = (byte)kind;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[(WeightFile.NameSize + 4)..], (uint)offset);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[(WeightFile.NameSize + 8)..], (uint)(data.Length / WeightFile.SizeOf(kind)));
            data.CopyTo(file, offset);
            offset += data.Length;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(16), WeightFile.Hash(file));
        return file;
    }

    private static long Align(long offset) => (offset + WeightFile.Alignment - 1) & ~(WeightFile.Alignment - 1L);

    private static byte[] Words(ReadOnlySpan<int> values)
    {
        byte[] data = new byte[values.Length * 4];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(i * 4), values[i]);
        }

        return data;
    }

    private void Add(string name, WeightKind kind, byte[] data)
    {
        if (name.Length is 0 or > WeightFile.NameSize || name.AsSpan().ContainsAnyExceptInRange('!', '~') || _sections.Exists(s => s.Name == name))
        {
            throw new ArgumentException($"'{name}' cannot name a section: 1 to {WeightFile.NameSize} printable ASCII characters, no blank, each name once.", nameof(name));
        }

        _sections.Add((name, kind, data));
    }
}
