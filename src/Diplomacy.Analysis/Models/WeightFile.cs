using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// A file of trained weights: named sections of numbers or strings behind a directory. Read whole into memory, checked once
/// (magic, version, length, hash, every section in its place), then handed out as spans without a copy.
/// <code>
/// WeightFile file = WeightFile.Open(stream);                      // or resources.Models.Open("tagger")
/// ReadOnlySpan&lt;uint&gt; keys = file.UInt32s("lexicon.keys");       // WeightFileException where it is missing or of another kind
/// LinearTable table = LinearTable.Read(file, "scores");
/// </code>
/// Sections guarantee only their kind and length. What a reader takes as an index or an offset it must check itself
/// (<see cref="Check(bool, string)"/>), for a hostile file can have a right hash.
/// </summary>
/// <remarks>
/// Layout, little-endian: "DAWF", version u16, section count u16, file length u32, zero u32, hash u64 over all that follows and
/// over the first 16 bytes (as <c>hash(tail) ^ hash(head)</c>); then for each section 24 bytes of ASCII name, kind u8, three zero
/// bytes, offset u32, count u32; then the sections in the order of the directory, each aligned to 16 bytes.
/// </remarks>
internal sealed class WeightFile
{
    internal const uint Magic = 0x46574144;
    internal const ushort Version = 1;
    internal const int HeaderSize = 24;
    internal const int EntrySize = 36;
    internal const int NameSize = 24;
    internal const int Alignment = 16;

    /// <summary>No model of ours comes near; a header that claims more is a lie.</summary>
    internal const int LongestFile = 1 << 28;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, (WeightKind Kind, int Offset, int Count)> _sections = new(StringComparer.Ordinal);

    private WeightFile(byte[] bytes) => _bytes = bytes;

    /// <summary>Names of the sections, in file order.</summary>
    public IEnumerable<string> Sections => _sections.Keys;

    /// <summary>Number of bytes of the file.</summary>
    public int Length => _bytes.Length;

    /// <summary>Reads and checks a weight file up to its end; the stream may hold more behind it and need not seek.</summary>
    /// <exception cref="WeightFileException">The file is damaged, of another version, or no weight file.</exception>
    public static WeightFile Open(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic)
        {
            throw WeightFileException.Damaged("it does not begin with the mark DAWF");
        }

        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(header[4..]);
        if (version != Version)
        {
            throw new WeightFileException($"The weight file has version {version}, this library reads version {Version}. Take the models that came with this version of the library, or make them anew with 'diplomacy train'.");
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        int sections = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        if (length < HeaderSize + (sections * EntrySize) || length > LongestFile)
        {
            throw WeightFileException.Damaged($"its header claims a length of {length} bytes");
        }

        byte[] bytes = ReadBody(stream, header, (int)length);
        if (Hash(bytes) != BinaryPrimitives.ReadUInt64LittleEndian(header[16..]))
        {
            throw WeightFileException.Damaged("its content does not have the hash that its header names");
        }

        var file = new WeightFile(bytes);
        file.ReadDirectory(sections);
        return file;
    }

    /// <summary>Throws unless <paramref name="condition"/> holds; for readers that check what they take from a section.</summary>
    /// <exception cref="WeightFileException">The condition does not hold.</exception>
    public static void Check(bool condition, string what)
    {
        if (!condition)
        {
            throw WeightFileException.Damaged(what);
        }
    }

    /// <inheritdoc cref="Check(bool, string)"/>
    public static void Check(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref CheckMessage what)
    {
        if (!condition)
        {
            throw WeightFileException.Damaged(what.ToStringAndClear());
        }
    }

    /// <summary>Whether there is a section of this name.</summary>
    public bool Has(string name) => _sections.ContainsKey(name);

    /// <summary>The kind of the section of this name.</summary>
    public WeightKind KindOf(string name) => Find(name).Kind;

    /// <summary>The bytes of section <paramref name="name"/>.</summary>
    public ReadOnlySpan<byte> Bytes(string name) => Section<byte>(name, WeightKind.Byte);

    /// <summary>The signed bytes of section <paramref name="name"/>.</summary>
    public ReadOnlySpan<sbyte> SBytes(string name) => Section<sbyte>(name, WeightKind.SByte);

    /// <summary>The 16-bit integers of section <paramref name="name"/>.</summary>
    public ReadOnlySpan<short> Int16s(string name)
    {
        ReadOnlySpan<short> section = Section<short>(name, WeightKind.Int16);
        return BitConverter.IsLittleEndian ? section : Swap(section);
    }

    /// <summary>The 32-bit integers of section <paramref name="name"/>.</summary>
    public ReadOnlySpan<int> Int32s(string name)
    {
        ReadOnlySpan<int> section = Section<int>(name, WeightKind.Int32);
        return BitConverter.IsLittleEndian ? section : Swap(section);
    }

