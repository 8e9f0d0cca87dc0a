using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Events;

/// <summary>One sentence under the eyes of <see cref="EventFeatures"/>.</summary>
internal sealed class EventReading
{
    private const uint SourceMark = 1;
    private const uint TargetMark = 2;

    private readonly DocumentContext _document;
    private readonly ClaimFeatures _words;
    private readonly EventWords _events;
    private readonly byte[] _marks;
    private readonly int _source;
    private readonly int _target;
    private readonly int _verb;
    private readonly int _second;

    public EventReading(DocumentContext document, ClaimFeatures words, EventWords events, EventSentence sentence)
    {
        _document = document;
        _words = words;
        _events = events;
        _marks = new byte[document.Tokens.Length];
        Mark(sentence.Source, SourceMark);
        Mark(sentence.Target, TargetMark);
        _source = Head(SourceMark);
        _target = Head(TargetMark);
        _verb = Governor(_source >= 0 ? _source : _target);
        _second = Governor(_target);
    }

    private void Mark(TextSpan span, uint mark)
    {
        for (int i = 0; i < _marks.Length; i++)
        {
            if (_document.Tokens[i].Start < span.End && _document.Tokens[i].End > span.Start && _marks[i] == 0)
            {
                _marks[i] = (byte)mark;
            }
        }
    }

    // The token of a mention that hangs on one outside it.
    private int Head(uint mark)
    {
        for (int i = 0; i < _marks.Length; i++)
        {
            if (_marks[i] == mark && (_document.Heads[i] < 0 || _marks[_document.Heads[i]] != mark))
            {
                return i;
            }
        }

        return -1;
    }

    private int Governor(int token)
    {
        for (int steps = 0; token >= 0 && steps < 20; steps++)
        {
            token = _document.Heads[token];
            if (token >= 0 && _document.Tags[token].IsVerb() && _marks[token] == 0)
            {
                return token;
            }
        }

        return -1;
    }

    private uint Stem(int token)
    {
        if (token < 0)
        {
            return 0;
        }

        if (_marks[token] != 0)
        {
            return _marks[token];
        }

        uint symbol = ClaimFeatures.Symbol(_document.Tokens[token], _document.Tags[token]);
        if (symbol != 0)
        {
            return symbol;
        }

        _words.Word(_document.TokenText(token), out uint word, out uint stem, out _);
        return stem == 0 ? word : stem;
    }

    private int Cluster(int token)
    {
        if (_marks[token] != 0 || ClaimFeatures.Symbol(_document.Tokens[token], _document.Tags[token]) != 0)
        {
            // Names tell who, and who must not be learned.
            return 0;
        }

        _words.Word(_document.TokenText(token), out _, out _, out int cluster);
        return cluster;
    }

    private uint Relation(int token) => token < 0 ? 0u : _document.Relations[token];

    /// <summary>Words, pairs and clusters.</summary>
    public void Words(HashSet<uint> features)
    {
        (int first, int last) = (Math.Min(First(SourceMark), First(TargetMark)), Math.Max(First(SourceMark), First(TargetMark)));
        uint before = 3;
        for (int i = 0; i < _marks.Length; i++)
        {
            if (_document.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Quote)
            {
                continue;
            }

            uint stem = Stem(i);
            if (_marks[i] != 0)
            {
                if (ClaimFeatures.Symbol(_document.Tokens[i], _document.Tags[i]) == 0)
                {
                    _words.Word(_document.TokenText(i), out _, out uint inner, out int group);
                    features.Add(ClaimFeatures.Of(307, _marks[i], inner));
                    features.Add(ClaimFeatures.Of(308, _marks[i], (uint)_words.Middle(group)));
                }
            }
            else
            {
                uint place = last > 0 && i > first && i < last ? 1u : i > last ? 2u : 0u;
                features.Add(ClaimFeatures.Of(300, stem));
                features.Add(ClaimFeatures.Of(302, stem, place));
                if (stem > 20)
                {
                    int cluster = Cluster(i);
                    features.Add(ClaimFeatures.Of(305, (uint)cluster));
                    features.Add(ClaimFeatures.Of(306, (uint)_words.Middle(cluster), place));
                }
            }

            if (stem != before)
            {
                features.Add(ClaimFeatures.Of(301, before, stem));
            }

            before = stem;
        }

        features.Add(ClaimFeatures.Of(309, First(SourceMark) < First(TargetMark) ? 1u : 0u));
    }

