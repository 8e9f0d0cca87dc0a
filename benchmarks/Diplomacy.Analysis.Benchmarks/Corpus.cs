using System.Text;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>A fixed set of generated articles and its size. The same on every machine: the generator is seeded.</summary>
public sealed class Corpus
{
    private static readonly Dictionary<CorpusKind, Corpus> Made = [];

    private Corpus(Article[] articles)
    {
        Articles = articles;
        Bytes = articles.Sum(a => (long)Encoding.UTF8.GetByteCount(a.Text));
    }

    /// <summary>The articles.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Size of all texts in UTF-8 bytes; what MB/s counts.</summary>
    public long Bytes { get; }

    /// <summary>The corpus of this kind, made at first use.</summary>
    public static Corpus Of(CorpusKind kind)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(kind, out Corpus? corpus))
            {
                Made[kind] = corpus = new Corpus(Generate(kind));
            }

            return corpus;
        }
    }

    private static Article[] Generate(CorpusKind kind)
    {
        (int count, int size) = kind switch
        {
            CorpusKind.NewsP90 => (40, 8_000),
            CorpusKind.NewsP99 => (12, 25_000),
            CorpusKind.Statements => (40, 8_000),
            _ => (100, 3_000),
        };
        var generator = new ArticleGenerator(seed: 20250514 + (int)kind);
        var articles = new Article[count];
        for (int i = 0; i < count; i++)
        {
            articles[i] = kind switch
            {
                CorpusKind.Statements => generator.Statement($"{kind}-{i}", size),
                CorpusKind.NothingToFind => generator.Narrative($"{kind}-{i}", size),
                _ => generator.News($"{kind}-{i}", size),
            };
        }

        return articles;
    }
}
