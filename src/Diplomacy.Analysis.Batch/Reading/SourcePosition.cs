namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Where a record stands in its file.</summary>
/// <param name="File">Path as the user gave it or as the folder listed it; "-" for standard input.</param>
/// <param name="Row">Number of the record, one-based, the header not counted.</param>
/// <param name="Line">Number of the line where the record starts, one-based, the header counted; 0 where it is not known.</param>
/// <param name="Byte">Offset of the record's first byte in the unpacked file as UTF-8; -1 where it is not known.</param>
public readonly record struct SourcePosition(string File, long Row, long Line, long Byte);
