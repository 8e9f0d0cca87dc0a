using System.Globalization;
using System.Text;

namespace Diplomacy.Analysis.ML.Data;

/// <summary>Writes sentences with tags and trees as CoNLL-U, for <see cref="ConlluReader"/> to read again.</summary>
internal static class ConlluWriter
{
    public static void Write(string path, IEnumerable<CorpusSentence> sentences)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (CorpusSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Length; i++)
            {
                string head = sentence.Heads is null ? "_" : (sentence.Heads[i] + 1).ToString(CultureInfo.InvariantCulture);
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{sentence.Forms[i]}\t_\t_\t{sentence.Tags?[i] ?? "_"}\t_\t{head}\t{sentence.Relations?[i] ?? "_"}\t_\t_"));
            }

            writer.WriteLine();
        }
    }
}
