namespace Diplomacy.Analysis.Benchmarks;

/// <summary>Texts of realistic sizes; the sizes are the percentiles of newspaper articles.</summary>
public enum CorpusKind
{
    /// <summary>100 news articles of about 3 KB, the median.</summary>
    NewsP50,

    /// <summary>40 news articles of about 8 KB.</summary>
    NewsP90,

    /// <summary>12 news articles of about 25 KB.</summary>
    NewsP99,

    /// <summary>40 first-person statements of about 8 KB.</summary>
    Statements,

    /// <summary>100 articles of about 3 KB in which nobody says anything.</summary>
    NothingToFind,
}
