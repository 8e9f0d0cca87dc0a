using Diplomacy.Analysis.ML.Clusters;
using Diplomacy.Analysis.ML.Data;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// Which features of words the parser has rows for: words, affixes and shapes seen often enough in training, and the words
/// that come with a vector. The latter have no row of their own in training unless they were seen, too.
/// </summary>
internal sealed class ParserLexicon
{
    private const int FewestWords = 2;
    private const int FewestOthers = 3;

    private const float VectorScale = 5;

    private readonly WordVectors? _vectors;
    private readonly Dictionary<uint, int> _rows = [];
    private readonly Dictionary<uint, int> _vectorOf = [];
    private readonly List<int> _counts = [];

    public ParserLexicon(IEnumerable<CorpusSentence> sentences, WordVectors? vectors, int words)
    {
        var counts = new SortedDictionary<uint, int>();
        var isWord = new HashSet<uint>();
        foreach (CorpusSentence sentence in sentences)
        {
            foreach (string form in sentence.Forms)
            {
                var hashes = new FormHashes(form);
                isWord.Add(hashes.Word);
                Count(counts, hashes.Word);
                Count(counts, hashes.Prefix);
                Count(counts, hashes.Suffix);
                Count(counts, hashes.Shape);
            }
        }

        for (int i = 0; i < ParserModel.TagRows; i++)
        {
            _counts.Add(0);
        }

        foreach ((uint key, int count) in counts)
        {
            if (count >= (isWord.Contains(key) ? FewestWords : FewestOthers))
            {
                _rows[key] = _counts.Count;
                _counts.Add(count);
            }
        }

        _vectors = vectors;
        for (int i = 0; i < Math.Min(words, vectors?.Words.Length ?? 0); i++)
        {
            _vectorOf.TryAdd(new FormHashes(vectors!.Words[i]).Word, i);
        }
    }

    /// <summary>Numbers a pretrained vector.</summary>
    public int VectorLength => _vectors?.Dimensions ?? 1;

    /// <summary>Number of trained rows, those of tags and of unknown features included.</summary>
    public int Rows => _counts.Count;

    /// <summary>The hashed features that have a trained row.</summary>
    public IReadOnlyDictionary<uint, int> TrainedRows => _rows;

    /// <summary>The words that have a vector.</summary>
    public IReadOnlyDictionary<uint, int> VectorsOf => _vectorOf;

    /// <summary>How often the feature of a row was seen.</summary>
    public int CountOf(int row) => _counts[row];

    /// <summary>Copies pretrained vector <paramref name="index"/>, which has length 1, stretched to the length of trained rows.</summary>
    public void CopyVector(int index, Span<float> target)
    {
        ReadOnlySpan<float> vector = _vectors![index];
        for (int i = 0; i < vector.Length; i++)
        {
            target[i] = vector[i] * VectorScale;
        }
    }

    /// <summary>Looks a sentence up.</summary>
    public ParserExample Encode(CorpusSentence sentence, ParserParts without = ParserParts.None)
    {
        int length = sentence.Length;
        var example = new ParserExample(length);
        for (int i = 0; i < length; i++)
        {
            var hashes = new FormHashes(sentence.Forms[i]);
            bool words = !without.HasFlag(ParserParts.Words), affixes = !without.HasFlag(ParserParts.Affixes);
            Span<int> rows = example.Rows.AsSpan(i * ParserExample.RowsOfToken, ParserExample.RowsOfToken);
            example.Tags[i] = without.HasFlag(ParserParts.Tags) ? PennTag.None : PennTags.Parse(sentence.Tags![i]);
            rows[0] = RowOf(words, hashes.Word, ParserModel.UnknownWord);
            rows[1] = (int)example.Tags[i];
            rows[2] = RowOf(affixes, hashes.Prefix, ParserModel.UnknownPrefix);
            rows[3] = RowOf(affixes, hashes.Suffix, ParserModel.UnknownSuffix);
            rows[4] = RowOf(affixes, hashes.Shape, ParserModel.UnknownShape);
            example.Vectors[i] = without.HasFlag(ParserParts.Vectors) ? -1 : _vectorOf.GetValueOrDefault(hashes.Word, -1);
            example.Heads[i] = sentence.Heads is null ? -1 : sentence.Heads[i];
            example.Relations[i] = sentence.Relations is null ? DependencyRelation.None : DependencyRelations.Parse(sentence.Relations[i]);
        }

        return example;
    }

    private int RowOf(bool known, uint key, int unknown) => known ? _rows.GetValueOrDefault(key, unknown) : unknown;

    private static void Count(SortedDictionary<uint, int> counts, uint key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
