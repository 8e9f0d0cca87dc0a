using Diplomacy.Analysis.ML.Data;

namespace Diplomacy.Analysis.ML.Events;

/// <summary>Which PLOVER roots a word speaks of.</summary>
internal sealed class EventWords
{
    private readonly Dictionary<string, List<int>> _exact = [];
    private readonly List<(string Stem, int Root)> _stems = [];

    public EventWords()
    {
        using Stream stream = typeof(EventWords).Assembly.GetManifestResourceStream("event_words.tsv")!;
        using var reader = new StreamReader(stream);
        int root = 0;
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (line.StartsWith('#') || cells[0] == "root")
            {
                continue;
            }

            root++;
            foreach (string word in cells[1].Split(' '))
            {
                if (word.EndsWith('*'))
                {
                    _stems.Add((word[..^1], root));
                }
                else
                {
                    _exact.TryAdd(word, []);
                    _exact[word].Add(root);
                }
            }
        }
    }

    /// <summary>Numbers of the roots, from 1.</summary>
    public IEnumerable<int> RootsOf(string word) => (_exact.GetValueOrDefault(word) ?? []).Concat(_stems.Where(s => word.StartsWith(s.Stem, StringComparison.Ordinal)).Select(s => s.Root)).Distinct();
}
