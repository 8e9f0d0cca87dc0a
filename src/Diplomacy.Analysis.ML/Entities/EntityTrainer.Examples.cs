using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Entities;

internal sealed partial class EntityTrainer
{
    private const int Margin2 = EntityFeatures.Margin;

    private delegate void Visit(int at, ReadOnlySpan<uint> features);

    /// <summary>Counts the features of the sentences themselves and gives those met often enough a row.</summary>
    private void CountLocal(IReadOnlyList<EntityDocument> documents)
    {
        var counts = new Dictionary<uint, int>();
        foreach (EntitySentence sentence in documents.SelectMany(d => d.Sentences))
        {
            NameFacts[] facts = Facts(sentence.Forms, out SentenceCase letterCase);
            ForEachLocal(facts, letterCase, (_, features) =>
            {
                foreach (uint feature in features)
                {
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
                }
            });
        }

        AddRows(counts);
    }

    /// <summary>Fills the memory of each document from the labels of the first pass, and gives its features rows and the examples what they say.</summary>
    private void CountRemembered(List<TrainingDocument> documents)
    {
        var counts = new Dictionary<uint, int>();
        Recall(documents, counts);
    }

    /// <summary>The same without new features where <paramref name="counts"/> is null.</summary>
    private void Recall(List<TrainingDocument> documents, Dictionary<uint, int>? counts)
    {
        var memory = new NameMemory();
        foreach (TrainingDocument document in documents)
        {
            memory.Reset(2 * document.Sentences.Sum(s => s.Facts.Length));
            foreach (TrainingSentence sentence in document.Sentences)
            {
                EntityRecognizer.Remember(memory, sentence.Facts.AsSpan(Margin2, sentence.Labels.Length - (2 * Margin2)), sentence.Labels.AsSpan(Margin2, sentence.Labels.Length - (2 * Margin2)));
            }

            foreach (TrainingSentence sentence in document.Sentences)
            {
                sentence.Votes = new NameVotes[sentence.Facts.Length];
                EntityRecognizer.Recall(memory, sentence.Facts, sentence.Labels.AsSpan(Margin2, sentence.Labels.Length - (2 * Margin2)), sentence.Votes);
                ForEachRemembered(sentence, (_, features) =>
                {
                    for (int i = 0; counts is not null && i < features.Length; i++)
                    {
                        uint feature = features[i];
                        counts[feature] = counts.GetValueOrDefault(feature) + 1;
                    }
                });
            }
        }

        AddRows(counts ?? []);
        foreach (TrainingSentence sentence in documents.SelectMany(d => d.Sentences))
        {
            for (int e = 0; e < sentence.Examples.Count; e++)
            {
                sentence.Examples[e].Remembered = new int[sentence.Examples[e].Length][];
            }

            ForEachRemembered(sentence, (at, features) =>
            {
                int e = sentence.Starts.FindLastIndex(s => s <= at);
                sentence.Examples[e].Remembered![at - sentence.Starts[e]] = RowsOf(features);
            });
        }
    }

    private void AddRows(Dictionary<uint, int> counts)
    {
        foreach ((uint feature, int count) in counts)
        {
            if (count >= _options.MinCount)
            {
                _rows.TryAdd(feature, _rows.Count);
            }
        }
    }

    private TrainingDocument Prepare(EntityDocument document)
    {
        float weight = document.Corpus == "polnear" ? _options.SilverWeight : 1;
        return new TrainingDocument(document.Corpus, [.. document.Sentences.Select(s => Prepare(s, weight))]);
    }

    private TrainingSentence Prepare(EntitySentence sentence, float weight)
    {
        NameFacts[] facts = Facts(sentence.Forms, out SentenceCase letterCase);
        var prepared = new TrainingSentence(facts);
        uint[] masks = Reachable(sentence.Masks, facts);
        List<int[]> rows = [];
        int start = 0;
        void Flush(int end)
        {
            if (rows.Count > 0)
            {
                prepared.Starts.Add(start);
                prepared.Examples.Add(new ChainExample { Local = [.. rows], Masks = masks[(end - rows.Count - Margin2)..(end - Margin2)], Weight = weight });
                rows.Clear();
            }
        }

        int last = -2;
        ForEachLocal(facts, letterCase, (at, features) =>
        {
            if (at != last + 1)
            {
                Flush(last + 1);
                start = at;
            }

            rows.Add(RowsOf(features));
            last = at;
        });
        Flush(last + 1);
        return prepared;
    }

