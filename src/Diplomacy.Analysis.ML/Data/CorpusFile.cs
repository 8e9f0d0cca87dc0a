using System.IO.Compression;
using System.Text;

namespace Diplomacy.Analysis.ML.Data;

/// <summary>Opens corpus files: UTF-8 text, gzip where the name ends in <c>.gz</c>.</summary>
internal static class CorpusFile
{
    public static StreamReader Open(string path)
    {
        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            stream = new GZipStream(stream, CompressionMode.Decompress);
        }

        return new StreamReader(stream, new UTF8Encoding(false));
    }
}
