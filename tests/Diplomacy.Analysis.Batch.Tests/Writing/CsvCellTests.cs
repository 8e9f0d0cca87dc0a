using System.Text;
using CsCheck;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Writing;

public class CsvCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1 degree", "'-1 degree")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("\"=1\"", "\"'\"\"=1\"\"\"")]
    [InlineData("＝1", "'＝1")]
    public void Formula_GetsAnApostrophe(string text, string cell) => Assert.Equal(cell, Write(text, true));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("-", "-")]
    [InlineData("a=b", "a=b")]
    [InlineData("'tis", "'tis")]
    [InlineData("'", "'")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(" a ", "\" a \"")]
    public void OtherText_IsLeftAlone(string text, string cell) => Assert.Equal(cell, Write(text, true));

    [Fact]
    public void Guard_ComesOffWithoutDoubt() => Gen.String[Gen.OneOf(Gen.Char["'\"=+-@\t\r\n ,x＝"], Gen.Char), 0, 8].Sample(text =>
    {
        string cell = CsvCell.IsFormula(text) ? "'" + text : text;
        Assert.Equal(text, CsvCell.Unguard(cell));
        Assert.False(cell.Length > 0 && cell is not "-" && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));
    });

    [Fact]
    public void Guard_CanBeSwitchedOff() => Assert.Equal("=1+1", Write("=1+1", false));

    private static string Write(string text, bool safe)
    {
        var buffer = new Utf8Buffer();
        CsvCell.Append(buffer, text, safe);
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