    /// <summary>Adds some sentences in capitals; the memory tells nothing about them.</summary>
    private void AddCapitals(IReadOnlyList<EntityDocument> documents, List<TrainingDocument> prepared)
    {
        if (_options.Capitals <= 0)
        {
            return;
        }

        List<TrainingSentence> sentences = [];
        int number = 0;
        foreach (EntityDocument document in documents.Where(d => d.Corpus != "polnear"))
        {
            foreach (EntitySentence sentence in document.Sentences)
            {
                if (StableHash.Combine((uint)number++, (uint)_options.Seed) % (uint)_options.Capitals == 0)
                {
                    sentences.Add(Prepare(sentence.InCapitals(), 1));
                }
            }
        }

        prepared.Add(new TrainingDocument("capitals", sentences));
    }

    // A name that reaches over words that are no candidates cannot be found; the chain must not be taught half of it.
    private static uint[] Reachable(uint[] masks, NameFacts[] facts)
    {
        uint[] reachable = (uint[])masks.Clone();
        byte[] gold = Array.ConvertAll(masks, m => (byte)System.Numerics.BitOperations.TrailingZeroCount(m));
        foreach ((int First, int End, _) in EntityScore.Spans(gold, joins: false))
        {
            for (int i = First; i < End; i++)
            {
                if (!facts[i + Margin2].Candidate)
                {
                    reachable.AsSpan(First, End - First).Fill(1);
                    break;
                }
            }
        }

        return reachable;
    }

    private NameFacts[] Facts(string[] forms, out SentenceCase letterCase)
    {
        var facts = new NameFacts[forms.Length + (2 * Margin2)];
        var counter = default(CaseCounter);
        for (int i = 0; i < forms.Length; i++)
        {
            NameReader.Start(forms[i], StableHash.Of(forms[i]), out facts[i + Margin2]);
            EntityModel.Classify(ref facts[i + Margin2], _inner, _alone);
            counter.Add(forms[i]);
        }

        letterCase = counter.Case;
        EntityModel.Mark(facts);
        for (int i = 0; i < forms.Length; i++)
        {
            _reader.Complete(forms[i], ref facts[i + Margin2]);
        }

        return facts;
    }

    private void ForEachLocal(NameFacts[] facts, SentenceCase letterCase, Visit visit)
    {
        uint[] features = new uint[EntityFeatures.Most];
        int runStart = 0, runEnd = -1;
        for (int at = Margin2; at < facts.Length - Margin2; at++)
        {
            if (facts[at].Candidate)
            {
                EntityRecognizer.Runs(facts, at, ref runStart, ref runEnd);
                int count = EntityFeatures.Local(facts, at, Math.Max(runStart, at - 6), Math.Min(runEnd, at + 6), letterCase, features, _options.Groups);
                visit(at, features.AsSpan(0, count));
            }
        }
    }

    private static void ForEachRemembered(TrainingSentence sentence, Visit visit)
    {
        uint[] features = new uint[EntityFeatures.Most];
        for (int at = Margin2; at < sentence.Facts.Length - Margin2; at++)
        {
            if (sentence.Facts[at].Candidate)
            {
                visit(at, features.AsSpan(0, EntityFeatures.Remembered(sentence.Facts, sentence.Votes, at, features)));
            }
        }
    }

    private int[] RowsOf(ReadOnlySpan<uint> features)
    {
        int[] rows = new int[features.Length];
        int count = 0;
        foreach (uint feature in features)
        {
            if (_rows.TryGetValue(feature, out int row))
            {
                rows[count++] = row;
            }
        }

        return rows[..count];
    }

    private sealed record TrainingDocument(string Corpus, List<TrainingSentence> Sentences);

    /// <summary>A sentence with margins; <see cref="Starts"/> tells at which word each example begins.</summary>
    private sealed class TrainingSentence(NameFacts[] facts)
    {
        public NameFacts[] Facts { get; } = facts;

        public List<ChainExample> Examples { get; } = [];

        public List<int> Starts { get; } = [];

        public byte[] Labels { get; set; } = new byte[facts.Length];

        public NameVotes[] Votes { get; set; } = [];
    }
}
