using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Attributions;

/// <summary>
/// All words that can open a cue, keyed by lexeme id: the verbs of <see cref="VerbLexicon"/>, the nouns of
/// <c>nominal_cues.tsv</c> and the phrases of <c>cue_phrases.tsv</c>. Built with the analyzer, then only read.
/// </summary>
internal sealed class CueLexicon
{
    private static readonly CueEntry[] Nothing = [];

    private readonly Dictionary<string, VerbEntry> _verbsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<CueEntry>> _building = [];
    private readonly List<CueEntry[]> _entries = [Nothing];
    private CueSorts[] _sorts = [];
    private ushort[] _nouns = [];
    private ushort[] _phrases = [];
    private ushort[] _predicates = [];

    public CueLexicon(AnalysisResources resources, VerbLexicon verbs)
    {
        Vocabulary vocabulary = resources.Vocabulary;
        Verbs = verbs;
        foreach (string[] row in resources.Lexicons.Rows(LexiconKind.Verbs))
        {
            List<(string Form, VerbForms Kind)> forms = VerbInflection.FormsOf(row[0], row[8]);
            foreach ((string form, _) in forms)
            {
                Mark(vocabulary.Intern(form), CueSorts.Verb);
            }

            VerbEntry? entry = verbs.EntriesOf(vocabulary.Intern(row[0])).FirstOrDefault(e => e.Lemma == row[0] && string.Join(' ', e.Particles.Select(vocabulary.Text)) == row[1]);
            if (entry is not null)
            {
                _verbsByName.TryAdd(row[1].Length == 0 ? row[0] : row[0] + ' ' + row[1], entry);
            }
        }

        foreach (string[] row in resources.Lexicons.Rows(LexiconKind.NominalCues))
        {
            CueEntry entry = Entry(vocabulary, row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), row[2], row[3]);
            Add(vocabulary.Intern(row[0]), entry, CueSorts.Noun);
            Add(vocabulary.Intern(Plural(row[0])), entry, CueSorts.Noun);
        }

        Store(ref _nouns);
        List<string[]> phrases = [.. resources.Lexicons.Rows(LexiconKind.CuePhrases)];
        foreach (string[] row in phrases.Where(static r => r[3] != "adj"))
        {
            string[] words = row[0].Split(' ');
            CueEntry entry = Entry(vocabulary, words[1..], row[1], row[2]);
            foreach (string form in PhraseForms(words[0]))
            {
                Add(vocabulary.Intern(form), entry, CueSorts.Phrase);
            }
        }

        Store(ref _phrases);
        foreach (string[] row in phrases.Where(static r => r[3] == "adj"))
        {
            string[] words = row[0].Split(' ');
            Add(vocabulary.Intern(words[1]), Entry(vocabulary, words[2..], row[1], row[2]), CueSorts.Predicate);
        }

        Store(ref _predicates);
        foreach (string word in (string[])["according", "in", "per"])
        {
            Mark(vocabulary.Intern(word), CueSorts.Preposition);
        }
    }

    /// <summary>The verbs, with particles and frames.</summary>
    public VerbLexicon Verbs { get; }

    /// <summary>What the word can be; none for most.</summary>
    public CueSorts SortsOf(int lower) => (uint)lower < (uint)_sorts.Length ? _sorts[lower] : CueSorts.None;

    /// <summary>The noun entry that fits the tokens at <paramref name="at"/> with the most particles, or null.</summary>
    public CueEntry? MatchNoun(ReadOnlySpan<Token> tokens, int at, int end, out int length) => Match(_nouns, tokens, at, end, out length);

    /// <summary>The fixed phrase that starts at <paramref name="at"/>, or null.</summary>
    public CueEntry? MatchPhrase(ReadOnlySpan<Token> tokens, int at, int end, out int length) => Match(_phrases, tokens, at, end, out length);

    /// <summary>The phrase with "be" whose second word stands at <paramref name="at"/>, or null; the caller looks for the form of "be".</summary>
    public CueEntry? MatchPredicate(ReadOnlySpan<Token> tokens, int at, int end, out int length) => Match(_predicates, tokens, at, end, out length);

    private CueEntry? Match(ushort[] index, ReadOnlySpan<Token> tokens, int at, int end, out int length)
    {
        int lower = tokens[at].Lower;
        CueEntry[] entries = (uint)lower < (uint)index.Length ? _entries[index[lower]] : Nothing;
        foreach (CueEntry entry in entries)
        {
            int[] particles = entry.Particles;
            int i = 0;
            while (i < particles.Length && at + 1 + i < end && tokens[at + 1 + i].Lower == particles[i])
            {
                i++;
            }

            if (i == particles.Length)
            {
                length = 1 + i;
                return entry;
            }
        }

        length = 0;
        return null;
    }

    private CueEntry Entry(Vocabulary vocabulary, string[] particles, string frames, string verb) => new()
    {
        Particles = [.. particles.Select(p => vocabulary.Intern(p))],
        Frames = VerbLexicon.ParseFrames(frames),
        Verb = _verbsByName.TryGetValue(verb, out VerbEntry? entry)
            ? entry
            : throw new FormatException($"A lexicon of cues names the verb '{verb}', which verbs.tsv does not hold."),
    };

    private void Add(int id, CueEntry entry, CueSorts sort)
    {
        if (!_building.TryGetValue(id, out List<CueEntry>? list))
        {
            _building.Add(id, list = []);
        }

        list.Add(entry);
        Mark(id, sort);
    }

    private void Store(ref ushort[] index)
    {
        index = new ushort[_sorts.Length];
        foreach ((int id, List<CueEntry> list) in _building)
        {
            // Longest particles first: "call for" before "call".
            CueEntry[] entries = [.. list.OrderByDescending(static e => e.Particles.Length)];
            index[id] = (ushort)_entries.Count;
            _entries.Add(entries);
        }

        _building.Clear();
    }

    private void Mark(int id, CueSorts sort)
    {
        if (id >= _sorts.Length)
        {
            Array.Resize(ref _sorts, Math.Max(id + 1, _sorts.Length * 2));
        }

        _sorts[id] |= sort;
    }

    private static string[] PhraseForms(string verb) => verb switch
    {
        "have" => ["have", "has", "had", "having", "'ve", "’ve"],
        "make" => ["make", "makes", "made", "making"],
        "come" => ["come", "comes", "came", "coming"],
        "leave" => ["leave", "leaves", "left", "leaving"],
        "take" => ["take", "takes", "took", "taken", "taking"],
        "draw" => ["draw", "draws", "drew", "drawn", "drawing"],
        "give" => ["give", "gives", "gave", "given", "giving"],
        "pay" => ["pay", "pays", "paid", "paying"],
        "throw" => ["throw", "throws", "threw", "thrown", "throwing"],
        "speak" => ["speak", "speaks", "spoke", "spoken", "speaking"],
        "stand" => ["stand", "stands", "stood", "standing"],
        "cast" => ["cast", "casts", "casting"],
        "lend" => ["lend", "lends", "lent", "lending"],
        _ => [.. VerbInflection.FormsOf(verb, "").Select(static f => f.Form)],
    };

    private static string Plural(string noun) => noun switch
    {
        _ when noun is [.., 's'] => noun,
        [.., not ('a' or 'e' or 'o'), 'y'] => noun[..^1] + "ies",
        [.., 'z'] or [.., 'x'] or [.., 'c', 'h'] or [.., 's', 'h'] => noun + "es",
        _ => noun + "s",
    };
}
