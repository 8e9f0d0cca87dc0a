using CsvHelper;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Tables;

/// <summary>The separator of a table, found by reading its start with each candidate.</summary>
internal static class Dialect
{
    private const int SampleRows = 200;

    /// <summary>Candidates; the earlier one wins a draw.</summary>
    private static ReadOnlySpan<char> Separators => ",\t;|";

    /// <summary>
    /// The separator whose rows agree best: known column names count most, then rows of equal width, then width.
    /// </summary>
    public static char Separator(ReadOnlySpan<byte> head, bool headIsAll)
    {
        // "sep=;" is a line that Excel writes and reads; CsvHelper skips it only where it detects the separator itself.
        if (head.StartsWith("sep="u8) && head.Length > 5 && head[5] is (byte)'\r' or (byte)'\n')
        {
            return (char)head[4];
        }

        char best = ',';
        double bestScore = 0;
        foreach (char separator in Separators)
        {
            double score = Score(Sample(head, headIsAll, separator));
            if (score > bestScore)
            {
                (best, bestScore) = (separator, score);
            }
        }

        return best;
    }

    /// <summary>The first rows.</summary>
    public static List<string[]> Sample(ReadOnlySpan<byte> head, bool headIsAll, char separator)
    {
        var rows = new List<string[]>();
        using CsvReader csv = CsvReader.Create(head.ToArray(), new CsvReaderOptions { Separator = separator, HasHeader = false });
        while (rows.Count < SampleRows && csv.Read())
        {
            string[] row = new string[csv.FieldCount];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = TextEncoding.Decode(csv.GetSpan(i));
            }

            rows.Add(row);
        }

        // The last row may be cut by the end of the sample.
        if (!headIsAll && rows.Count > 1 && rows.Count < SampleRows)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    /// <summary>Whether a file of unknown kind is a table: a header that names a text column, and several columns.</summary>
    public static bool LooksLikeTable(ReadOnlySpan<byte> head)
    {
        int end = head.IndexOfAny((byte)'\n', (byte)'\r');
        if (end is <= 0 or > 4096)
        {
            return false;
        }

        foreach (char separator in Separators)
        {
            List<string[]> rows = Sample(head[..(end + 1)], true, separator);
            if (rows is [{ Length: > 1 } header, ..] && Array.Exists(header, n => FieldNames.Default.Find(n).Role == FieldRole.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static double Score(List<string[]> rows)
    {
        if (rows.Count == 0 || rows[0].Length < 2)
        {
            return 0;
        }

        int width = rows[0].Length;
        int equal = rows.Count(r => r.Length == width);
        int known = rows[0].Count(n => n.Length is > 0 and < 64 && FieldNames.Default.Find(n).Role != FieldRole.None);
        return (10 * known) + ((double)equal / rows.Count * 5) + Math.Min(width, 50) * 0.01;
    }
}
