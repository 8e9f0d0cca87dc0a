using Diplomacy.Analysis.Batch.Reading;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Reading;

public class CountryCodeTests
{
    [Theory]
    [InlineData("ALB", "ALB")]
    [InlineData(" alb ", "ALB")]
    [InlineData("Albania", "ALB")]
    [InlineData("united states", "USA")]
    [InlineData("UAE", "ARE")]
    [InlineData("EU", "EU")]
    [InlineData("European Union", "EU")]
    [InlineData("YUG", "YUG")]
    [InlineData("Congo", null)]
    [InlineData("Nowhere land", null)]
    [InlineData("12", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void CodesAndNames_AreRead(string? value, string? code) => Assert.Equal(code, CountryCode.Read(value));
}
