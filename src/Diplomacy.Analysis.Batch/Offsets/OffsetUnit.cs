namespace Diplomacy.Analysis.Batch.Offsets;

/// <summary>What exported offsets count.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units, as in .NET, Java and JavaScript strings.</summary>
    Utf16,

    /// <summary>Unicode code points, as in Python strings.</summary>
    CodePoint,

    /// <summary>Bytes of the UTF-8 form, as in Rust and Go strings.</summary>
    Utf8,
}
