using System.Globalization;
using System.Text;
using CsvHelper;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>
/// Reads the records of a table with CsvHelper and mends what CsvHelper alone cannot: a quotation mark that is never
/// closed makes every reader swallow the rows behind it. A record that looks so is searched for the first line from
/// which sound rows can be read; reading starts again there, and one damage costs at most one row.
/// </summary>
internal sealed class TableScanner : IDisposable
{
    // Rows that must be sound behind a candidate before it is believed.
    private const int ProofRows = 2;

    // Bytes a search may look at, times the record's length; keeps hostile files linear.
    private const int SearchBudget = 16;
    private const int Lookahead = 1 << 20;

    private readonly TapeStream _tape;
    private readonly char _separator;
    private readonly ReaderOptions _options;
    private CsvReader _csv = null!;
    private CsvMalformedReason? _malformed;
    private long _base;
    private long _baseLine = 1;
    private long _end;
    private long _endLine = 1;

    public TableScanner(Stream utf8, char separator, ReaderOptions options)
    {
        _tape = new TapeStream(utf8);
        _separator = separator;
        _options = options;
        Start(0, 1);
    }

    /// <summary>Number of fields a sound record has; 0 while no header has been read.</summary>
    public int Width { get; set; }

    /// <summary>The next record; false at the end of the input.</summary>
    public bool TryRead(out TableRow row)
    {
        _malformed = null;
        bool more;
        try
        {
            more = _csv.Read();
        }
        catch (CsvFormatException)
        {
            return TryReadPastGiant(out row);
        }

        if (!more)
        {
            row = default;
            return false;
        }

        long start = _base + _csv.ByteOffset;
        long line = _baseLine + _csv.LineNumber - 1;
        ReadOnlySpan<byte> raw = _csv.RawRecord;
        _tape.Mark(start);
        if (IsSuspicious(raw) && FindSoundRow(start, raw.Length) is var sound and > 0)
        {
            ReadOnlySpan<byte> damaged = _tape.Peek(start, (int)(sound - start))[..(int)(sound - start)];
            row = Salvage(damaged, start, line);
            Start(sound, line + LineBreaks(damaged));
            return true;
        }

        string? fault = _malformed switch
        {
            CsvMalformedReason.UnterminatedQuote => "quotation mark never closed",
            _ when Width > 0 && _csv.FieldCount > Width => string.Create(CultureInfo.InvariantCulture, $"{_csv.FieldCount} fields in place of {Width}"),
            _ when Width > 0 && _csv.FieldCount < Width => string.Create(CultureInfo.InvariantCulture, $"only {_csv.FieldCount} of {Width} fields"),
            _ => null,
        };
        row = new TableRow(Fields(_csv), line, start, fault, fault is null ? null : Excerpt(raw));
        (_end, _endLine) = (start + raw.Length, line + LineBreaks(raw));
        return true;
    }

    public void Dispose() => _csv.Dispose();

    public static string Excerpt(ReadOnlySpan<byte> raw) => TextEncoding.Decode(raw[..Math.Min(raw.Length, 200)]);

    private void Start(long offset, long line)
    {
        _csv?.Dispose();
        _tape.Position = offset;
        (_base, _baseLine, _end, _endLine) = (offset, line, offset, line);
        _csv = CsvReader.Create(_tape, new CsvReaderOptions
        {
            Separator = _separator,
            HasHeader = false,
            MaxRecordSize = _options.MaxRecordSize,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = record => _malformed ??= record.Reason,
        }, leaveOpen: true);
    }

    private static string[] Fields(CsvReader csv)
    {
        string[] fields = new string[csv.FieldCount];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = TextEncoding.Decode(csv.GetSpan(i));
        }

