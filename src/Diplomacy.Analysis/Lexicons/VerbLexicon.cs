using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// The verbs of saying, asking and standing with all their forms, keyed by lexeme id. Built from <c>verbs.tsv</c>
/// while the analyzer is built; then read by any number of threads. A look-up is two array reads.
/// </summary>
internal sealed class VerbLexicon
{
    private readonly List<VerbEntry[]> _lemmas = [[]];
    private ushort[] _lemmaOf = [];
    private VerbForms[] _formsOf = [];

    /// <summary>Makes the lexicon of rows lemma, particle, class, frames, act, family, ladder, rung, forms.</summary>
    public VerbLexicon(Vocabulary vocabulary, IEnumerable<string[]> rows)
    {
        var byLemma = new Dictionary<string, List<VerbEntry>>(StringComparer.Ordinal);
        var irregular = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (string[] row in rows)
        {
            if (!byLemma.TryGetValue(row[0], out List<VerbEntry>? entries))
            {
                byLemma.Add(row[0], entries = []);
                order.Add(row[0]);
            }

            entries.Add(Entry(vocabulary, row));
            if (row[8].Length > 0)
            {
                irregular[row[0]] = row[8];
            }
        }

        foreach (string lemma in order)
        {
            // Longest particles first: "speak out against" before "speak out" before "speak".
            VerbEntry[] entries = [.. byLemma[lemma]];
            Array.Sort(entries, static (a, b) => b.Particles.Length.CompareTo(a.Particles.Length));
            _lemmas.Add(entries);
            foreach ((string form, VerbForms kind) in VerbInflection.FormsOf(lemma, irregular.GetValueOrDefault(lemma, "")))
            {
                Add(vocabulary.Intern(form), (ushort)(_lemmas.Count - 1), kind);
            }
        }
    }

    /// <summary>Whether the word can be a form of a verb of the lexicon, and which.</summary>
    public VerbForms FormsOf(int lower) => (uint)lower < (uint)_formsOf.Length ? _formsOf[lower] : VerbForms.None;

    /// <summary>The bare verb (without particles) of which <paramref name="lower"/> is a form, or null.</summary>
    public VerbEntry? Find(int lower)
    {
        VerbEntry[] entries = EntriesOf(lower);
        return entries.Length > 0 && entries[^1].Particles.Length == 0 ? entries[^1] : null;
    }

    /// <summary>All entries of the verb of which <paramref name="lower"/> is a form, longest particles first; empty where it is none.</summary>
    public VerbEntry[] EntriesOf(int lower) => (uint)lower < (uint)_lemmaOf.Length ? _lemmas[_lemmaOf[lower]] : _lemmas[0];

    /// <summary>
    /// The entry that fits the tokens at <paramref name="at"/> with the most particles ("lashed out at"), or null.
    /// <paramref name="length"/> counts the verb and its particles.
    /// </summary>
    public VerbEntry? Match(ReadOnlySpan<Token> tokens, int at, int end, out int length)
    {
        foreach (VerbEntry entry in EntriesOf(tokens[at].Lower))
        {
            int[] particles = entry.Particles;
            if (at + particles.Length >= end)
            {
                continue;
            }

            int i = 0;
            while (i < particles.Length && tokens[at + 1 + i].Lower == particles[i])
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

    /// <summary>The frames of a comma-separated list of their names.</summary>
    /// <exception cref="FormatException">A name is unknown.</exception>
    public static VerbFrames ParseFrames(string names)
    {
        VerbFrames frames = VerbFrames.None;
        foreach (string name in names.Split(','))
        {
            frames |= Frame(name);
        }

        return frames;
    }

    private static VerbEntry Entry(Vocabulary vocabulary, string[] row) => new()
    {
        Lemma = row[0],
        Particles = [.. row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => vocabulary.Intern(p))],
        Class = Enum.Parse<VerbClass>(row[2], ignoreCase: true),
        Frames = ParseFrames(row[3]),
        Act = row[4],
        Family = Enum.Parse<ActFamily>(row[5]),
        Ladder = row[6],
        Rung = int.Parse(row[7], System.Globalization.CultureInfo.InvariantCulture),
    };

    private static VerbFrames Frame(string name) => name switch
    {
        "that" => VerbFrames.That,
        "quote" => VerbFrames.Quote,
        "inf" => VerbFrames.Infinitive,
        "np-inf" => VerbFrames.ObjectInfinitive,
        "np-that" => VerbFrames.ObjectThat,
        "np" => VerbFrames.NounPhrase,
        "gerund" => VerbFrames.Gerund,
        "np-of" => VerbFrames.ObjectOf,
        "np-for" => VerbFrames.ObjectFor,
        "as" or "np-as" => VerbFrames.As,
        "wh" => VerbFrames.Wh,
        "about" or "of" => VerbFrames.About,
        "for" => VerbFrames.For,
        "for-inf" => VerbFrames.ForInfinitive,
        "to-that" => VerbFrames.ToThat,
        "against" => VerbFrames.Against,
        "np-on" or "np-to" or "np-with" or "to-np" or "to-inf" or "to" or "with" => VerbFrames.Preposition,
        _ => throw new FormatException($"The verb lexicon names an unknown frame '{name}'."),
    };

    private void Add(int id, ushort lemma, VerbForms kind)
    {
        if (id >= _lemmaOf.Length)
        {
            int size = Math.Max(id + 1, _lemmaOf.Length * 2);
            Array.Resize(ref _lemmaOf, size);
            Array.Resize(ref _formsOf, size);
        }

        // A form of two verbs ("found") stays with the one that came first; the forms of one verb add up.
        if (_lemmaOf[id] == 0 || _lemmaOf[id] == lemma)
        {
            _lemmaOf[id] = lemma;
            _formsOf[id] |= kind;
        }
    }
}
