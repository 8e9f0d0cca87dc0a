namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>One record of a table as it was read.</summary>
/// <param name="Fields">The values; may be fewer or more than the header has.</param>
/// <param name="Line">Line where the record starts, one-based.</param>
/// <param name="Byte">Offset of its first byte in the UTF-8 form.</param>
/// <param name="Fault">What was wrong with it, or null. A faulty record still gives what could be read of it.</param>
/// <param name="Raw">For a faulty record its first characters; otherwise null.</param>
internal readonly record struct TableRow(string[] Fields, long Line, long Byte, string? Fault, string? Raw);
