using System.Text;

namespace Diplomacy.Analysis.ML.Data;

/// <summary>The rows of a CSV file by the rules of RFC 4180, nothing trimmed or changed; by the names of the first row.</summary>
internal static class CsvRows
{
    /// <summary>Each row behind the header, in order; a row that lacks cells has fewer entries.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(TextReader reader)
    {
        string[]? header = null;
        foreach (List<string> cells in Cells(reader))
        {
            if (header is null)
            {
                header = [.. cells];
                header[0] = header[0].TrimStart('\uFEFF');
                continue;
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < Math.Min(cells.Count, header.Length); i++)
            {
                row[header[i]] = cells[i];
            }

            yield return row;
        }
    }

    private static IEnumerable<List<string>> Cells(TextReader reader)
    {
        List<string> row = [];
        var cell = new StringBuilder();
        bool quoted = false, any = false;
        for (int c = reader.Read(); c >= 0; c = reader.Read())
        {
            any = true;
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append((char)c);
                }
                else if (reader.Peek() == '"')
                {
                    reader.Read();
                    cell.Append('"');
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                row.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n' || (c == '\r' && reader.Peek() != '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (row.Count > 1 || row[0].Length > 0)
                {
                    yield return row;
                }

                row = [];
                any = false;
            }
            else if (c != '\r')
            {
                cell.Append((char)c);
            }
        }

        if (any)
        {
            row.Add(cell.ToString());
            yield return row;
        }
    }
}
