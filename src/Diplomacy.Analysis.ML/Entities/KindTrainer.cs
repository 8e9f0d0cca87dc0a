using System.Numerics;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.ML.Clusters;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>
/// Teaches a small network to guess from a word's vector alone what kind of name it is, and gives the guess for every word
/// that has a vector. Words never met in the corpora get a kind by their likeness to those that were.
/// </summary>
internal sealed class KindTrainer
{
    // No name, first word of a person, other word of a person, organisation, location, group, other name.
    private const int Kinds = 7;

    private readonly WordVectors _vectors;
    private readonly float[] _hiddenWeights;
    private readonly float[] _hiddenBias;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly float[] _activations;
    private readonly float[] _odds;
    private readonly SplitMix _random;

    public KindTrainer(WordVectors vectors, int hidden, int seed)
    {
        _vectors = vectors;
        _random = new SplitMix(seed);
        _hiddenWeights = Draw(hidden * vectors.Dimensions, 0.8f);
        _hiddenBias = new float[hidden];
        _weights = Draw(Kinds * hidden, 0.3f);
        _bias = new float[Kinds];
        _activations = new float[hidden];
        _odds = new float[Kinds];
    }

    /// <summary>The kind of each word with a vector: 1 + sureness (3) + 3 * (first guess + 7 * second guess).</summary>
    public (string Word, byte Kind)[] Train(IEnumerable<EntityDocument> documents, int rounds)
    {
        KeyValuePair<int, float[]>[] words = [.. Count(documents).OrderBy(p => p.Key)];
        int[] order = [.. Enumerable.Range(0, words.Length)];
        float[] pull = new float[_activations.Length];
        for (int round = 0; round < rounds; round++)
        {
            _random.Shuffle<int>(order);
            float rate = 0.1f / (1 + (0.3f * round));
            foreach (int i in order)
            {
                Step(_vectors[words[i].Key], words[i].Value, rate, pull);
            }
        }

        var kinds = new (string, byte)[_vectors.Words.Length];
        for (int i = 0; i < kinds.Length; i++)
        {
            Guess(_vectors[i]);
            kinds[i] = (_vectors.Words[i], Code());
        }

        return kinds;
    }

    /// <summary>For each word how often it was part of which kind of name, capitals only; lower-case words are lightly no names.</summary>
    private Dictionary<int, float[]> Count(IEnumerable<EntityDocument> documents)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < _vectors.Words.Length; i++)
        {
            index.TryAdd(_vectors.Words[i], i);
        }

        var counts = new Dictionary<int, float[]>();
        foreach (EntityDocument document in documents)
        {
            // Machine annotation counts less.
            float weight = document.Corpus == "polnear" ? 0.3f : 1f;
            foreach (EntitySentence sentence in document.Sentences)
            {
                for (int i = 0; i < sentence.Forms.Length; i++)
                {
                    bool upper = sentence.Forms[i].Any(char.IsUpper);
                    int kind = KindOf((byte)BitOperations.TrailingZeroCount(sentence.Masks[i]));
                    if (index.TryGetValue(sentence.Forms[i].ToLowerInvariant(), out int word) && (upper || kind == 0))
                    {
                        if (!counts.TryGetValue(word, out float[]? row))
                        {
                            counts[word] = row = new float[Kinds];
                        }

                        row[kind] += upper ? weight : 0.05f * weight;
                    }
                }
            }
        }

        return counts;
    }

    private static int KindOf(byte label) => EntityLabel.TypeOf(label) switch
    {
        EntityType.None => 0,
        EntityType.Person => EntityLabel.PlaceOf(label) == EntityLabel.Begin ? 1 : 2,
        EntityType type => (int)type + 1,
    };

    private void Step(ReadOnlySpan<float> vector, float[] counts, float rate, Span<float> pull)
    {
        float total = counts.Sum();
        float weight = MathF.Sqrt(Math.Min(total, 30)) * rate;
        Guess(vector);
        pull.Clear();
        int hidden = _activations.Length;
        for (int k = 0; k < Kinds; k++)
        {
            float slope = weight * ((counts[k] / total) - _odds[k]);
            _bias[k] += slope;
            for (int j = 0; j < hidden; j++)
            {
                pull[j] += slope * _weights[(k * hidden) + j];
                _weights[(k * hidden) + j] += slope * _activations[j];
            }
        }

        for (int j = 0; j < hidden; j++)
        {
            if (_activations[j] > 0)
            {
                _hiddenBias[j] += pull[j];
                Span<float> row = _hiddenWeights.AsSpan(j * vector.Length, vector.Length);
                for (int d = 0; d < row.Length; d++)
                {
                    row[d] += pull[j] * vector[d];
                }
            }
        }
    }

    private void Guess(ReadOnlySpan<float> vector)
    {
        int hidden = _activations.Length;
        for (int j = 0; j < hidden; j++)
        {
            _activations[j] = Math.Max(0, _hiddenBias[j] + SphericalKMeans.Dot(vector, _hiddenWeights.AsSpan(j * vector.Length, vector.Length)));
        }

        float most = float.NegativeInfinity;
        for (int k = 0; k < Kinds; k++)
        {
            _odds[k] = _bias[k] + SphericalKMeans.Dot(_activations, _weights.AsSpan(k * hidden, hidden));
            most = Math.Max(most, _odds[k]);
        }

        float sum = 0;
        for (int k = 0; k < Kinds; k++)
        {
            _odds[k] = MathF.Exp(_odds[k] - most);
            sum += _odds[k];
        }

        for (int k = 0; k < Kinds; k++)
        {
            _odds[k] /= sum;
        }
    }

    private byte Code()
    {
        int first = 0;
        for (int k = 1; k < Kinds; k++)
        {
            first = _odds[k] > _odds[first] ? k : first;
        }

        int second = first == 0 ? 1 : 0;
        for (int k = 0; k < Kinds; k++)
        {
            second = k != first && _odds[k] > _odds[second] ? k : second;
        }

        int sure = _odds[first] > 0.9f ? 2 : _odds[first] > 0.65f ? 1 : 0;
        return (byte)(1 + sure + (3 * (first + (7 * (sure == 2 ? first : second)))));
    }

    private float[] Draw(int count, float width)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)(_random.NextDouble() - 0.5) * width;
        }

        return values;
    }
}
