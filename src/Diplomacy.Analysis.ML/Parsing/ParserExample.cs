using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>A sentence as the network sees it.</summary>
internal sealed class ParserExample
{
    /// <summary>Word, tag, prefix, suffix, shape.</summary>
    public const int RowsOfToken = 5;

    public ParserExample(int length)
    {
        Tags = new PennTag[length];
        Rows = new int[length * RowsOfToken];
        Vectors = new int[length];
        Heads = new int[length];
        Relations = new DependencyRelation[length];
    }

    public int Length => Tags.Length;

    public PennTag[] Tags { get; }

    /// <summary>Rows of the input matrix, <see cref="RowsOfToken"/> a token.</summary>
    public int[] Rows { get; }

    /// <summary>Index of each word's vector, -1 where it has none.</summary>
    public int[] Vectors { get; }

    /// <summary>Gold heads, -1 for the root.</summary>
    public int[] Heads { get; }

    /// <summary>Gold relations.</summary>
    public DependencyRelation[] Relations { get; }
}
