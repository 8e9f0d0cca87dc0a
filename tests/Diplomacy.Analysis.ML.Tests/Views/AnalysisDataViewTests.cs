using Diplomacy.Analysis.ML.Views;
using Microsoft.ML;
using Microsoft.ML.Data;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Views;

public class AnalysisDataViewTests
{
    private const string Text = "The foreign minister of Norway said on Monday that the talks must go on. \"We reject the offer,\" he added.";

    [Fact]
    public void Claims_AreRowsOfAView()
    {
        var ml = new MLContext(1);
        IReadOnlyList<Claim> claims = DiplomacyAnalyzer.Default.ExtractClaims(Text);
        Assert.NotEmpty(claims);
        IDataView view = AnalysisDataView.OfClaims(ml, claims);
        Assert.Equal(claims.Select(c => c.Content), view.GetColumn<string>("Content"));
        Assert.Equal(claims.Select(c => c.ActFamily.ToString()), view.GetColumn<string>("ActFamily"));
        Assert.Equal(claims.Select(c => (float)c.Stance), view.GetColumn<float>("Stance"));
    }

    [Fact]
    public void NoClaims_AreAnEmptyView() => Assert.Empty(AnalysisDataView.OfClaims(new MLContext(1), []).GetColumn<string>("Content"));

    [Fact]
    public void Tokens_AreRowsWithTags()
    {
        IDataView view = AnalysisDataView.OfTokens(new MLContext(1), DiplomacyAnalyzer.Default, [new Article { Id = "a", Text = "Kenya welcomed the offer." }]);
        Assert.Equal(["Kenya", "welcomed", "the", "offer", "."], view.GetColumn<string>("Form"));
        Assert.Equal(["NNP", "VBD", "DT", "NN", "."], view.GetColumn<string>("Tag"));
        Assert.Equal([0, 6, 15, 19, 24], view.GetColumn<int>("Start"));
    }

    [Fact]
    public void AClaimWithoutAValue_HasNaNInsteadOfZero()
    {
        var row = ClaimRow.Of(new Claim { ClaimId = "1", ActFamily = default, Act = "state", Content = "x" });
        Assert.True(float.IsNaN(row.Goldstein));
        Assert.True(float.IsNaN(row.Intensity));
        Assert.Equal("", row.Cue);
    }
}