    /// <summary>The unsigned 32-bit integers of section <paramref name="name"/>.</summary>
    public ReadOnlySpan<uint> UInt32s(string name)
    {
        ReadOnlySpan<uint> section = Section<uint>(name, WeightKind.UInt32);
        return BitConverter.IsLittleEndian ? section : MemoryMarshal.Cast<int, uint>(Swap(MemoryMarshal.Cast<uint, int>(section)));
    }

    /// <summary>The numbers of section <paramref name="name"/>.</summary>
    public ReadOnlySpan<float> Singles(string name)
    {
        ReadOnlySpan<float> section = Section<float>(name, WeightKind.Single);
        return BitConverter.IsLittleEndian ? section : MemoryMarshal.Cast<int, float>(Swap(MemoryMarshal.Cast<float, int>(section)));
    }

    /// <summary>The strings of section <paramref name="name"/>, read one by one without allocating.</summary>
    public WeightStrings Strings(string name) => new(Section<byte>(name, WeightKind.Strings));

    internal static ulong Hash(ReadOnlySpan<byte> file) => ContentHash.Of(file[HeaderSize..]) ^ ContentHash.Of(file[..16]);

    private static byte[] ReadBody(Stream stream, ReadOnlySpan<byte> header, int length)
    {
        // Grows as bytes really come, so that a header of 24 bytes cannot make us take a quarter of a gigabyte.
        byte[] bytes = new byte[stream.CanSeek && stream.Length - stream.Position >= length - HeaderSize ? length : Math.Min(length, 1 << 16)];
        header.CopyTo(bytes);
        for (int have = HeaderSize; have < length;)
        {
            if (have == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * have));
            }

            int read = stream.Read(bytes, have, bytes.Length - have);
            if (read == 0)
            {
                throw WeightFileException.Damaged($"it ends after {have} of {length} bytes");
            }

            have += read;
        }

        return bytes;
    }

    private static ReadOnlySpan<short> Swap(ReadOnlySpan<short> values)
    {
        short[] swapped = new short[values.Length];
        BinaryPrimitives.ReverseEndianness(values, swapped);
        return swapped;
    }

    private static ReadOnlySpan<int> Swap(ReadOnlySpan<int> values)
    {
        int[] swapped = new int[values.Length];
        BinaryPrimitives.ReverseEndianness(values, swapped);
        return swapped;
    }

    internal static int SizeOf(WeightKind kind) => kind switch
    {
        WeightKind.Byte or WeightKind.SByte or WeightKind.Strings => 1,
        WeightKind.Int16 => 2,
        WeightKind.Int32 or WeightKind.UInt32 or WeightKind.Single => 4,
        _ => 0,
    };

    private void ReadDirectory(int sections)
    {
        long expected = HeaderSize + (sections * EntrySize);
        for (int i = 0; i < sections; i++)
        {
            ReadOnlySpan<byte> entry = _bytes.AsSpan(HeaderSize + (i * EntrySize), EntrySize);
            ReadOnlySpan<byte> name = entry[..NameSize].TrimEnd((byte)0);
            var kind = (WeightKind)entry[NameSize];
            uint offset = BinaryPrimitives.ReadUInt32LittleEndian(entry[(NameSize + 4)..]);
            uint count = BinaryPrimitives.ReadUInt32LittleEndian(entry[(NameSize + 8)..]);
            expected = (expected + Alignment - 1) & ~(Alignment - 1L);
            int size = SizeOf(kind);
            Check(size != 0 && offset == expected && offset + ((long)count * size) <= _bytes.Length, $"section {i} lies outside its place");
            Check(!name.IsEmpty && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~'), $"the name of section {i} is not printable");
            Check(_sections.TryAdd(Encoding.ASCII.GetString(name), (kind, (int)offset, (int)count)), $"section {i} has the name of another");
            expected = offset + ((long)count * size);
        }

        Check(expected == _bytes.Length, "bytes stand behind the last section");
    }

    private (WeightKind Kind, int Offset, int Count) Find(string name) =>
        _sections.TryGetValue(name, out (WeightKind, int, int) section) ? section : throw WeightFileException.Damaged($"section '{name}' is missing");

    private ReadOnlySpan<T> Section<T>(string name, WeightKind kind)
        where T : unmanaged
    {
        (WeightKind actual, int offset, int count) = Find(name);
        Check(actual == kind, $"section '{name}' holds {actual}, not {kind}");
        return MemoryMarshal.Cast<byte, T>(_bytes.AsSpan(offset, count * SizeOf(kind)));
    }
}
