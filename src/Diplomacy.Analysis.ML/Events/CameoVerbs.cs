namespace Diplomacy.Analysis.ML.Events;

/// <summary>CAMEO roots of verbs, by themselves and with a word beside them.</summary>
internal sealed class CameoVerbs
{
    private readonly Dictionary<(string Verb, string Word), uint> _roots = [];

    public CameoVerbs()
    {
        using Stream stream = typeof(CameoVerbs).Assembly.GetManifestResourceStream("cameo_verbs.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (line.StartsWith('#') || cells[0] == "verb")
            {
                continue;
            }

            foreach (string word in cells[2].Split(' '))
            {
                _roots[(cells[0], word)] = uint.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>The root of a verb by itself, or 0.</summary>
    public uint RootOf(string verb) => _roots.GetValueOrDefault((verb, "-"));

    /// <summary>The root of a verb with a word beside it, or 0.</summary>
    public uint RootOf(string verb, string word) => _roots.GetValueOrDefault((verb, word));
}