        return fields;
    }

    // A swallowed row shows in text behind a closing quotation mark or in a quotation mark that is open at the end, and
    // there must be a line break inside; a stray mark in a field of one line harms nobody.
    private bool IsSuspicious(ReadOnlySpan<byte> raw) => Width > 1
        && _malformed is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote
        && raw.IndexOfAny((byte)'\n', (byte)'\r') >= 0;

    /// <summary>Offset of the first line inside the record from which sound rows can be read, or -1.</summary>
    private long FindSoundRow(long start, int length)
    {
        long budget = Math.Max(1 << 20, (long)length * SearchBudget);
        int at = 0;
        while (budget > 0)
        {
            ReadOnlySpan<byte> record = _tape.Peek(start, length)[..length];
            int lineBreak = record[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (lineBreak < 0)
            {
                return -1;
            }

            at += lineBreak + 1;
            if (at < length && record[at - 1] == (byte)'\r' && record[at] == (byte)'\n')
            {
                at++;
            }

            if (at >= length)
            {
                return -1;
            }

            if (IsSound(start + at, ref budget))
            {
                return start + at;
            }
        }

        return -1;
    }

    private bool IsSound(long offset, ref long budget)
    {
        int proven = 0;
        for (int wanted = 64 * 1024; ;)
        {
            ReadOnlySpan<byte> rest = _tape.Peek(offset, wanted);
            bool isAll = rest.Length < wanted;
            int fields = RecordShape.Scan(rest, (byte)_separator, Width, isAll, out int length);
            budget -= Math.Max(64, fields > 0 ? length : Math.Min(rest.Length, 4096));
            if (fields < 0 && wanted < Lookahead)
            {
                wanted *= 4;
                continue;
            }

            bool blank = fields == 1 && rest[..length].Trim("\r\n"u8).IsEmpty;
            if (blank && length > 0)
            {
                offset += length;
                continue;
            }

            if (fields != Width)
            {
                return blank && isAll && proven > 0;
            }

            if (++proven > ProofRows || (isAll && length == rest.Length))
            {
                return true;
            }

            offset += length;
        }
    }

    // The damaged record alone: its open quotation mark now ends where the next sound row begins.
    private TableRow Salvage(ReadOnlySpan<byte> damaged, long start, long line)
    {
        using CsvReader csv = CsvReader.Create(damaged.TrimEnd("\r\n"u8).ToArray(), new CsvReaderOptions { Separator = _separator, HasHeader = false });
        return new TableRow(csv.Read() ? Fields(csv) : [], line, start, "quotation mark never closed", Excerpt(damaged));
    }

    private bool TryReadPastGiant(out TableRow row)
    {
        ReadOnlySpan<byte> gap = _tape.Peek(_end, 0);
        int lead = gap.Length - gap.TrimStart("\r\n"u8).Length;
        long start = _end + lead;
        long line = _endLine + LineBreaks(gap[..lead]);
        int length = gap.Length - lead;
        long sound = Width > 1 ? FindSoundRow(start, length) : -1;
        string reason = string.Create(CultureInfo.InvariantCulture, $"record longer than {_options.MaxRecordSize} bytes");
        ReadOnlySpan<byte> giant = _tape.Peek(start, length);
        row = new TableRow([], line, start, reason, Excerpt(giant));
        if (sound >= 0)
        {
            Start(sound, line + LineBreaks(giant[..(int)(sound - start)]));
            return true;
        }

        // Nothing to hold on to: pass over what was read and start at the next line.
        line += LineBreaks(giant);
        sound = start + length;
        while (true)
        {
            _tape.Position = sound;
            _tape.Mark(sound);
            ReadOnlySpan<byte> rest = _tape.Peek(sound, 64 * 1024);
            int lineBreak = rest.IndexOf((byte)'\n');
            int passed = lineBreak >= 0 ? lineBreak + 1 : rest.Length;
            line += LineBreaks(rest[..passed]);
            sound += passed;
            if (lineBreak >= 0 || rest.IsEmpty)
            {
                Start(sound, line);
                return true;
            }
        }
    }

    private static long LineBreaks(ReadOnlySpan<byte> bytes)
    {
        long count = 0;
        for (int at; (at = bytes.IndexOfAny((byte)'\n', (byte)'\r')) >= 0;)
        {
            count++;
            bytes = bytes[(at + (bytes[at] == (byte)'\r' && at + 1 < bytes.Length && bytes[at + 1] == (byte)'\n' ? 2 : 1))..];
        }

        return count;
    }
}
