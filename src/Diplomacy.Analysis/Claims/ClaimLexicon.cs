using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>
/// The lexicons of the claim stage: phrases that tell the act, cue nouns, ladders of force, words of stance, what
/// actions are about. Built with the analyzer, then read by any number of threads.
/// </summary>
internal sealed class ClaimLexicon
{
    private const string Copula = "{be} ";
    private readonly PhraseTrie _actTrie = new();
    private readonly PhraseTrie _verdictTrie = new();
    private readonly PhraseTrie _ladderTrie = new();
    private readonly PhraseTrie _contentTrie = new();
    private readonly List<ActPhrase> _phrases = [];
    private readonly List<(string Ladder, int Rung)> _rungs = [];
    private readonly List<string> _contents = [];
    private CueNoun?[] _nouns = [];
    private readonly Dictionary<string, string[]> _forms = new(StringComparer.Ordinal);
    private readonly WordSet _actStarts;
    private readonly WordSet _verdictStarts;
    private readonly WordSet _ladderStarts;
    private readonly WordSet _contentStarts;
    private sbyte[] _stance = [];
    private sbyte[] _valence = [];

    public ClaimLexicon(Vocabulary vocabulary, LexiconSet lexicons)
    {
        _actStarts = new WordSet(vocabulary, "");
        _verdictStarts = new WordSet(vocabulary, "");
        _ladderStarts = new WordSet(vocabulary, "");
        _contentStarts = new WordSet(vocabulary, "");
        foreach (LexiconKind kind in (ReadOnlySpan<LexiconKind>)[LexiconKind.VerbForms, LexiconKind.Verbs])
        {
            foreach (string[] row in lexicons.Rows(kind))
            {
                if (row[^1].Length > 0)
                {
                    _forms.TryAdd(row[0], [row[0], .. row[^1].Split(',', StringSplitOptions.RemoveEmptyEntries)]);
                }
            }
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.ActPhrases))
        {
            var phrase = new ActPhrase
            {
                Kind = Kind(row[1]),
                Act = row[2],
                Family = row[2].Length == 0 ? ActFamily.State : ActNames.FamilyOf(row[2]),
                Stance = int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture),
                Text = row[0],
            };
            _phrases.Add(phrase);
            AddPhrase(vocabulary, _actTrie, _actStarts, row[0], _phrases.Count - 1, chain: true);
            if (phrase.Kind == ActPhraseKind.Judge && row[0].StartsWith(Copula, StringComparison.Ordinal))
            {
                AddPhrase(vocabulary, _verdictTrie, _verdictStarts, row[0][Copula.Length..], _phrases.Count - 1, chain: false);
            }
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.Intensity))
        {
            _rungs.Add((row[0], int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
            AddPhrase(vocabulary, _ladderTrie, _ladderStarts, row[2], _rungs.Count - 1, chain: false);
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.ContentActs))
        {
            _contents.Add(row[1]);
            AddPhrase(vocabulary, _contentTrie, _contentStarts, row[0], _contents.Count - 1, chain: false);
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.CueNouns))
        {
            int id = vocabulary.Intern(row[0]);
            if (id >= _nouns.Length)
            {
                Array.Resize(ref _nouns, id + 64);
            }

            _nouns[id] ??= new CueNoun(row[1], ActNames.FamilyOf(row[1]), row[3], int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture));
        }

        Actors = new WordSet(vocabulary, string.Join(' ', lexicons.Rows(LexiconKind.SourceNouns).Where(static row => row[0] is not "document").Select(static row => row[1].Replace('|', ' '))));
        foreach (string[] row in lexicons.Rows(LexiconKind.Valence))
        {
            int id = vocabulary.Intern(row[0]);
            if (id >= _valence.Length)
            {
                Array.Resize(ref _valence, id + 4096);
            }

            _valence[id] = (sbyte)Math.Clamp(Math.Round(double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)), -3, 3);
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.Stance))
        {
            int id = vocabulary.Intern(row[0]);
            if (id >= _stance.Length)
            {
                Array.Resize(ref _stance, id + 64);
            }

            _stance[id] = sbyte.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Nouns of those who can act: persons, groups, bodies, states.</summary>
    public WordSet Actors { get; }

    /// <summary>The longest act phrase that starts at <paramref name="at"/>, or null; follow <see cref="ActPhrase.Next"/> for its other readings.</summary>
    public ActPhrase? Match(ReadOnlySpan<Token> tokens, int at, int end, out int length)
    {
        length = 0;
        if (!_actStarts.Contains(tokens[at]))
        {
            return null;
        }

        int payload = _actTrie.Match(tokens, at, end, out length);
        return payload < 0 ? null : _phrases[payload];
    }

    /// <summary>The judgement that starts at <paramref name="at"/> without its "be" ("called the vote [a sham]"), or null.</summary>
    public ActPhrase? Verdict(ReadOnlySpan<Token> tokens, int at, int end)
    {
        if (!_verdictStarts.Contains(tokens[at]))
        {
            return null;
        }

        int payload = _verdictTrie.Match(tokens, at, end, out _);
        return payload < 0 ? null : _phrases[payload];
    }

    /// <summary>The rung of the expression that starts at <paramref name="at"/> if it stands on <paramref name="ladder"/>, else 0.</summary>
    public int RungAt(ReadOnlySpan<Token> tokens, int at, int end, string ladder)
    {
        if (!_ladderStarts.Contains(tokens[at]))
        {
            return 0;
        }

        int payload = _ladderTrie.Match(tokens, at, end, out _);
        return payload >= 0 && _rungs[payload].Ladder == ladder ? _rungs[payload].Rung : 0;
    }

    /// <summary>What the action that is named at <paramref name="at"/> is about ("yield.release"), or null.</summary>
    public string? ContentAt(ReadOnlySpan<Token> tokens, int at, int end, out int length)
    {
        length = 0;
        if (!_contentStarts.Contains(tokens[at]))
        {
            return null;
        }

        int payload = _contentTrie.Match(tokens, at, end, out length);
        return payload < 0 ? null : _contents[payload];
    }

    /// <summary>The cue noun with this lower-case lexeme, or null.</summary>
    public CueNoun? Noun(int lower) => (uint)lower < (uint)_nouns.Length ? _nouns[lower] : null;

    /// <summary>How good or bad a word sounds to a reader of general English, -3..3: a feature for the trained models; rules ask it only where somebody is given a name ("called it a crime").</summary>
    public int ValenceOf(int lower) => (uint)lower < (uint)_valence.Length ? _valence[lower] : 0;

    /// <summary>Which way a word leans, -2..2.</summary>
    public int StanceOf(int lower) => (uint)lower < (uint)_stance.Length ? _stance[lower] : 0;

    private void AddPhrase(Vocabulary vocabulary, PhraseTrie trie, WordSet starts, string text, int payload, bool chain)
    {
        string[] words = text.Split(' ');
        Span<int> ids = stackalloc int[words.Length];
        Expand(vocabulary, trie, starts, words, 0, ids, payload, chain);
    }

    private void Expand(Vocabulary vocabulary, PhraseTrie trie, WordSet starts, string[] words, int at, Span<int> ids, int payload, bool chain)
    {
        if (at == words.Length)
        {
            // Most tokens start no phrase; a bit tells it before the trie is walked.
            starts.Add(ids[0]);
            int there = trie.Find(ids, exact: false);
            if (there < 0)
            {
                trie.Add(ids, exact: false, payload);
            }
            else if (chain && there != payload)
            {
                ActPhrase phrase = _phrases[there];
                while (phrase.Next is { } next && next != _phrases[payload])
                {
                    phrase = next;
                }

                if (phrase != _phrases[payload])
                {
                    phrase.Next = _phrases[payload];
                }
            }

            return;
        }

        string word = words[at];
        if (word.Length > 2 && word[0] == '{')
        {
            foreach (string form in FormsOf(word[1..^1]))
            {
                ids[at] = vocabulary.Intern(form);
                Expand(vocabulary, trie, starts, words, at + 1, ids, payload, chain);
            }
        }
        else
        {
            ids[at] = vocabulary.Intern(word);
            Expand(vocabulary, trie, starts, words, at + 1, ids, payload, chain);
            if (chain && at > 0 && at + 1 < words.Length && word is "a" or "an")
            {
                // Adverbs are passed over, and with them what the article agreed with: "a very important step".
                ids[at] = vocabulary.Intern(word == "a" ? "an" : "a");
                Expand(vocabulary, trie, starts, words, at + 1, ids, payload, chain);
            }
        }
    }

    private string[] FormsOf(string lemma)
    {
        if (!_forms.TryGetValue(lemma, out string[]? forms))
        {
            _forms.Add(lemma, forms = [.. VerbInflection.FormsOf(lemma, "").Select(static f => f.Form)]);
        }

        return forms;
    }

    private static ActPhraseKind Kind(string name) => name switch
    {
        "own" => ActPhraseKind.Own,
        "own-inf" => ActPhraseKind.OwnInfinitive,
        "own-np" => ActPhraseKind.OwnNounPhrase,
        "judge" => ActPhraseKind.Judge,
        "lead" => ActPhraseKind.Lead,
        "wrong" => ActPhraseKind.Wrong,
        "cease" => ActPhraseKind.Cease,
        "coop" => ActPhraseKind.Cooperate,
        _ => throw new FormatException($"The lexicon of act phrases names an unknown kind '{name}'."),
    };
}
