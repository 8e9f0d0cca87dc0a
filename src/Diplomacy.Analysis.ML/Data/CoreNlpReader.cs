using System.Globalization;

namespace Diplomacy.Analysis.ML.Data;

/// <summary>
/// Reads the machine annotation of PolNeAR (silver): id, form, lemma, Penn tag, entity type, head, relation (UD version 1),
/// begin, end; an empty line between sentences, <c># doc = id</c> before a document.
/// </summary>
internal static class CoreNlpReader
{
    public static IEnumerable<CorpusSentence> Read(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        string document = "";
        List<string[]> rows = [];
        for (string? line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            bool heading = line is not null && line.StartsWith("# doc = ", StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(line) || heading)
            {
                if (rows.Count > 0)
                {
                    yield return Make(document, rows);
                    rows = [];
                }

                if (line is null)
                {
                    yield break;
                }

                document = heading ? line[8..] : document;
                continue;
            }

            string[] row = line.Split('\t');
            if (row.Length >= 9)
            {
                rows.Add(row);
            }
        }
    }

    private static CorpusSentence Make(string document, List<string[]> rows)
    {
        bool[] spaces = new bool[rows.Count];
        for (int i = 0; i < spaces.Length; i++)
        {
            spaces[i] = i + 1 == spaces.Length || rows[i + 1][7] != rows[i][8];
        }

        return new CorpusSentence
        {
            Document = document,
            Forms = [.. rows.Select(r => r[1])],
            Lemmas = [.. rows.Select(r => r[2])],
            Tags = [.. rows.Select(r => r[3])],
            Entities = [.. rows.Select(r => r[4])],
            Heads = [.. rows.Select(r => int.TryParse(r[5], CultureInfo.InvariantCulture, out int head) ? head - 1 : -1)],
            Relations = [.. rows.Select(r => r[6])],
            SpaceAfter = spaces,
        };
    }
}
