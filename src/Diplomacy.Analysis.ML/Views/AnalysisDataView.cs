using Microsoft.ML;

namespace Diplomacy.Analysis.ML.Views;

/// <summary>
/// Hands claims and tokens to ML.NET: whoever wants to train a model of his own on top (topics of claims, risk by speaker, ...)
/// starts from these views.
/// <code>
/// var ml = new MLContext(seed: 1);
/// IDataView claims = AnalysisDataView.OfClaims(ml, analyzer.ExtractClaims(article));
/// var pipeline = ml.Transforms.Text.FeaturizeText("Features", "Content");
/// </code>
/// </summary>
public static class AnalysisDataView
{
    /// <summary>A view of claims, a <see cref="ClaimRow"/> each. Read lazily: the claims must not change while the view is in use.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IDataView OfClaims(MLContext context, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(claims);
        return context.Data.LoadFromEnumerable(claims.Select(ClaimRow.Of));
    }

    /// <summary>A view of the tokens of articles, a <see cref="TokenRow"/> each; copied, so it outlives the analysis.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IDataView OfTokens(MLContext context, DiplomacyAnalyzer analyzer, IEnumerable<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(articles);
        List<TokenRow> rows = [];
        foreach (Article article in articles)
        {
            using AnalyzedDocument document = analyzer.Analyze(article);
            Pipeline.DocumentContext layers = document.Context;
            for (int i = 0; i < layers.Tokens.Length; i++)
            {
                ref readonly Tokens.Token token = ref layers.Tokens[i];
                rows.Add(new TokenRow
                {
                    DocId = article.Id ?? "",
                    Sentence = token.Sentence,
                    Start = token.Start,
                    Length = token.Length,
                    Form = article.Text.Substring(token.Start, token.Length),
                    Tag = Tagging.PennTags.Name(layers.Tags[i]),
                });
            }
        }

        return context.Data.LoadFromEnumerable(rows);
    }
}