    private int First(uint mark) => Array.IndexOf(_marks, (byte)mark);

    /// <summary>The governing verb, what hangs on it, the way from source to target.</summary>
    public void Tree(HashSet<uint> features, VerbLexicon verbs)
    {
        Verb(features, verbs, 310, _verb);
        if (_second != _verb)
        {
            Verb(features, verbs, 330, _second);
        }

        if (_target >= 0)
        {
            int head = _document.Heads[_target];
            features.Add(ClaimFeatures.Of(360, Stem(head), Relation(_target)));
            features.Add(ClaimFeatures.Of(361, Stem(head), Case(_target)));
            features.Add(ClaimFeatures.Of(362, Relation(_target), Case(_target)));
            if (head >= 0)
            {
                features.Add(ClaimFeatures.Of(363, (uint)Cluster(head), Case(_target)));
            }
        }

        if (_source >= 0)
        {
            features.Add(ClaimFeatures.Of(364, Relation(_source), Case(_source)));
            features.Add(ClaimFeatures.Of(365, Stem(_document.Heads[_source]), Relation(_source)));
        }

        Way(features);
    }

    private uint Case(int token)
    {
        for (int child = _document.FirstChildren[token]; child >= 0; child = _document.NextSiblings[child])
        {
            if ((DependencyRelation)_document.Relations[child] == DependencyRelation.Case)
            {
                return Stem(child);
            }
        }

        return 0;
    }

    private void Verb(HashSet<uint> features, VerbLexicon verbs, uint kind, int verb)
    {
        if (verb < 0)
        {
            return;
        }

        uint stem = Stem(verb);
        int cluster = Cluster(verb);
        uint negated = 0, modal = 0, passive = 0;
        for (int child = _document.FirstChildren[verb]; child >= 0; child = _document.NextSiblings[child])
        {
            var relation = (DependencyRelation)_document.Relations[child];
            uint word = Stem(child);
            ReadOnlySpan<char> text = _document.TokenText(child);
            negated |= text is "not" or "n't" or "never" ? 1u : 0u;
            modal = _document.Tags[child] == PennTag.MD ? word : modal;
            passive |= relation is DependencyRelation.AuxPass or DependencyRelation.NsubjPass ? 1u : 0u;
            if (relation is DependencyRelation.Obj or DependencyRelation.Xcomp or DependencyRelation.Ccomp or DependencyRelation.Conj or DependencyRelation.Obl or DependencyRelation.CompoundPrt or DependencyRelation.Advcl or DependencyRelation.NsubjPass)
            {
                features.Add(ClaimFeatures.Of(kind + 1, (uint)relation, word));
                features.Add(ClaimFeatures.Of(kind + 2, stem, word));
                features.Add(ClaimFeatures.Of(kind + 3, (uint)_words.Middle(cluster), (uint)_words.Middle(Cluster(child))));
                for (int grand = _document.FirstChildren[child]; grand >= 0; grand = _document.NextSiblings[grand])
                {
                    if ((DependencyRelation)_document.Relations[grand] is DependencyRelation.Obj or DependencyRelation.Nmod or DependencyRelation.Xcomp or DependencyRelation.Obl)
                    {
                        features.Add(ClaimFeatures.Of(kind + 4, word, Stem(grand)));
                    }
                }
            }
        }

        features.Add(ClaimFeatures.Of(kind, stem));
        features.Add(ClaimFeatures.Of(kind + 5, stem, negated));
        features.Add(ClaimFeatures.Of(kind + 6, stem, modal));
        features.Add(ClaimFeatures.Of(kind + 7, (uint)cluster, passive));
        features.Add(ClaimFeatures.Of(kind + 8, modal, negated));
        features.Add(ClaimFeatures.Of(kind + 9, (uint)_words.Middle(cluster), negated));
        if (verbs.Find(_document.Tokens[verb].Lower) is { } entry)
        {
            features.Add(ClaimFeatures.Of(kind + 10, (uint)entry.Class, negated));
            features.Add(ClaimFeatures.Of(kind + 11, (uint)entry.Family, negated));
        }
    }

