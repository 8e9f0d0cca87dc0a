namespace Diplomacy.Analysis.Models;

/// <summary>What the elements of a section of a weight file are. All numbers are little-endian.</summary>
internal enum WeightKind : byte
{
    /// <summary>Unsigned bytes.</summary>
    Byte = 1,

    /// <summary>Signed bytes: weights of 8 bits.</summary>
    SByte = 2,

    /// <summary>Signed 16-bit integers: weights of 16 bits.</summary>
    Int16 = 3,

    /// <summary>Signed 32-bit integers.</summary>
    Int32 = 4,

    /// <summary>Unsigned 32-bit integers: hashed features.</summary>
    UInt32 = 5,

    /// <summary>IEEE single-precision numbers.</summary>
    Single = 6,

    /// <summary>Strings, each a 16-bit byte count and UTF-8; the section's count is the number of bytes.</summary>
    Strings = 7,
}
