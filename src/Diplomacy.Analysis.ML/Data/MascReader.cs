namespace Diplomacy.Analysis.ML.Data;

/// <summary>Reads the tagged text of MASC: a sentence a line, <c>form_TAG</c> separated by blanks, <c># doc = id</c> before a document.</summary>
internal static class MascReader
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
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# doc = ", StringComparison.Ordinal))
            {
                document = line[8..];
                continue;
            }

            List<string> forms = [], tags = [];
            foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int cut = word.LastIndexOf('_');
                if (cut > 0 && cut < word.Length - 1)
                {
                    forms.Add(word[..cut]);
                    tags.Add(word[(cut + 1)..]);
                }
            }

            if (forms.Count > 0)
            {
                yield return new CorpusSentence { Document = document, Forms = [.. forms], Tags = [.. tags] };
            }
        }
    }
}
