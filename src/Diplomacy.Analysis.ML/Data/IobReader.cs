namespace Diplomacy.Analysis.ML.Data;

/// <summary>
/// Reads entity corpora of a token a line: <c>form TAB tag</c> (or a blank before the last column), an empty line between
/// sentences, <c># doc = id</c> before a document. The first tag column counts; a tag of another shape than IOBES is O.
/// </summary>
internal static class IobReader
{
    public static IEnumerable<CorpusSentence> Read(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        foreach (CorpusSentence sentence in Read(reader))
        {
            yield return sentence;
        }
    }

    public static IEnumerable<CorpusSentence> Read(TextReader reader)
    {
        string document = "";
        List<string> forms = [], tags = [];
        for (string? line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            bool heading = line is not null && line.StartsWith("# doc", StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(line) || heading)
            {
                if (forms.Count > 0)
                {
                    yield return new CorpusSentence { Document = document, Forms = [.. forms], Entities = [.. tags] };
                    forms = [];
                    tags = [];
                }

                if (line is null)
                {
                    yield break;
                }

                if (heading)
                {
                    document = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
                }

                continue;
            }

            string[] columns = line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t') : SplitLast(line);
            forms.Add(columns[0]);
            string tag = columns.Length > 1 ? columns[1] : "O";
            tags.Add(tag.Length > 2 && tag[1] == '-' && tag[0] is 'B' or 'I' or 'E' or 'S' && !tag.Contains(' ', StringComparison.Ordinal) ? tag : "O");
        }
    }

    private static string[] SplitLast(string line)
    {
        int cut = line.LastIndexOf(' ');
        return cut < 0 ? [line] : [line[..cut], line[(cut + 1)..]];
    }
}
