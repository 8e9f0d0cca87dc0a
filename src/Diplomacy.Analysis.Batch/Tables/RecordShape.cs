namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>
/// A plain scanner that tells where one record ends and whether it is well-formed. Reading is CsvHelper's work; this
/// only judges candidates when a damaged record must be told from the sound ones behind it, and gives up at the first fault.
/// </summary>
internal static class RecordShape
{
    /// <summary>
    /// Scans one record. <paramref name="length"/> is the number of bytes with its line break.
    /// Returns the number of fields; 0 where quotes are malformed or there are more than <paramref name="maxFields"/>;
    /// -1 where the bytes end inside the record.
    /// </summary>
    public static int Scan(ReadOnlySpan<byte> bytes, byte separator, int maxFields, bool isAll, out int length)
    {
        int fields = 1;
        int at = 0;
        length = 0;
        while (true)
        {
            if (at < bytes.Length && bytes[at] == (byte)'"')
            {
                at = AfterClosingQuote(bytes, at + 1);
                if (at < 0)
                {
                    return isAll ? 0 : -1;
                }

                if (at < bytes.Length && bytes[at] != separator && bytes[at] is not ((byte)'\n' or (byte)'\r'))
                {
                    return 0;
                }
            }
            else
            {
                int end = bytes[at..].IndexOfAny(separator, (byte)'\n', (byte)'\r');
                int quote = (end < 0 ? bytes[at..] : bytes.Slice(at, end)).IndexOf((byte)'"');
                if (quote >= 0)
                {
                    return 0;
                }

                at = end < 0 ? bytes.Length : at + end;
            }

            if (at >= bytes.Length)
            {
                length = bytes.Length;
                return isAll ? fields : -1;
            }

            if (bytes[at] != separator)
            {
                at += bytes[at] == (byte)'\r' && at + 1 < bytes.Length && bytes[at + 1] == (byte)'\n' ? 2 : 1;
                length = at;
                return fields;
            }

            at++;
            if (++fields > maxFields)
            {
                return 0;
            }
        }
    }

    private static int AfterClosingQuote(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            int quote = bytes[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return -1;
            }

            at += quote + 1;
            if (at >= bytes.Length || bytes[at] != (byte)'"')
            {
                return at;
            }

            at++;
        }
    }
}
