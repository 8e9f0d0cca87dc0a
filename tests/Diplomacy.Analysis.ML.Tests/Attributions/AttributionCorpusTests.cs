using Diplomacy.Analysis.ML.Attributions;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Attributions;

public sealed class AttributionCorpusTests
{
    [Fact]
    public void EachLine_IsAnArticleWithItsSpans_EmptyLinesAreNone()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                {"id":"a","text":"He said no.","title":"No","attributions":[{"source":[[0,2]],"cue":[[3,7]],"content":[[8,10]]},{"cue":[[3,7]],"content":[]}]}

                {"id":"b","text":"Yes.","attributions":[]}
                """);
            AttributedArticle[] articles = [.. AttributionCorpus.Read(path)];
            Assert.Equal(["a", "b"], articles.Select(a => a.Article.Id));
            Assert.Equal("No", articles[0].Article.Title);
            Assert.Equal(new TextSpan(8, 2), Assert.Single(articles[0].Attributions[0].Content));
            Assert.Empty(articles[0].Attributions[1].Source);
            Assert.Empty(articles[1].Attributions);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
