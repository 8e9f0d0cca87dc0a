using System.Globalization;
using System.Text;
using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Conflicts;

/// <summary>
/// Reads UMUC, the corpus of verbal conflicts in the United Nations Security Council: a row for each elementary unit of a speech, with its
/// offsets, its sentence and who is criticised in it.
/// </summary>
/// <param name="codeOf">The code of a country's name, or null.</param>
internal sealed class ConflictCorpus(Func<string, string?> codeOf)
{
    private static readonly string[] Columns =
        ["filename", "char_start_offset_edu", "char_end_offset_edu", "speech_sentence_id", "paragraph_id", "text_edu", "Conflict_Type", "Target_Country_Name", "Target_Country_Name_2"];

    /// <summary>The speeches of a file, in its order.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a row has fewer cells than the header.</exception>
    public IEnumerable<ConflictSpeech> Read(string path)
    {
        using StreamReader reader = CorpusFile.Open(path);
        string[] header = reader.ReadLine()?.Split('\t') ?? [];
        int[] at = [.. Columns.Select(c => Array.IndexOf(header, c))];
        if (at.Contains(-1))
        {
            throw new InvalidDataException($"'{path}' has no column '{Columns[Array.IndexOf(at, -1)]}'.");
        }

        List<string[]> speech = [];
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            string[] cells = line.Split('\t');
            if (cells.Length < header.Length)
            {
                throw new InvalidDataException($"A row of '{path}' has {cells.Length} cells instead of {header.Length}: '{line}'.");
            }

            string[] row = [.. at.Select(i => cells[i])];
            if (speech.Count > 0 && speech[0][0] != row[0])
            {
                yield return Speech(speech);
                speech = [];
            }

            speech.Add(row);
        }

        if (speech.Count > 0)
        {
            yield return Speech(speech);
        }
    }

    private ConflictSpeech Speech(List<string[]> rows)
    {
        // UNSC_2014_SPV.7154_spch004_edu_Russian_Federation.txt
        string name = Path.GetFileNameWithoutExtension(rows[0][0]);
        string[] parts = name.Split('_', 5);
        string country = parts[^1].StartsWith("edu_", StringComparison.Ordinal) ? parts[^1][4..] : parts[^1];
        return new ConflictSpeech($"{parts[1]} {parts[2]}", new Article { Id = name, Text = Text(rows), SpeakerCountry = Code(country) }, [.. Expressions(rows)]);
    }

    private static string Text(List<string[]> rows)
    {
        var text = new StringBuilder();
        string paragraph = rows[0][4];
        foreach (string[] row in rows)
        {
            // Offsets count in the speech; one character between the units is white space, at a paragraph's end a line break.
            text.Append(row[4] == paragraph ? ' ' : '\n', Math.Max(0, Number(row[1]) - text.Length));
            text.Append(row[5]);
            paragraph = row[4];
        }

        return text.ToString();
    }

    // Neighbouring units of a sentence with the same marks are one expression.
    private IEnumerable<ConflictExpression> Expressions(List<string[]> rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i][6] == "_")
            {
                continue;
            }

            int last = i;
            while (last + 1 < rows.Count && rows[last + 1][3] == rows[i][3] && rows[last + 1].AsSpan(6).SequenceEqual(rows[i].AsSpan(6)))
            {
                last++;
            }

            int start = Number(rows[i][1]);
            string?[] targets = [Code(rows[i][7]), Code(rows[i][8])];
            yield return new ConflictExpression(new TextSpan(start, Number(rows[last][2]) - start), rows[i][6], [.. targets.OfType<string>()]);
            i = last;
        }
    }

    // "venezuela_(bolivarian_republic_of)", "Underdefined", "_"
    private string? Code(string name)
    {
        string plain = name.Replace('_', ' ').Trim();
        int bracket = plain.IndexOf(" (", StringComparison.Ordinal);
        return plain.Length == 0 ? null : codeOf(plain) ?? (bracket > 0 ? codeOf(plain[..bracket]) : null);
    }

    private static int Number(string cell) =>
        int.TryParse(cell, CultureInfo.InvariantCulture, out int number) ? number : throw new InvalidDataException($"An offset is no number: '{cell}'.");
}