    private void Way(HashSet<uint> features)
    {
        if (_source < 0 || _target < 0)
        {
            return;
        }

        List<int> up = Ancestors(_source);
        List<int> down = Ancestors(_target);
        int meet = up.FindIndex(down.Contains);
        if (meet < 0)
        {
            return;
        }

        int top = down.IndexOf(up[meet]);
        uint way = 17;
        for (int i = 0; i < meet; i++)
        {
            way = StableHash.Combine(way, Relation(up[i]));
        }

        for (int i = top - 1; i >= 0; i--)
        {
            way = StableHash.Combine(way, 100 + Relation(down[i]));
            if (i > 0)
            {
                features.Add(ClaimFeatures.Of(371, Stem(down[i])));
                features.Add(ClaimFeatures.Of(372, (uint)Cluster(down[i])));
            }
        }

        features.Add(ClaimFeatures.Of(373, way));
        features.Add(ClaimFeatures.Of(374, way, Stem(up[meet])));
        features.Add(ClaimFeatures.Of(375, Stem(up[meet])));
        features.Add(ClaimFeatures.Of(376, (uint)Cluster(up[meet])));
        for (int i = 1; i < meet; i++)
        {
            features.Add(ClaimFeatures.Of(377, Stem(up[i])));
        }
    }

    private List<int> Ancestors(int token)
    {
        List<int> all = [];
        for (; token >= 0 && all.Count < 30; token = _document.Heads[token])
        {
            all.Add(token);
        }

        return all;
    }

    /// <summary>Words that speak of an event: in the verbs that govern, between source and target, anywhere.</summary>
    public void Lexicon(HashSet<uint> features)
    {
        int last = Math.Max(First(SourceMark), First(TargetMark));
        int first = Math.Min(First(SourceMark), First(TargetMark));
        for (int i = 0; i < _marks.Length; i++)
        {
            if (_document.Tokens[i].Kind != TokenKind.Word)
            {
                continue;
            }

            uint place = i == _verb || i == _second ? 1u : _marks[i] != 0 ? 2u : i > first && i < last ? 3u : 4u;
            string word = _document.TokenText(i).ToString().ToLowerInvariant();
            foreach (int root in _events.RootsOf(word))
            {
                features.Add(ClaimFeatures.Of(350, (uint)root));
                features.Add(ClaimFeatures.Of(351, (uint)root, place));
                features.Add(ClaimFeatures.Of(352, (uint)root, _document.Tags[i].IsVerb() ? 1u : 0u));
                if (_verb >= 0 && i != _verb && _document.Heads[i] == _verb)
                {
                    features.Add(ClaimFeatures.Of(353, (uint)root));
                    foreach (int other in _events.RootsOf(_document.TokenText(_verb).ToString().ToLowerInvariant()))
                    {
                        features.Add(ClaimFeatures.Of(354, (uint)root, (uint)other));
                    }
                }
            }
        }
    }

    /// <summary>CAMEO roots of the verbs, with the words near them.</summary>
    public void Cameo(HashSet<uint> features, CameoVerbs verbs, Lemmatizer lemmas)
    {
        for (int i = 0; i < _marks.Length; i++)
        {
            if (!_document.Tags[i].IsVerb() || _marks[i] != 0)
            {
                continue;
            }

            uint place = i == _verb ? 1u : i == _second ? 2u : 3u;
            string verb = lemmas.Lemma(_document.TokenText(i), _document.Tags[i]);
            if (verbs.RootOf(verb) is > 0 and var alone)
            {
                features.Add(ClaimFeatures.Of(380, alone, place));
                features.Add(ClaimFeatures.Of(381, alone));
            }

            for (int k = Math.Max(0, i - 8); k < Math.Min(_marks.Length, i + 12); k++)
            {
                if (k == i || _document.Tokens[k].Kind != TokenKind.Word)
                {
                    continue;
                }

                string word = _document.TokenText(k).ToString().ToLowerInvariant();
                uint root = verbs.RootOf(verb, word);
                root = root > 0 ? root : verbs.RootOf(verb, lemmas.Lemma(_document.TokenText(k), _document.Tags[k]));
                if (root > 0)
                {
                    bool near = _document.Heads[k] == i;
                    features.Add(ClaimFeatures.Of(382, root, place));
                    features.Add(ClaimFeatures.Of(383, root));
                    features.Add(ClaimFeatures.Of(384, root, near ? 1u : 0u));
                }
            }
        }
    }
}
